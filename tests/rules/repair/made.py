"""Records, listings, measures and repairs as the cases of the table say them."""

from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from goodstanding.rules.acts.values import Deadline, MeasureLine, Publishing
from goodstanding.rules.evolving.record import counts_again, lapsed_from
from goodstanding.rules.periods import last_day_of
from goodstanding.rules.repair.rule import Target
from goodstanding.rules.repair.state import GRANTED, Repair
from goodstanding.rules.states import (
    Designation,
    Ending,
    Measure,
    Record,
    Resting,
    Span,
    Stage,
    Version,
    Withdrawal,
)
from goodstanding.rules.working_set import WorkingSet
from tests.invariants.player import CODES

CODE, DEPARTMENT = CODES[0], "market-regulation"
DAY = timedelta(days=1)


def due(start: date) -> Deadline:
    return Deadline(start=start, working_days=1, due=start, not_before=None, rule="lift")


def record(decided: date, *, id: str = "r-1", kind: str = "penalty", severity: str = "") -> Record:
    found = Record(
        id=id,
        organisation=CODE,
        record_kind=kind,
        department=DEPARTMENT,
        authority="岚港市示例机关",
        document="岚罚〔1〕号",
        decided_on=decided,
        adverse=True,
        transcribed=False,
        basis_readable=True,
        natural_key=id,
        public_from=decided,
        public_until=None,
        publication=None,
        entered_by="o-1",
        entered_on=decided,
        versions=(Version(number=1, position=1, digest=""),),
    )
    if not severity:
        return found
    shown = Publishing(rule="", version="", state="public", severity=severity)
    return replace(found, publishing=shown)


def withdrawn(found: Record, *, as_wrong: bool = False) -> Record:
    on = found.decided_on
    return replace(found, withdrawn=Withdrawal(on=on, as_wrong=as_wrong, reason="", position=2))


def as_it_is(found: Record, state: str) -> Record:
    """The record disputed, taken back, repaired, or with its repair revoked."""
    gone = lapsed_from(found, repair="s-0", from_day=found.decided_on)
    return {
        "held": found,
        "disputed": replace(found, marks=("o-1",)),
        "withdrawn": withdrawn(found),
        "was-wrong": withdrawn(found, as_wrong=True),
        "repaired": gone,
        "restored": counts_again(gone, repair="s-0", from_day=found.decided_on + DAY),
    }[state]


def listing(ground: str, listed: date, until: date, **more: Any) -> Designation:
    return Designation(
        id="d-1",
        organisation=CODE,
        department=DEPARTMENT,
        ground=ground,
        field=ground.split("/", maxsplit=1)[0],
        sense="burden",
        **{
            "records": ("r-1",),
            "each_suffices": False,
            "stage": Stage.LISTED,
            "span": Span(first_day=listed, last_day=until),
            **more,
        },
        rulebook="",
        opened_on=listed,
        opened_at=1,
        decided_on=listed,
    )


def measure(name: str, ground: str, span: Span) -> Measure:
    resting = Resting(
        designation="d-1", ground=ground, basis=(), span=span, lift=due(span.last_day)
    )
    return Measure(
        id=f"d-1.{name}.finance",
        organisation=CODE,
        measure=name,
        department="finance",
        procedures=(),
        kind="act-now",
        sense="burden",
        stay_exempt=None,
        rests_on=(resting,),
        response=due(span.first_day),
    )


def target(case: dict[str, Any]) -> tuple[Target, WorkingSet]:
    """What repair is asked for, and the states around it."""
    what, decided, state = case["what"], case["decided"], case.get("state", "held")
    if "/" in what:
        return _listed(case, what, decided, state)
    found = as_it_is(record(decided, kind=what, severity=case.get("severity", "")), state)
    states: dict[str, Any] = {found.id: found}
    if ground := case.get("under"):
        more: dict[str, Any] = {}
        if beside := case.get("beside"):
            states["r-2"] = as_it_is(record(decided, id="r-2"), beside)
            more = {"records": ("r-1", "r-2"), "each_suffices": True}
        last = max(case["measures"].values())
        states["d-1"] = listing(ground, decided, last, **more)
        states |= _measures(case, ground, decided)
    return found, WorkingSet(states)


def _listed(
    case: dict[str, Any], ground: str, listed: date, state: str
) -> tuple[Designation, WorkingSet]:
    stages = {"ended": Stage.ENDED, "proposed": Stage.PROPOSED}
    span = Span(first_day=listed, last_day=case["until"]) if "until" in case else None
    found = listing(ground, listed, listed, stage=stages.get(state, Stage.LISTED), span=span)
    rests_on = record(case.get("on record", listed))
    states = {"d-1": found, "r-1": rests_on, **_measures(case, ground, listed)}
    return found, WorkingSet(states)


def _measures(case: dict[str, Any], ground: str, first: date) -> dict[str, Measure]:
    spans = {
        name: Span(first_day=first, last_day=d) for name, d in case.get("measures", {}).items()
    }
    made = [measure(name, ground, span) for name, span in spans.items()]
    return {each.id: each for each in made}


def running(of: Target, on: date) -> Repair:
    """An application that waits for its acceptance."""
    return Repair(
        id="s-0",
        organisation=CODE,
        target=of.id,
        target_kind="record",
        department=DEPARTMENT,
        rule="penalty-repaired",
        filed_on=on,
        filed_by="o-2",
        filed_at=1,
        performed_on=on,
        commitment_on=on,
        acceptance=due(on),
    )


def repaired(case: dict[str, Any]) -> tuple[WorkingSet, Repair]:
    """A listing and its measure, ended by the repair of the record they rest on."""
    listed, on, ground = case["listed"], case["repaired"], "bid-rigging/collusion"
    ending = Ending(cause="repaired", from_start=False, from_day=on, position=9)
    last = last_day_of(listed, months=case["months"])
    longest = case.get("measure", 99)
    own = min(last, last_day_of(listed, months=longest))
    line = MeasureLine(
        measure="procurement-exclusion",
        departments=("finance",),
        procedures=(),
        kind="act-now",
        sense="burden",
        basis=(),
        max_months=longest,
    )
    months = 0 if case.get("elsewhere") else case.get("noticed", case["months"])
    span = Span(first_day=listed, last_day=last, ending=ending)
    found = listing(
        ground, listed, last, stage=Stage.ENDED, span=span, months=months, measures=(line,)
    )
    under = measure(line.measure, ground, replace(span, last_day=own))
    gone = lapsed_from(record(listed), repair="s-0", from_day=on)
    granted = replace(running(gone, on), outcome=GRANTED, decided_on=on, decided_at=8)
    return WorkingSet({"d-1": found, under.id: under, "r-1": gone}), granted
