"""Every step of a repair is open at its stages and refused at every other."""

from collections.abc import Callable
from datetime import date
from itertools import product

import pytest
from msgspec.structs import replace

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.errors import Refused
from goodstanding.rules.law import Law
from goodstanding.rules.repair import decide, file, revoke
from goodstanding.rules.repair.state import Repair, Revocation
from goodstanding.rules.service.evidence import Delivery
from goodstanding.rules.working_set import WorkingSet
from tests.rules.calendars import official
from tests.rules.repair import made
from tests.rules.test_law_by_hand import book

ON = date(2018, 4, 2)
BY_POST = Delivery(served_on=ON, method="post", proof="1")
LAW = Law(rulebook=book("dongguan-2018"), calendar=official())
RECORD = made.record(date(2018, 3, 1))
WORK = WorkingSet({"r-1": RECORD})
FILED = made.running(RECORD, ON)
ACCEPTED = replace(FILED, accepted_on=ON, accepted_by="o-1", decision=made.due(ON))
GRANTED = replace(ACCEPTED, outcome="granted", decided_on=ON, decided_at=8)
NOTICE = Revocation(ground="false-papers", served_on=ON, statement=made.due(ON), notified_by="o-1")
ANSWERED = replace(NOTICE, answered_on=ON)
STAGES = {
    "filed": FILED,
    "papers-asked": replace(FILED, papers_asked_on=ON),
    "supplied": replace(FILED, papers_asked_on=ON, papers_supplied_on=ON),
    "accepted": ACCEPTED,
    "granted": GRANTED,
    "refused": replace(ACCEPTED, outcome="refused", decided_on=ON),
    "not-accepted": replace(FILED, outcome="not-accepted", decided_on=ON),
    "taken-back": replace(FILED, outcome="taken-back", decided_on=ON),
    "told": replace(GRANTED, revocation=NOTICE),
    "answered": replace(GRANTED, revocation=ANSWERED),
    "revoked": replace(GRANTED, revocation=ANSWERED, revoked_on=ON),
}
OPEN = {
    "ask_papers": {"filed"},
    "supply_papers": {"papers-asked"},
    "accept": {"filed", "papers-asked", "supplied"},
    "take_back": {"filed", "papers-asked", "supplied", "accepted"},
    "not-accepted": {"filed", "papers-asked", "supplied"},
    "granted": {"accepted"},
    "refused": {"accepted"},
    "extend": {"accepted"},
    "notify": {"granted"},
    "answer": {"told"},
    "revoke": {"answered"},
}
Step = Callable[[Repair], list[Decided]]
STEPS: dict[str, Step] = {
    "ask_papers": lambda found: file.ask_papers(found, missing="凭证", on=ON),
    "supply_papers": lambda found: file.supply_papers(found, text="凭证", law=LAW, on=ON),
    "accept": lambda found: file.accept(found, law=LAW, on=ON),
    "take_back": lambda found: file.take_back(found, on=ON),
    "extend": lambda found: decide.extend(found, reasons="复杂。", law=LAW, on=ON),
    "notify": lambda found: revoke.notify(
        found, BY_POST, ground="false-papers", facts="不实。", law=LAW, on=ON
    ),
    "answer": lambda found: revoke.answer(found, text="无。", waived=False, on=ON),
    "revoke": lambda found: revoke.revoke(
        found, reasons="不实。", ended=[], work=WORK, law=LAW, on=ON
    ),
}


def take(step: str, repair: Repair) -> list[Decided]:
    if step in STEPS:
        return STEPS[step](repair)
    ended = decide.RepairOutcome(outcome=step, ground="duty-not-performed", reasons="未履行。")
    return decide.decide(repair, RECORD, ended, work=WORK, law=LAW, on=ON)


@pytest.mark.parametrize(("stage", "step"), [*product(STAGES, OPEN)])
def test_a_step_is_open_at_its_stages_and_at_no_other(stage: str, step: str) -> None:
    if stage in OPEN[step]:
        assert take(step, STAGES[stage])
        return
    with pytest.raises(Refused):
        take(step, STAGES[stage])
