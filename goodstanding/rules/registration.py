"""What a row of base registration adds to what the register knows; nothing known is overwritten.

A row is one statement of one day. What it says again adds nothing; what it says of earlier days goes
into its place in the history; what contradicts a known fact is refused, whichever of both is newer.
"""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from goodstanding.rules.acts.effects import Effect
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.organisation import OrganisationEntered
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.errors import Refusal
from goodstanding.rules.evolving.organisation import MEANING
from goodstanding.rules.identifiers import ClassOutsideTheRegister, class_of
from goodstanding.rules.judging import Duplicate, Judged
from goodstanding.rules.legal_person import Organisation
from goodstanding.rules.official_columns import COLUMNS
from goodstanding.rules.record_cells import written
from goodstanding.rules.record_types import Accepted, Problem, RegistrationFields, Rejected
from goodstanding.rules.registration_facts import Fact, facts_of
from goodstanding.rules.registration_refusals import (
    NotTheRegistrar,
    RegistrarNotNamed,
    SuccessorUnknown,
)
from goodstanding.rules.registration_row import REASONS, STATUSES

KIND = "registration"
Known = Mapping[str, Organisation]
_TITLES = {column.code: column.title for column in COLUMNS[KIND]}
_NOT_ECHOED = {_TITLES["RG_SUCCESSORS"], _TITLES["RG_FORMER_CODE"]}


def stated(row: Accepted) -> RegistrationFields:
    """What the row states; rows of this kind hold nothing else."""
    assert isinstance(row.fields, RegistrationFields)
    return row.fields


def streams_of(row: Accepted) -> tuple[str, ...]:
    """The organisations a row writes to: its own, those that succeed it, its former code."""
    fields = stated(row)
    former = (fields.former_code,) if fields.former_code else ()
    return (row.organisation_code, *fields.successors, *former)


class Registering:
    """Rows one after the other, each judged by what the register knows after those before it.

    Args:
        known: the organisations of the rows' streams that the register has met, by code.
        department: who sends the rows.
    """

    def __init__(self, known: Known, *, department: str, rulebook: Rulebook) -> None:
        self.known = dict(known)
        self._department, self._rulebook = department, rulebook
        self.decided: list[Decided] = []
        self.codes: list[str] = []

    def take(self, judged: Judged) -> Judged:
        """The verdicts once each row met the register: accepted, a duplicate, or rejected."""
        accepted, digests, duplicates, rejected = [], [], list[Duplicate](), list[Rejected]()
        for row, digest in zip(judged.accepted, judged.digests, strict=True):
            verdict = self._one(row)
            if isinstance(verdict, Accepted):
                accepted.append(row)
                digests.append(digest)
            elif isinstance(verdict, Rejected):
                rejected.append(verdict)
            else:
                duplicates.append(verdict)
        return Judged(
            accepted=tuple(accepted),
            digests=tuple(digests),
            duplicates=(*judged.duplicates, *duplicates),
            rejected=(*judged.rejected, *rejected),
            quarantined=judged.quarantined,
        )

    def _one(self, row: Accepted) -> Accepted | Rejected | Duplicate:
        problems = list(self._refusals(row))
        facts: list[Fact] = []
        if not problems:
            facts, problems = facts_of(row, stated(row), self.known)
        if problems:
            return _rejected(row, problems)
        if not facts:
            return Duplicate(row=row.row, of_row=None)
        self._write(row, facts)
        return row

    def _refusals(self, row: Accepted) -> Iterable[tuple[str, Refusal]]:
        held = self._rulebook.register_classes[row.class_id]
        keeping = self._rulebook.registering(row.class_id)
        if not keeping:
            yield "RG_CODE", RegistrarNotNamed(class_title=held.title.zh)
        elif self._department not in {each.id for each in keeping}:
            registrar = "、".join(each.title.zh for each in keeping)
            yield "RG_CODE", NotTheRegistrar(class_title=held.title.zh, registrar=registrar)
        fields = stated(row)
        others = [("RG_SUCCESSORS", each) for each in fields.successors]
        others += [("RG_FORMER_CODE", fields.former_code)] if fields.former_code else []
        for column, code in others:
            known = class_of(code)
            if known.id not in self._rulebook.classes_in:
                yield column, ClassOutsideTheRegister(class_id=known.id, class_title=known.title)
            elif column == "RG_SUCCESSORS" and code not in self.known:
                yield column, SuccessorUnknown()

    def _write(self, row: Accepted, facts: Iterable[Fact]) -> None:
        former = stated(row).former_code
        if former and former not in self.known:
            self._add(former, _entered(former, row.organisation_name), row)
        for fact in facts:
            self._add(fact.stream, fact.effect, row)
        self.codes.append(row.organisation_code)

    def _add(self, stream: str, effect: Effect, row: Accepted) -> None:
        act = Decided(stream=stream, aggregate=stream, effective_on=row.decided_on, effect=effect)
        self.known[stream] = evolved(self.known.get(stream), effect)
        self.decided.append(act)


def evolved(state: Organisation | None, effect: Effect) -> Organisation:
    """The organisation after an act about it; such acts mean the same whoever wrote them."""
    found = MEANING[type(effect)](state, effect, None)
    assert isinstance(found, Organisation)
    return found


def _entered(code: str, name: str) -> OrganisationEntered:
    return OrganisationEntered(code=code, class_id=class_of(code).id, name=name)


def _rejected(row: Accepted, problems: Iterable[tuple[str, Refusal]]) -> Rejected:
    fields = stated(row)
    words = replace(
        fields,
        status=STATUSES[fields.status][0] if fields.status else "",
        reason=REASONS.get(fields.reason, ""),
    )
    cells = written(replace(row, fields=words))
    return Rejected(
        row=row.row,
        problems=tuple(Problem.of(each, column=_TITLES[column]) for column, each in problems),
        echo={name: text for name, text in cells.items() if name not in _NOT_ECHOED},
    )
