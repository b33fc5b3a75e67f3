"""One penalty in the register, as a file brought it, to be corrected."""

from datetime import UTC, date, datetime

from goodstanding.rules.actors import Actor, Role
from goodstanding.rules.acts.envelope import Act, Decided, Header
from goodstanding.rules.codec import kind_of
from goodstanding.rules.correction.correct import Before, Correction, correct
from goodstanding.rules.evolve import evolve
from goodstanding.rules.receiving import record_entered
from goodstanding.rules.record_digest import digest
from goodstanding.rules.record_types import Accepted
from goodstanding.rules.records import judge_row
from goodstanding.rules.states import Record
from tests.invariants import law as laws
from tests.rules.penalty_rows import code, penalty

HOME, ENTERED, TODAY = "market-regulation", date(2026, 3, 2), date(2026, 6, 1)
DECIDED = date(2026, 3, 1)
NAME = penalty(1)["CF_XDR_MC"]
LAW = laws.real()


def officer(number: int = 1, *roles: Role) -> Actor:
    """Somebody of the department."""
    found = frozenset(roles or (Role.OFFICER,))
    return Actor(id=f"o-{number}", department=HOME, roles=found)


def entered(row: dict[str, str] | None = None, *, kind: str = "penalty", id: str = "r-1") -> Act:
    """The act a sound row becomes, by officer 1."""
    cells = row or penalty(1, CF_JDRQ=DECIDED.isoformat(), CF_GSJZQ="")
    verdict = judge_row(cells, kind=kind, row=7, rulebook=LAW.rulebook, today=ENTERED)
    assert isinstance(verdict, Accepted), verdict
    made = record_entered(
        verdict,
        id=id,
        digest=digest(verdict),
        department=HOME,
        batch="b-1",
        law=LAW,
        on=ENTERED,
    )
    return recorded(made, position=1)


def recorded(made: Decided, *, position: int, by: str = "o-1") -> Act:
    """An act as the register would hold it."""
    header = Header(
        act_id=str(position),
        position=position,
        recorded_at=datetime(2026, 3, 2, tzinfo=UTC),
        effective_on=made.effective_on,
        stream=made.stream,
        aggregate=made.aggregate,
        kind=kind_of(made.effect),
        by=by,
        department=HOME,
        rulebook="",
        calendar="",
        cause="",
    )
    return Act(header=header, effect=made.effect, content=made.content)


def fold(*acts: Act) -> Record:
    """The record they add up to."""
    state = None
    for act in acts:
        state = evolve(state, act)
    assert isinstance(state, Record)
    return state


def corrected(act: Act, values: dict[str, str], *, reasons: str = "录入笔误。", **more) -> Act:
    """The correction of the record an act entered, as the register would hold it."""
    options = {"holder_of": lambda key: None, "hindering": [], "law": LAW, "on": TODAY, **more}
    version = options.pop("version", None)
    record = options.pop("record", None) or fold(act)
    before = Before(record=record, content=act.content, name=NAME)
    made = correct(before, Correction(values=values, reasons=reasons, version=version), **options)
    return recorded(made[0], position=2, by="o-2")


CODE = code(1)
