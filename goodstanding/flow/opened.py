"""What consent opens of an organisation today, told whole: for a pull, and for a look before it."""

from collections.abc import Sequence
from datetime import date

import msgspec

from goodstanding.catalogue.queries import law as law_on
from goodstanding.flow.answers import Question, answer
from goodstanding.flow.registered import Registered, registered
from goodstanding.register.reading import content, head, states
from goodstanding.rules.acts.values import Basis
from goodstanding.rules.consent.contents import (
    OpenClass,
    OpenDesignation,
    Opening,
    OpenPromise,
    OpenRecord,
    contents,
    wants,
)
from goodstanding.rules.effects import RecordVersion
from goodstanding.rules.standing import standing
from goodstanding.rules.states import Record
from goodstanding.rules.text_reading import public_texts
from goodstanding.rules.working_set import WorkingSet


class RecordTold(OpenRecord, frozen=True, kw_only=True):
    """A record with the texts that strangers might read as well, had they the record."""

    texts: dict[str, str]


class DesignationTold(OpenDesignation, frozen=True, kw_only=True):
    """A designation with what it is based on, by the rulebook of the day."""

    basis: tuple[Basis, ...]


class ClassTold(msgspec.Struct, frozen=True, kw_only=True):
    """One class of data and all that is in it today; ``registration`` is null where it has none."""

    id: str
    registration: Registered | None
    records: tuple[RecordTold, ...]
    designations: tuple[DesignationTold, ...]
    promises: tuple[OpenPromise, ...]


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What is told of an organisation on a day. ``answer``: of the purpose's procedure, advantage or
    clear; null where no class of data has it. ``position``: up to which act.
    """

    organisation: str
    on: date
    position: int
    rulebook: str
    calendar: str
    procedure: str
    answer: str | None
    classes: tuple[ClassTold, ...]

    @property
    def versions(self) -> tuple[RecordVersion, ...]:
        """Every version of a record that is told, and every designation, which has one."""
        records = (each for one in self.classes for each in one.records)
        cases = (each for one in self.classes for each in one.designations)
        found = (
            *(RecordVersion(record=each.id, version=each.version) for each in records),
            *(RecordVersion(record=each.id, version=1) for each in cases),
        )
        return tuple(dict.fromkeys(found))


def opened(codes: Sequence[str], opening: Opening, *, procedure: str, on: date) -> Told:
    """What some classes of data hold today of the legal person that bears or bore these codes.

    Args:
        codes: oldest first, at least one that is known; whoever calls holds them against writers.
        procedure: whose answer belongs to the purpose.
    """
    position = head().position
    law = law_on(on=on, known_at=None)
    work = WorkingSet({id: each for code in codes for id, each in states(code).items()})
    found = standing(work, organisation=codes[-1], on=on, rulebook=law.rulebook)
    stated = {each.id for each in opening.classes if "registration" in each.facts}
    asked = wants(opening.classes, "answer")
    return Told(
        organisation=codes[-1],
        on=on,
        position=position,
        rulebook=law.versions[0],
        calendar=law.versions[1],
        procedure=procedure,
        answer=_answer(codes[-1], procedure, on) if asked else None,
        classes=tuple(
            _told(each, work, on, registered(codes) if each.id in stated else None)
            for each in contents(opening, found, work)
        ),
    )


def _answer(code: str, procedure: str, on: date) -> str:
    """What is firm today: nothing is answered to a lender but advantage or clear."""
    return str(answer(Question(code=code, procedure=procedure), today=on).checked.act_as)


def _told(
    found: OpenClass, work: WorkingSet, on: date, registration: Registered | None
) -> ClassTold:
    states = {each.id: work.one(Record, each.id) for each in found.records}
    texts = content(each.version.position for each in states.values())
    return ClassTold(
        id=found.id,
        registration=registration,
        records=tuple(
            RecordTold(
                **msgspec.structs.asdict(each),
                texts=_texts(states[each.id], texts),
            )
            for each in found.records
        ),
        designations=tuple(_case(each, on) for each in found.designations),
        promises=found.promises,
    )


def _texts(record: Record, found: dict[int, dict[str, str]]) -> dict[str, str]:
    held = bool(record.texts_held) or bool(record.texts_withheld)
    return public_texts(found.get(record.version.position, {}), held=held)


def _case(found: OpenDesignation, on: date) -> DesignationTold:
    ground = law_on(on=on, known_at=None).rulebook.grounds.get(found.ground)
    cited = ground.citations if ground else ()
    basis = (Basis(instrument=each.instrument, article=each.article_on(on)) for each in cited)
    return DesignationTold(**msgspec.structs.asdict(found), basis=tuple(basis))
