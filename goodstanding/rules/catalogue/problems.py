"""What can be wrong with a pack: each a refusal with file, place and a cure for its author."""

from typing import Any, ClassVar

import msgspec

from goodstanding.rules.errors import Refusal


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the lint: stable code, where it is, what is wrong, how to mend it.

    `line`: counted from 1; 0 for an entry that comes from the rulebook an amendment amends.
    """

    code: str
    file: str
    line: int
    place: str
    sentence: str
    cure: str


class PackProblem(Refusal):
    """The pack cannot be used."""

    cure: ClassVar[str] = "Correct the pack."

    def __init__(self, *, file: str, place: str, line: int = 1, **fields: Any) -> None:
        super().__init__(file=file, place=place, line=line, **fields)

    @property
    def problem(self) -> Problem:
        """The refusal as a line of the lint."""
        return Problem(
            code=self.code,
            file=str(self.fields["file"]),
            line=int(self.fields["line"]),
            place=str(self.fields["place"]),
            sentence=self.sentence,
            cure=self.cure.format(**self.shown()),
        )


class NotYaml(PackProblem):
    """The file cannot be read as YAML: {detail}"""

    cure = "Correct the marked line; use UTF-8, two spaces of indent, and no tabs."


class AliasesUnbounded(PackProblem):
    """The anchors of the file contain themselves, or unfold to more than {most} values."""

    cure = "Write the values out; an anchor is for a short passage that stands twice."


class DuplicateKey(PackProblem):
    """The key {key} stands twice in one mapping."""

    cure = "Remove one of the two; the second would hide the first."


class UnknownKey(PackProblem):
    """There is no key {key} here.{suggestion}"""

    cure = "Use a key of the schema: {allowed}."


class FieldMissing(PackProblem):
    """The key {key} is missing."""

    cure = "Add {key}."


class ValueNotUsable(PackProblem):
    """The value cannot be used: {detail}"""

    cure = "Give a value of the kind the schema asks for."


class PackHeadMissing(PackProblem):
    """No file of the pack says which rulebook it is."""

    cure = "Add a section pack with id, version, title and in_force_from to one file."


class PackHeadTwice(PackProblem):
    """A second file says which rulebook this is."""

    cure = "Keep the section pack in one file only."


class TranslationMissing(PackProblem):
    """The title has no text in {language}."""

    cure = "Write the title in Chinese (zh) and in English (en)."


class BasisMissing(PackProblem):
    """No law or regulation is cited."""

    cure = "Cite at least one article: instrument, article."


class BasisTooWeak(PackProblem):
    """A restriction rests only on {levels}; that does not carry a restriction."""

    cure = (
        "Cite the article of a law, an administrative regulation or a local regulation in citations, "
        "and move the document that also names it to see_also. A basis of the city alone that ended "
        "before 2020-12-18 is marked historic: true."
    )


class BasisNotInForce(PackProblem):
    """The basis {instrument} is not in force on {day}, the first day it is cited for."""

    cure = "The basis is in force {span}: begin in_force within these days, or cite another basis."


class EffectWithoutEnd(PackProblem):
    """The effect has no end: {key} is missing."""

    cure = "Give {key} in months; every effect ends."


class LongerThanTheLongest(PackProblem):
    """{key} is {months} months; at most {limit} are allowed here."""

    cure = "Give at most {limit} months."


class Wildcard(PackProblem):
    """{value} stands for everything; effects are named one by one."""

    cure = "Write the ids out."


class UnknownId(PackProblem):
    """Nothing in the pack has the id {id}.{suggestion}"""

    cure = "Correct the id, or add the entry to the section {section}."


class UnknownDepartment(PackProblem):
    """The pack has no department {id}.{suggestion}"""

    cure = "Correct the id, or add the department with the bodies that held its function."


class TargetNotAllowed(PackProblem):
    """The class {id} is not held in the register.{suggestion}"""

    cure = "Target only classes of the section classes_in_the_register."


class ClassNamedAsOut(PackProblem):
    """The class {id} ({prefix}) is named as outside the register and stays outside."""

    cure = "Remove it; the boundary of the register is not changed by a pack."


class PersonTarget(PackProblem):
    """{id} is a person; the register holds organisations only and nothing propagates to persons."""

    cure = "Remove it."


class BlockedGround(PackProblem):
    """The entry rests on {basis}, whose decisions stay outside the register."""

    cure = "Remove the entry: speech, assembly, conscience and military service are no grounds."


class RestrictionOnLending(PackProblem):
    """A restriction touches the procedure {procedure}, which answers only advantage or clear."""

    cure = "Remove {procedure} from the measure; nothing adverse is pushed to lenders or insurers."


class SenseDiffers(PackProblem):
    """The sense of the ground is {ground_sense}, that of its measure {measure_sense}."""

    cure = "Pair burdens with burdens and advantages with advantages."


class FeeForTheWayBack(PackProblem):
    """The way back costs money."""

    cure = "Set free_of_charge to true; repair is free of charge."


class DuplicateId(PackProblem):
    """The id {id} stands a second time in {section}."""

    cure = "Give each entry its own id; change a value by dates, not by a second entry."


class DatesReversed(PackProblem):
    """The last day {until} is before the first day {since}."""

    cure = "Correct the dates; both days are in force."


class DatesOverlap(PackProblem):
    """Two entries for {subject} are in force on the same day, {day}."""

    cure = "End the earlier the day before the later begins."


class DatesNotInOrder(PackProblem):
    """The dates are not in order, oldest first, each once: {day}."""

    cure = "Sort the values by date and keep one for each date."


class SourceAndDefault(PackProblem):
    """The value from {since} has a citation and is marked to_confirm, or has neither."""

    cure = "Give the citation, or mark the value to_confirm: true as this pack's own default."
