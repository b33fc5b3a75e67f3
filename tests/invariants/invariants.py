"""The invariants of the design, each asked of one organisation after a step."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import json

from goodstanding.clocks.rows import SHELVES
from goodstanding.rules.acts import designation as cases
from goodstanding.rules.acts import measure as measures
from goodstanding.rules.acts import objection as objections
from goodstanding.rules.acts import record as records
from goodstanding.rules.acts import repair as repairs
from goodstanding.rules.acts.values import Deadline, MeasureLine
from goodstanding.rules.effects import Effect, effects
from goodstanding.rules.identifiers import judge
from goodstanding.rules.law import Law
from goodstanding.rules.measure.respond import lift_duty
from goodstanding.rules.periods import last_day_of
from goodstanding.rules.standing import record_state
from goodstanding.rules.states import Designation, Measure, Record, State
from goodstanding.rules.working_set import WorkingSet
from tests.invariants.memory import NAME
from tests.invariants.opened import opens_only_what_has_effect
from tests.invariants.oracle import DAY, Facts, counted, falls, pairing_days

CalendarOf = Mapping[str, Law]


class Checked:
    """One organisation after a step: its states, its acts, the law, the day."""

    def __init__(self, code: str, states: dict[str, State], facts: Facts, law: Law, on: date):
        self.code, self.states, self.facts, self.law, self.on = code, states, facts, law, on

    def all(self) -> None:
        """Every invariant."""
        for day in self._days():
            found = effects(WorkingSet(self.states), on=day, rulebook=self.law.rulebook)
            self._exactly_what_the_acts_say(found, day)
            for effect in found:
                self._lawful(effect, day)
                self._records_stand(effect, day)
                assert effect.decision.designation in self.states
        self._marks()
        self._no_stay_without_a_dispute()
        self._wrong_from_the_start()
        self._nothing_longer()
        self._lifts()
        self._suspensions()
        self._clocks()
        self._only_codes()
        opens_only_what_has_effect(self.code, self.states, self.law, self.on)

    def _days(self) -> list[date]:
        """Today, the days around it, and the edges of every term and ending."""
        edges = {self.on, self.on - DAY, self.on + DAY, self.on + timedelta(days=900)}
        for act in self.facts.of(measures.MeasureTasked)[-3:]:
            edges |= {act.effect.first_day, act.effect.last_day, act.effect.last_day + DAY}
        for act in self.facts.of(cases.DesignationEnded)[-2:]:
            edges |= {act.effect.from_day - DAY, act.effect.from_day}
        for act in self.facts.of(repairs.RepairRevoked)[-2:]:
            edges |= {act.effect.revoked_on - DAY, act.effect.revoked_on}
        return sorted(edges)

    # Invariants 2 and 3: exactly these effects, stayed exactly on these days, none past its end.

    def _exactly_what_the_acts_say(self, found: list[Effect], day: date) -> None:
        told = Counter(
            (e.measure, e.department, e.decision.designation, str(e.force)) for e in found
        )
        assert told == Counter(self.facts.effects(day)), f"effects on {day}"
        assert all(e.first_day <= day <= e.last_day for e in found)

    # Invariant 1: a lawful decision behind every effect.

    def _lawful(self, effect: Effect, day: date) -> None:
        case = effect.decision.designation
        listed = self.facts.of(cases.DesignationListed, case)
        if listed:
            self._decided_here(effect, case)
            lines = listed[0].effect.measures
            decided, last = listed[0].header.effective_on, listed[0].effect.last_day
        else:
            (act,) = self.facts.of(cases.DesignationTranscribed, case)
            self._decided_elsewhere(act)
            lines, decided, last = act.effect.measures, act.header.effective_on, act.effect.last_day
        line = next(each for each in lines if each.measure == effect.measure)
        assert effect.last_day <= min(last, last_day_of(decided, months=line.max_months))
        self._paired(effect.ground, line, decided)

    def _decided_here(self, effect: Effect, case: str) -> None:
        (proposed,) = self.facts.of(cases.DesignationProposed, case)
        (noticed,) = self.facts.of(cases.NoticeServed, case)
        (listed,) = self.facts.of(cases.DesignationListed, case)
        on, notice = listed.header.effective_on, noticed.effect
        assert listed.header.by != proposed.header.by, "four eyes"
        assert notice.proof.strip()
        assert notice.method
        assert proposed.header.effective_on <= notice.served_on <= noticed.header.effective_on
        assert listed.content["reasons"].strip()
        assert listed.effect.document.strip()
        self._heard(case, listed.header.position, on)
        self._no_heavier(proposed.effect, listed.effect, on)

    def _heard(self, case: str, decided_at: int, on: date) -> None:
        def before(kind: type) -> list:
            return [a for a in self.facts.of(kind, case) if a.header.position < decided_at]

        (noticed,) = before(cases.NoticeServed)
        (listed,) = self.facts.of(cases.DesignationListed, case)
        waived = [a for a in before(cases.StatementWaived) if a.effect.waived_on <= on]
        statement = noticed.effect.statement
        end = counted(statement.start, statement.working_days, self.law.calendar)
        assert waived or (end is not None and on > end), "the statement window was open"
        self._hearing_owed(noticed.effect.hearing, waived, before(cases.HearingRequested), on)
        asked = [a.effect.requested_on for a in before(cases.HearingRequested)]
        held = [a.effect.held_on for a in before(cases.HearingHeld)]
        assert not asked or any(min(asked) <= day <= on for day in held), "no hearing was held"
        if before(cases.StatementReceived):
            assert listed.content["answer"].strip(), "the statement was not answered"

    def _hearing_owed(self, window: Deadline | None, waived: list, asked: list, on: date) -> None:
        if window is None or asked or any(a.effect.hearing for a in waived):
            return
        end = counted(window.start, window.working_days, self.law.calendar)
        assert end is not None, "the calendar of the hearing window is not loaded"
        assert on > end, "a hearing could still be asked for"

    def _no_heavier(
        self, noticed: cases.DesignationProposed, listed: cases.DesignationListed, on: date
    ) -> None:
        said = {line.measure: line for line in noticed.measures}
        assert listed.last_day <= last_day_of(on, months=noticed.months)
        for line in listed.measures:
            then = said[line.measure]
            assert set(line.departments) <= set(then.departments)
            assert set(line.procedures) <= set(then.procedures)
            assert line.max_months <= then.max_months

    def _decided_elsewhere(self, act) -> None:
        (entered,) = self.facts.of(records.RecordEntered, act.effect.record)
        assert entered.effect.transcribed
        assert entered.header.by != act.header.by, "four eyes"
        assert act.effect.authority
        assert act.effect.document
        assert self.law.rulebook.grounds[act.effect.ground].decided_elsewhere

    def _paired(self, ground: str, line: MeasureLine, decided: date) -> None:
        days = pairing_days(self.law.rulebook, ground, line.measure)
        assert any(a <= decided and (b is None or decided <= b) for a, b in days)
        assert line.basis

    # Invariant 4: a record taken back carries nothing.

    def _records_stand(self, effect: Effect, day: date) -> None:
        case = self.states[effect.decision.designation]
        assert isinstance(case, Designation)
        gone = {id for id in case.records if self._gone(id, day)}
        assert not falls(case.records, case.each_suffices and not case.elsewhere, gone)
        assert not gone & {each.record for each in effect.records}

    def _gone(self, record: str, day: date) -> bool:
        acts = self.facts.of(records.RecordWithdrawn, record)
        gone = any(a.effect.as_wrong or day >= a.header.effective_on for a in acts)
        state = self.states[record]
        assert isinstance(state, Record)
        assert gone == (record_state(state, on=day) == "withdrawn")
        repaired = self.facts.lapsed(record, day)
        assert gone or repaired == (record_state(state, on=day) == "repaired")
        return gone or repaired

    # Invariant 2: the mark and the stay live exactly as long as the objection is verified.

    def _marks(self) -> None:
        for record in (s for s in self.states.values() if isinstance(s, Record)):
            disputes = self.facts.disputes(record.id)
            assert set(record.marks) <= disputes
            assert record.withdrawn or set(record.marks) == disputes

    def _no_stay_without_a_dispute(self) -> None:
        for case in (s for s in self.states.values() if isinstance(s, Designation)):
            if case.span is None or case.span.ending is not None:
                continue
            running = [stay for stay in case.span.stays if stay.last_day is None]
            disputes = [stay for stay in running if not stay.ordered]
            assert bool(disputes) == self.facts.must_stay(case.id)
            ordered = {stay.objection for stay in running if stay.ordered}
            assert ordered == self.facts.ordered(case.id)

    # From the start only what rested on nothing but what was wrong; else it was lawful for a while.

    def _wrong_from_the_start(self) -> None:
        for act in self.facts.of(cases.DesignationEnded):
            if act.effect.cause == "record-withdrawn" and self.facts.listed(act):
                assert act.effect.from_start == self.facts.all_wrong(act)

    # What a revoked repair brings back has the last day it had, or fewer.

    def _nothing_longer(self) -> None:
        for act in self.facts.of(repairs.DesignationRestored):
            case = act.header.aggregate
            listed = self.facts.of(cases.DesignationListed, case)
            listed = listed or self.facts.of(cases.DesignationTranscribed, case)
            assert act.effect.last_day <= listed[0].effect.last_day
        for act in self.facts.of(repairs.MeasureRestored):
            tasked = self.facts.of(measures.MeasureTasked, act.header.aggregate)
            under = [a.effect for a in tasked if a.effect.designation == act.effect.designation]
            assert act.effect.last_day <= under[0].last_day

    # A measure rests on a set: its lift is due exactly when the last one ends.

    def _lifts(self) -> None:
        for measure in (s for s in self.states.values() if isinstance(s, Measure)):
            carried = [day for day in (self.on, self.on + DAY) if self._carried(measure, day)]
            again = self.facts.of(repairs.MeasureRestored, measure.id)
            since = max((act.header.position for act in again), default=-1)
            lifts = [task for task in measure.tasks if task.kind == "lift"]
            assert all(task.done_on for task in lifts if task.opened_at < since)
            asked = [task for task in lifts if task.opened_at > since]
            assert len(asked) <= 1
            assert not (asked and carried), "a lift while the measure is carried"
            if self.on in carried or not measure.applied:
                assert not asked
                assert lift_duty(measure, on=self.on) is None
            else:
                duty = asked[0] if asked else lift_duty(measure, on=self.on)
                assert duty is not None, f"{measure.id} ended and no lift is due"
                self._counts(duty.due)
                assert duty.due.start in self._ends(measure)
                assert duty.due.start <= self.on

    def _carried(self, measure: Measure, day: date) -> bool:
        tasked = self.facts.of(measures.MeasureTasked, measure.id)
        return any(self.facts.base(a.effect.designation, a.effect, day) for a in tasked)

    def _ends(self, measure: Measure) -> set[date]:
        """The days on which a designation under the measure reached its last day or was ended."""
        days = set()
        for act in self.facts.of(measures.MeasureTasked, measure.id):
            ended = self.facts.of(cases.DesignationEnded, act.effect.designation)
            days |= {act.effect.last_day, *(e.header.effective_on for e in ended)}
        return days

    # A department that acted is told to stop, and to go on.

    def _suspensions(self) -> None:
        tomorrow = self.on + DAY
        for measure in (s for s in self.states.values() if isinstance(s, Measure)):
            waiting = [t for t in measure.tasks if not t.done_on and t.due.start <= self.on]
            # What an order names the last day of is moot, or asked, from that day on.
            asked = [t.kind for t in waiting if not t.not_after or t.not_after >= tomorrow]
            assert asked.count("suspend") <= 1
            assert asked.count("resume") <= 1
            tasked = [a.effect for a in self.facts.of(measures.MeasureTasked, measure.id)]
            under = [t for t in tasked if self.facts.base(t.designation, t, tomorrow)]
            if not measure.applied or not under or self._over_by_time(tasked, tomorrow):
                continue
            if measure.stay_exempt:
                continue
            running = [t for t in under if not self.facts.stayed(t.designation, tomorrow)]
            if running:
                assert "suspend" not in asked
                assert not _stopped(measure) or "resume" in asked, f"{measure.id} is to resume"
            elif any(self.facts.masks.get(t.designation) for t in under):
                assert "resume" not in asked
            elif all(self._stayed_since(t, measure) for t in under):
                assert _stopped(measure) or "suspend" in asked, f"{measure.id} is to be suspended"
                assert "resume" not in asked

    def _over_by_time(self, tasked: list[measures.MeasureTasked], day: date) -> bool:
        """Whether one of them reached its last day: nobody acts then, so nobody is told."""
        over = [t for t in tasked if t.last_day < day]
        return any(not self.facts.ended(t.designation, t.last_day) for t in over)

    def _stayed_since(self, tasked: measures.MeasureTasked, measure: Measure) -> bool:
        """Whether the stay began after the department said it applies the measure."""
        acts = self.facts.of(objections.ObjectionAccepted)
        spans = self.facts.stays[tasked.designation]
        since = spans[-1][0]
        before = [a.header.position for a in acts if a.header.effective_on == since]
        return bool(before) and min(before) > measure.answered_at

    # Invariant 9: an owner and a day for every duty.

    def _clocks(self) -> None:
        for state in self.states.values():
            for shelf in (each for each in SHELVES if isinstance(state, each.state)):
                for row in shelf.rows(state):
                    assert row.department in self.law.rulebook.departments
                    assert (row.due_on is None) != (row.not_before is None)
                    assert row.opens_on

    def _counts(self, due: Deadline) -> None:
        day = counted(due.start, due.working_days, self.law.calendar)
        assert due.due in (day, None)
        assert due.due is not None or due.not_before is not None

    # Invariant 8: a code restricts, a name never.

    def _only_codes(self) -> None:
        for act in self.facts.acts:
            assert act.header.stream == self.code
            assert judge(act.header.stream).valid
            if not act.header.kind.startswith("organisation-"):
                assert NAME.encode() not in json.encode(act.effect)
        for state in self.states.values():
            if isinstance(state, Designation):
                assert all(record in self.states for record in state.records)


def _stopped(measure: Measure) -> bool:
    """Whether the department reported last that it suspended or lifted."""
    done = [t.kind for t in measure.tasks if t.done_on and t.kind != "apply"]
    return bool(done) and done[-1] != "resume"
