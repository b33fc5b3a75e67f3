"""A small invented history: acts as decided, for tests that do not care which law led to them.

A penalty of 1 March 2018, a designation listed on 13 March through 12 March 2021, one measure at
two departments: one applies it, one has not answered. An objection is accepted on 2 April.
"""

from datetime import UTC, date, datetime, time
from itertools import groupby

from goodstanding.register.writing import Author, writing
from goodstanding.rules.acts.designation import (
    DesignationEnded,
    DesignationListed,
    DesignationProposed,
    NoticeServed,
    StatementReceived,
    StayBegun,
    StayEnded,
)
from goodstanding.rules.acts.effects import Effect
from goodstanding.rules.acts.envelope import Act, Decided, Header
from goodstanding.rules.acts.measure import (
    MeasureAnswered,
    MeasureFedBack,
    MeasureReleased,
    MeasureResumed,
    MeasureStayed,
    MeasureTasked,
)
from goodstanding.rules.acts.objection import (
    ObjectionAccepted,
    ObjectionDecided,
    ObjectionFiled,
)
from goodstanding.rules.acts.organisation import OrganisationEntered, OrganisationNamed
from goodstanding.rules.acts.record import (
    RecordCorrected,
    RecordEntered,
    RecordMarked,
    RecordUnmarked,
    RecordWithdrawn,
)
from goodstanding.rules.acts.values import Basis, Deadline, MeasureLine
from goodstanding.rules.evolve import fold
from goodstanding.rules.states import State

CODE, OTHER = "91449800MA00000011", "91449800MA00000022"
RECORD, CASE, OBJECTION = "r-1", "d-1", "o-1"
APPLIED = "d-1.bid-limit.finance"
WAITING = "d-1.bid-limit.housing-construction"
FIRST_DAY, LAST_DAY = date(2018, 3, 13), date(2021, 3, 12)
OFFICER, REVIEWER = (
    Author("o-officer", "human-resources"),
    Author("o-reviewer", "human-resources"),
)
BASIS = (Basis(instrument="example-law", article="7"),)


def due(start: date, days: int, day: date | None, rule: str, earliest: date | None = None):
    return Deadline(start=start, working_days=days, due=day, not_before=earliest, rule=rule)


def act(aggregate: str, effect: Effect, on: date, code: str = CODE, **content: str) -> Decided:
    return Decided(
        stream=code, aggregate=aggregate, effective_on=on, effect=effect, content=content
    )


def entered(code: str = CODE, name: str = "岚港市示例电子有限公司") -> Decided:
    effect = OrganisationEntered(code=code, class_id="enterprise", name=name)
    return act(code, effect, date(2018, 3, 1), code)


def named(name: str, since: date, code: str = CODE) -> Decided:
    return act(code, OrganisationNamed(name=name, since=since), since, code)


def penalty(record: str = RECORD, code: str = CODE, **changed: object) -> Decided:
    values = {
        "record_kind": "penalty",
        "department": "human-resources",
        "authority": "岚港市人力资源局",
        "document": "岚人社罚〔2018〕1号",
        "decided_on": date(2018, 2, 28),
        "adverse": True,
        "transcribed": False,
        "basis_readable": True,
        "natural_key": f"key-of-{record}",
        "digest": "d1",
        "public_from": date(2018, 3, 1),
        "public_until": date(2021, 2, 27),
        "publication": due(date(2018, 2, 28), 7, date(2018, 3, 9), "publication"),
    }
    return act(record, RecordEntered(**{**values, **changed}), date(2018, 3, 1), code)


LINE = MeasureLine(
    measure="bid-limit",
    departments=("finance", "housing-construction"),
    procedures=("tender",),
    kind="at-procedure",
    sense="burden",
    basis=BASIS,
    max_months=36,
)
PROPOSED = act(
    CASE,
    DesignationProposed(
        department="human-resources",
        ground="wage-arrears/example",
        field="wage-arrears",
        sense="burden",
        records=(RECORD,),
        each_suffices=False,
        measures=(LINE,),
        months=36,
        case_number="岚人社列〔2018〕1号",
    ),
    date(2018, 3, 2),
)
NOTICED = act(
    CASE,
    NoticeServed(
        served_on=date(2018, 3, 5),
        method="post",
        proof="EMS 1",
        statement=due(date(2018, 3, 5), 5, date(2018, 3, 12), "statement-window"),
        hearing=None,
    ),
    date(2018, 3, 5),
)
STATED = act(CASE, StatementReceived(received_on=date(2018, 3, 8)), date(2018, 3, 8))
LISTED = act(
    CASE,
    DesignationListed(
        document="岚人社列〔2018〕1号", first_day=FIRST_DAY, last_day=LAST_DAY, measures=(LINE,)
    ),
    FIRST_DAY,
)


def tasked(measure: str, department: str, **changed: object) -> Decided:
    values = {
        "designation": CASE,
        "ground": "wage-arrears/example",
        "measure": "bid-limit",
        "department": department,
        "procedures": ("tender",),
        "kind": "at-procedure",
        "sense": "burden",
        "basis": BASIS,
        "first_day": FIRST_DAY,
        "last_day": LAST_DAY,
        "response": due(FIRST_DAY, 5, date(2018, 3, 20), "response"),
        "lift": due(LAST_DAY, 3, None, "lift", date(2021, 3, 15)),
    }
    return act(measure, MeasureTasked(**{**values, **changed}), FIRST_DAY)


def answered(measure: str, on: date = date(2018, 3, 15), answer: str = "apply") -> Decided:
    applies = answer == "apply"
    feedback = due(on, 10, date(2018, 3, 29), "feedback") if applies else None
    effect = MeasureAnswered(
        answer=answer, answered_on=on, acting_on=on if applies else None, feedback=feedback
    )
    return act(measure, effect, on)


def fed_back(measure: str, task: str, on: date) -> Decided:
    return act(measure, MeasureFedBack(task=task, done_on=on, proof="函 1"), on)


OBJECTED = act(
    OBJECTION,
    ObjectionFiled(
        target=RECORD,
        target_kind="record",
        department="human-resources",
        reason="error",
        new_evidence=False,
        filed_on=date(2018, 3, 30),
        at_counter=True,
        acceptance=None,
    ),
    date(2018, 3, 30),
)
STAY_DAY = date(2018, 4, 2)
ACCEPTED = [
    act(
        OBJECTION,
        ObjectionAccepted(
            accepted_on=STAY_DAY,
            verification=due(STAY_DAY, 5, date(2018, 4, 11), "verification"),
        ),
        STAY_DAY,
    ),
    act(RECORD, RecordMarked(objection=OBJECTION), STAY_DAY),
    act(CASE, StayBegun(objection=OBJECTION, first_day=STAY_DAY), STAY_DAY),
    act(
        APPLIED,
        MeasureStayed(
            designation=CASE,
            objection=OBJECTION,
            first_day=STAY_DAY,
            suspend=due(STAY_DAY, 3, date(2018, 4, 9), "lift"),
        ),
        STAY_DAY,
    ),
    act(
        WAITING,
        MeasureStayed(designation=CASE, objection=OBJECTION, first_day=STAY_DAY, suspend=None),
        STAY_DAY,
    ),
]
END_DAY = date(2018, 4, 10)
WITHDRAWN = [
    act(OBJECTION, ObjectionDecided(outcome="withdrawn", decided_on=END_DAY), END_DAY),
    act(RECORD, RecordUnmarked(objection=OBJECTION), END_DAY),
    act(RECORD, RecordWithdrawn(as_wrong=True, reason="objection"), END_DAY),
    act(
        CASE,
        DesignationEnded(cause="record-withdrawn", from_start=True, from_day=END_DAY),
        END_DAY,
    ),
    act(
        APPLIED,
        MeasureReleased(
            designation=CASE,
            from_start=True,
            from_day=END_DAY,
            lift=due(END_DAY, 3, date(2018, 4, 13), "lift"),
        ),
        END_DAY,
    ),
    act(
        WAITING,
        MeasureReleased(designation=CASE, from_start=True, from_day=END_DAY, lift=None),
        END_DAY,
    ),
]
DISMISSED = [
    act(OBJECTION, ObjectionDecided(outcome="dismissed", decided_on=END_DAY), END_DAY),
    act(RECORD, RecordUnmarked(objection=OBJECTION), END_DAY),
    act(CASE, StayEnded(objection=OBJECTION, last_day=END_DAY), END_DAY),
    act(
        APPLIED,
        MeasureResumed(
            designation=CASE,
            objection=OBJECTION,
            last_day=END_DAY,
            resume=due(END_DAY, 3, date(2018, 4, 13), "lift"),
        ),
        END_DAY,
    ),
]
CORRECTED = act(
    RECORD,
    RecordCorrected(
        document="岚人社罚〔2018〕1号",
        decided_on=date(2018, 2, 27),
        authority="岚港市人力资源和社会保障局",
        natural_key=f"key-of-{RECORD}",
        basis_readable=True,
        digest="d2",
        public_from=date(2018, 3, 2),
        public_until=date(2021, 2, 27),
        publication=None,
    ),
    date(2018, 3, 6),
)

UNTIL_NOTICE = [entered(), penalty(), PROPOSED, NOTICED]
UNTIL_LISTED = [
    *UNTIL_NOTICE,
    STATED,
    LISTED,
    tasked(APPLIED, "finance"),
    tasked(WAITING, "housing-construction"),
]
UNTIL_APPLIED = [
    *UNTIL_LISTED,
    answered(APPLIED),
    fed_back(APPLIED, f"{APPLIED}.apply.1", date(2018, 3, 28)),
]
UNTIL_STAYED = [*UNTIL_APPLIED, OBJECTED, *ACCEPTED]
UNTIL_WITHDRAWN = [*UNTIL_STAYED, *WITHDRAWN]
UNTIL_DISMISSED = [*UNTIL_STAYED, *DISMISSED]


def record_acts(acts: list[Decided]) -> None:
    """Append acts in order; the decision by another person than the proposal."""
    for author, some in groupby(acts, key=_author):
        part = list(some)
        at = datetime.combine(part[0].effective_on, time(), UTC)
        with writing(*{each.stream for each in part}, author=author, at=at) as work:
            work.append(part)


def _author(act: Decided) -> Author:
    return REVIEWER if isinstance(act.effect, DesignationListed) else OFFICER


def states_of(acts: list[Decided]) -> dict[str, State]:
    """What acts add up to, without a database; positions count from one."""
    return fold(
        Act(
            header=Header(
                act_id="",
                position=position,
                recorded_at=datetime.combine(each.effective_on, time(), UTC),
                effective_on=each.effective_on,
                stream=each.stream,
                aggregate=each.aggregate,
                kind="",
                by=_author(each).by,
                department=_author(each).department,
                rulebook="r" * 64,
                calendar="c" * 16,
                cause="",
            ),
            effect=each.effect,
            content={},
        )
        for position, each in enumerate(acts, start=1)
    )
