"""What a rulebook is made of: frozen data, each with its titles, its days of force, its sources."""

from datetime import date
from typing import Annotated, Literal

import msgspec

from goodstanding.rules.catalogue.entry import Changeable, Entry
from goodstanding.rules.catalogue.grounding import DecisionKind, SuperiorConsent
from goodstanding.rules.catalogue.sources import (
    Citation,
    Confidence,
    Id,
    InForce,
    Path,
    Title,
)
from goodstanding.rules.catalogue.stages import Stage

Sense = Literal["burden", "advantage"]
Months = Annotated[int, msgspec.Meta(ge=1, le=120)]
Number = Annotated[int, msgspec.Meta(ge=1, le=366)]
Unit = Literal["working_days", "calendar_days", "months", "day_of_month"]


class ClassIn(Changeable, frozen=True, kw_only=True):
    """A class of organisation held in the register, by the first characters of its codes."""

    id: Id
    title: Title
    prefixes: tuple[str, ...]


class ClassOut(Changeable, frozen=True, kw_only=True):
    """A class named as outside the register, with the reason in words."""

    id: Id
    title: Title
    prefixes: tuple[str, ...]
    reason: Title


class RecordKind(Changeable, frozen=True, kw_only=True):
    """A kind of record.

    `adverse`: it may speak against the organisation; `publication_term`: id of the parameter with
    the longest term of publication, None where it is not published or bears its own last day;
    `publication_due`: id of the parameter with the days allowed to publish it (double publicity);
    `transcribed`: the entry was decided elsewhere, and is confirmed here by a second officer.
    """

    id: Id
    title: Title
    adverse: bool
    publication_term: Path | None = None
    publication_due: Path | None = None
    transcribed: bool = False


class Field(Changeable, frozen=True, kw_only=True):
    """A field of administration that grounds are of, for instance food safety."""

    id: Id
    title: Title


class Shielded(Entry, frozen=True, kw_only=True):
    """From when a shield pauses measures at a procedure; `confidence`: how sure that is."""

    in_force: InForce
    confidence: Confidence = "certain"

    def holds_on(self, day: date) -> bool:
        """True if `day` is one of its days."""
        return self.in_force.holds_on(day)


class Procedure(Changeable, frozen=True, kw_only=True):
    """A procedure a check is asked for.

    `shielded`: while a bankruptcy plan is carried out, measures here impede that and are paused.
    `stages`: what a case of it goes through, in order; none where no case of it is kept.
    """

    id: Id
    title: Title
    shielded: Shielded | None = None
    stages: tuple[Stage, ...] = ()


class Term(Entry, frozen=True, kw_only=True):
    """How long a designation lasts when the decision does not say, and at most (months)."""

    months: Months
    max_months: Months


class Hearing(Entry, frozen=True, kw_only=True):
    """Whether a hearing may be asked for, and the parameter with the days to ask."""

    allowed: bool
    request: Path | None = None


class WayBack(Entry, frozen=True, kw_only=True):
    """How the organisation leaves: what to do, from when, with which papers, free of charge.

    `after_months`: the earliest exit, in months counted from `counted_from`.
    """

    what: Title
    after_months: Annotated[int, msgspec.Meta(ge=0, le=120)]
    counted_from: Literal["decision", "performance"]
    papers: tuple[Title, ...]
    free_of_charge: bool


class Ground(Changeable, frozen=True, kw_only=True):
    """A ground of designation: what must have been decided about an organisation, and by whom.

    `records`: kinds of record it may rest on; `deciding`: departments that may decide on it;
    `statement_window`: parameter id; `decided_elsewhere`: the decision is another authority's and
    is only transcribed; `each_suffices`: whether each record carries the designation alone when the
    decision does not say; `rests_on`: the kinds of decision that carry it; `superior_consent`: the
    higher authority that must agree first; `repair`: id of the repair rule, where it is not the way
    back alone; `historic`: a basis of the city alone, which ended before 2020-12-18.
    """

    id: Path
    field: Id
    title: Title
    sense: Sense
    records: tuple[Id, ...]
    deciding: tuple[Id, ...]
    term: Term
    statement_window: Path
    hearing: Hearing
    way_back: WayBack
    citations: tuple[Citation, ...]
    in_force: InForce
    decided_elsewhere: bool = False
    each_suffices: bool = False
    rests_on: tuple[DecisionKind, ...] = ()
    superior_consent: SuperiorConsent | None = None
    repair: Id | None = None
    historic: bool = False
    confidence: Confidence = "certain"


class Measure(Changeable, frozen=True, kw_only=True):
    """A thing departments do because of a designation.

    `targets`: classes of organisation; `procedures`: where a check shows it (possibly nowhere);
    `kind`: `act-now` (the department acts when told) or `at-procedure` (it acts when the
    organisation comes); `stay_exempt`: the law that lets it run on while an objection is verified;
    `fields`: those it is connected with, so that grounds of these fields may lead to it.
    """

    id: Id
    title: Title
    sense: Sense
    kind: Literal["act-now", "at-procedure"]
    targets: tuple[Id, ...]
    departments: tuple[Id, ...]
    in_force: InForce
    procedures: tuple[Id, ...] = ()
    stay_exempt: Citation | None = None
    reporting_duty: bool = True
    fields: tuple[Id, ...] = ()
    confidence: Confidence = "certain"


class Pairing(Changeable, frozen=True, kw_only=True):
    """A ground leads to a measure, by these articles, in these days, for at most so many months.

    Every article of `citations` is needed: when one is repealed the pairing ends. Memoranda and
    city documents that also name it go to `see_also` and carry nothing. `historic`: a basis of the
    city alone, which ended before 2020-12-18. `counted_from`: where the law looks back over so many
    months before a bid, they run from the decision on record, however late the designation is.
    `fixed_term`: the law itself fixes the months; repair does not shorten them.
    """

    ground: Path
    measure: Id
    citations: tuple[Citation, ...]
    in_force: InForce
    max_months: Months
    see_also: tuple[Citation, ...] = ()
    counted_from: Literal["designation", "record"] = "designation"
    historic: bool = False
    fixed_term: bool = False
    confidence: Confidence = "certain"

    @property
    def id(self) -> str:
        """How problems and changes name it."""
        return f"{self.ground} with {self.measure}"


class DatedValue(Entry, frozen=True, kw_only=True, rename={"since": "from"}):
    """A value from `since` on, with its citation or marked as this pack's own default.

    `candidates`: while it is not confirmed, the values it may prove to be; the value is the one
    most favourable to the organisation.
    """

    since: date
    value: Number
    citation: Citation | None = None
    to_confirm: bool = False
    candidates: tuple[Number, ...] = ()

    @property
    def unsure(self) -> bool:
        """True while the number is not confirmed: this pack's default, or a doubtful citation."""
        return self.to_confirm or (
            self.citation is not None and self.citation.confidence == "to_confirm"
        )


class Parameter(Changeable, frozen=True, kw_only=True):
    """A number of the law: unit, and values oldest first.

    `favours`: whether the longer or the shorter is better for the organisation.
    """

    id: Path
    title: Title
    unit: Unit
    values: tuple[DatedValue, ...]
    favours: Literal["longer", "shorter"] | None = None


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """A parameter's value on a day. `to_confirm`: the pack's default, no instrument gives it."""

    value: int
    unit: Unit
    citation: Citation | None
    to_confirm: bool


class BlockedBasis(Changeable, frozen=True, kw_only=True):
    """Instruments whose decisions stay outside the register.

    `names`: full and common short names; `articles`: only these (all if empty), in any numbering
    the instrument has had.
    """

    id: Id
    title: Title
    names: tuple[str, ...]
    articles: tuple[str, ...] = ()


class PackHead(Entry, frozen=True, kw_only=True):
    """Which rulebook a pack is: `id` is stable, `version` a label, `in_force_from` its first day.

    `amends`: id of the rulebook it changes from that day on; a pack that stands alone has none.
    """

    id: Id
    version: str
    title: Title
    in_force_from: date
    amends: Id | None = None
