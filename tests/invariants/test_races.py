"""Real connections in real threads: two officers, a check against a withdrawal, one answer."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Event

import pytest
from django.db import connections

from goodstanding.disclosure.queries import open_recalls
from goodstanding.flow import contest, correct, decide, enquire, notify, propose
from goodstanding.flow.answers import Question, answer
from goodstanding.register import reading
from goodstanding.register.rebuilding import rebuild
from goodstanding.register.verifying import verify
from goodstanding.rules.errors import Refused
from goodstanding.rules.states import Designation, Record
from goodstanding.rules.working_set import WorkingSet
from tests.invariants.city import City
from tests.invariants.memory import officer, representative
from tests.invariants.player import CODES

CODE = CODES[0]
MARKET, SECOND, THIRD = (officer("market-regulation", n) for n in (1, 2, 3))
READER = officer("finance", 1)
ENTERED, DECIDED = date(2018, 4, 2), date(2018, 4, 16)
GROUND = "food-safety/serious-violation"


def together(*jobs):
    """Run jobs at the same time, each with its own connection; their answers or refusals."""
    start = Barrier(len(jobs))

    def run(job):
        try:
            start.wait(10)
            return job()
        except Refused as refused:
            return refused.codes
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


@pytest.fixture
def town(database):
    return City()


def entered(town, code=CODE):
    call = town.call(MARKET, ENTERED)
    return town.enter(call, organisation=code, kind="penalty")


def noticed(town, records, code=CODE):
    """A case whose window is over on the day of the decision."""
    case = propose.propose_designation(
        town.call(MARKET, ENTERED), organisation=code, ground=GROUND, records=tuple(records)
    )
    notify.serve_notice(
        town.call(MARKET, ENTERED), case=case, served_on=ENTERED, method="post", proof="EMS 1"
    )
    return case


def listing(town, case, by=SECOND):
    call = town.call(by, DECIDED)
    return lambda: decide.decide_designation(
        call, case=case, outcome="list", document=f"岚决〔{by.id}〕", reasons="事实清楚。"
    )


def ask(town, on=DECIDED):
    call = town.call(READER, on)
    return lambda: enquire.ask(call, Question(code=CODE, procedure="procurement"))


def test_of_two_reviewers_deciding_one_case_one_wins_and_the_other_is_told_why(town):
    for _ in range(6):
        case = noticed(town, [entered(town)])
        found = together(listing(town, case), listing(town, case, by=THIRD))
        assert sorted(found, key=str) == [("StepNotOpen",), None]
        state = reading.states(CODE)[case]
        assert isinstance(state, Designation)
        assert state.decider in (SECOND.id, THIRD.id)
        measures = WorkingSet(reading.states(CODE)).measures_under(case)
        under = [r.designation for measure in measures for r in measure.rests_on]
        assert under.count(case) == len(measures) > 0
    assert rebuild().differences == 0


def test_a_check_that_races_a_withdrawal_is_never_a_missed_recipient(town):
    """Either it still saw the record, and a recall is open; or it did not, and needs none."""
    outcomes = set()
    for number in range(25):
        record = entered(town)
        listing(town, noticed(town, [record]))()
        take_back = town.call(SECOND, DECIDED)

        def withdraw(record=record, call=take_back):
            return contest.withdraw_record(call, record=record, as_wrong=True, reasons="已撤销。")

        jobs = [ask(town), withdraw] if number % 2 else [withdraw, ask(town)]
        answered = next(each for each in together(*jobs) if each is not None)
        saw = {each.record for effect in answered.checked.effects for each in effect.records}
        recalled = {recall.record for recall in open_recalls(recipient=READER.recipient)}
        assert (record in saw) == (record in recalled)
        assert saw <= {record}
        outcomes.add(record in saw)
    assert verify().findings == ()
    assert outcomes, "both orders are lawful; which one comes is the machine's"


def test_a_correction_that_races_a_withdrawal_comes_before_it_or_not_at_all(town):
    for number in range(8):
        record = entered(town)
        values = {"CF_WSH": f"岚罚〔改{number}〕号"}
        fix, take_back = town.call(SECOND, DECIDED), town.call(THIRD, DECIDED)

        def put_right(record=record, call=fix, values=values):
            return correct.correct_record(call, record=record, values=values, reasons="笔误。")

        def withdraw(record=record, call=take_back):
            return contest.withdraw_record(call, record=record, as_wrong=True, reasons="已撤销。")

        jobs = [put_right, withdraw] if number % 2 else [withdraw, put_right]
        found = together(*jobs)
        corrected = found[jobs.index(put_right)]
        assert found[jobs.index(withdraw)] is None
        assert corrected in (None, ("CorrectionTooLate",))
        state = reading.states(CODE)[record]
        assert state.withdrawn is not None
        assert len(state.versions) == (2 if corrected is None else 1)
    assert rebuild().differences == 0
    assert verify().findings == ()


def test_of_two_corrections_of_what_was_read_once_wins(town):
    record = entered(town)
    jobs = [
        lambda call=town.call(by, DECIDED), n=n: correct.correct_record(
            call, record=record, values={"CF_NR_FK": str(n + 2)}, reasons="笔误。", version=1
        )
        for n, by in enumerate((SECOND, THIRD))
    ]
    assert sorted(together(*jobs), key=str) == [("CorrectedMeanwhile",), None]
    assert len(reading.states(CODE)[record].versions) == 2


def test_two_records_are_not_corrected_to_one_document(town):
    records = entered(town), entered(town)
    jobs = [
        lambda call=town.call(SECOND, DECIDED), record=record: correct.correct_record(
            call, record=record, values={"CF_WSH": "岚罚〔同〕号"}, reasons="笔误。"
        )
        for record in records
    ]
    assert sorted(together(*jobs), key=str) == [("AnotherRecordHasIt",), None]


def test_two_officers_accept_objections_of_one_organisation_at_once(town):
    """Each alone would fell nothing, both together would: the second acceptance sees the first."""
    for number in range(4):
        first, second = entered(town), entered(town)
        case = propose.propose_designation(
            town.call(MARKET, ENTERED),
            organisation=CODE,
            ground=GROUND,
            records=(first, second),
            each_suffices=True,
        )
        notify.serve_notice(
            town.call(MARKET, ENTERED), case=case, served_on=ENTERED, method="post", proof="1"
        )
        listing(town, case)()
        objections = [
            contest.file_objection(
                town.call(representative(CODE), DECIDED), target=each, reason="error", text="误。"
            )
            for each in (first, second)
        ]
        calls = [
            (town.call(by, DECIDED), o) for by, o in zip((MARKET, SECOND), objections, strict=False)
        ]
        found = together(
            *(lambda call=c, o=o: contest.accept_objection(call, objection=o) for c, o in calls)
        )
        assert found == [None, None], number
        states = reading.states(CODE)
        assert [len(states[each].marks) for each in (first, second)] == [1, 1]
        assert len([stay for stay in states[case].span.stays if stay.open]) == 1


def test_the_same_objection_accepted_twice_at_once_is_accepted_once(town):
    record = entered(town)
    call = town.call(representative(CODE), ENTERED)
    objection = contest.file_objection(call, target=record, reason="error", text="误。")
    jobs = [
        lambda call=town.call(by, ENTERED): contest.accept_objection(call, objection=objection)
        for by in (MARKET, SECOND)
    ]
    assert sorted(together(*jobs), key=str) == [("ObjectionStageWrong",), None]
    state = reading.states(CODE)[record]
    assert isinstance(state, Record)
    assert state.marks == (objection,)


def test_what_was_known_at_a_moment_is_answered_once_while_writers_run(town):
    """The same question about the same moment, asked while others write and asked again."""
    listing(town, noticed(town, [entered(town)]))()
    done, asked = Event(), []
    question = Question(code=CODE, procedure="procurement", on=DECIDED + timedelta(days=1))

    def write():
        number = 0
        while not done.is_set():
            number += 1
            with_now = town.call(MARKET, DECIDED)
            town.enter(with_now, organisation=CODE, kind="penalty")
        return number

    def read():
        for _ in range(40):
            moment = datetime.now(UTC)
            asked.append((moment, answer(question, today=DECIDED, known_at=moment)))
        done.set()

    together(write, read)
    for moment, told in asked:
        assert answer(question, today=DECIDED, known_at=moment) == told
        assert answer(question, today=DECIDED, known_at=told.position).checked == told.checked
