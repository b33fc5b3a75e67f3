"""What must hold, said again from the acts alone: slow, plain, and none of the code it judges."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from goodstanding.rules.acts import designation as cases
from goodstanding.rules.acts import measure as measures
from goodstanding.rules.acts import objection as objections
from goodstanding.rules.acts import proceeding as proceedings
from goodstanding.rules.acts import record as records
from goodstanding.rules.acts import repair as repairs
from goodstanding.rules.acts.envelope import Act
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.workdays import WorkCalendar

DAY = timedelta(days=1)
Key = tuple[str, str, str, str]


@dataclass
class Mask:
    """Days masked by an order; ``key``: the proceeding, and whether by order, outcome or to a day."""

    key: tuple[str, str]
    whole: bool
    first: date
    last: date | None

    def covers(self, day: date) -> bool:
        """Whether a day is masked."""
        return self.first <= day and (self.last is None or day <= self.last)


class Facts:
    """What the acts of one organisation say, act by act, kept as plain lists."""

    def __init__(self, acts: Sequence[Act], rulebook: Rulebook) -> None:
        self.acts, self.rulebook = acts, rulebook
        self._by: dict[str, list[Act]] = defaultdict(list)
        for act in acts:
            self._by[act.header.aggregate].append(act)
        self.stays: dict[str, list[list[date | None]]] = {}
        self._disputes: dict[str, str] = {}
        self._orders: dict[tuple[str, str], bool] = {}
        self.masks: dict[str, list[Mask]] = {}
        self._withdrawn: set[str] = set()
        self._repaired: set[str] = set()
        self._listed: dict[str, tuple[tuple[str, ...], bool]] = {}
        self._rested: dict[str, tuple[tuple[str, ...], bool]] = {}
        self._proposed: dict[str, Any] = {}
        for _, command in groupby(acts, key=lambda act: act.header.cause):
            batch = list(command)
            for act in batch:
                self._note(act)
            self._stay(batch[0].header.effective_on)
            self._order(batch)

    def of(self, kind: Any, aggregate: str | None = None) -> list[Act]:
        """The acts of a kind, of one aggregate or of all."""
        among = self.acts if aggregate is None else self._by[aggregate]
        return [act for act in among if isinstance(act.effect, kind)]

    def disputes(self, target: str) -> set[str]:
        """The objections under verification against a target."""
        return {id for id, against in self._disputes.items() if against == target}

    def _note(self, act: Act) -> None:
        id, effect = act.header.aggregate, act.effect
        match effect:
            case objections.ObjectionFiled():
                self._proposed[id] = effect.target
            case objections.ObjectionAccepted():
                self._disputes[id] = self._proposed[id]
            case objections.ObjectionDecided():
                self._disputes.pop(id, None)
            case proceedings.ProceedingOpened():
                self._proposed[id] = effect.target
            case proceedings.ProceedingStayOrdered() if effect.last_day is None:
                self._orders[id, "order"] = effect.whole
            case proceedings.ProceedingDecided() if effect.stayed:
                if not self._orders.get((id, "order")):
                    self._orders[id, "outcome"] = True
            case (
                proceedings.ProceedingStayEnded()
                | proceedings.ProceedingDecided()
                | proceedings.ProceedingCarriedOut()
            ):
                self._orders.pop((id, "order"), None)
                self._orders.pop((id, "outcome"), None)
                self._no_longer_ordered(id, act.header.effective_on)
            case records.RecordWithdrawn():
                self._withdrawn.add(id)
            case cases.DesignationProposed():
                self._proposed[id] = (effect.records, effect.each_suffices)
            case cases.DesignationListed():
                self._listed[id] = self._rested[id] = self._proposed[id]
            case cases.DesignationTranscribed():
                self._listed[id] = self._rested[id] = ((effect.record,), False)
            case cases.DesignationEnded():
                self._listed.pop(id, None)
                self._no_longer_stayed(id, act.header.effective_on)
            case repairs.RecordRepaired():
                self._repaired.add(id)
            case repairs.RecordRestored():
                self._repaired.discard(id)
            case repairs.DesignationRestored():
                self._listed[id] = self._rested[id]

    def _no_longer_stayed(self, case: str, on: date) -> None:
        """A stay is over with what it stays; if that comes back, it is asked for anew."""
        for span in self.stays.get(case, []):
            span[1] = span[1] or on
        for mask in self.masks.get(case, []):
            mask.last = mask.last or on

    def _no_longer_ordered(self, proceeding: str, on: date) -> None:
        for mask in (each for masks in self.masks.values() for each in masks):
            if mask.key[0] == proceeding and (mask.last is None or mask.last > on):
                mask.last = on

    def _order(self, batch: list[Act]) -> None:
        """What an order catches is masked: until an act ends it, or to the day it names."""
        on = batch[0].header.effective_on
        targets = {self._proposed[id] for id, _ in self._orders}
        for case in self._listed:
            masks = self.masks.setdefault(case, [])
            wanted = [
                key for key in self._orders if self.caught(case, self._proposed[key[0]], targets)
            ]
            for key in wanted:
                if not any(mask.key == key and mask.last is None for mask in masks):
                    masks.append(Mask(key, self._orders[key], on, None))
            for mask in masks:
                if mask.last is None and mask.key not in wanted:
                    mask.last = on
            for act in batch:
                effect, id = act.effect, act.header.aggregate
                dated = isinstance(effect, proceedings.ProceedingStayOrdered) and effect.last_day
                if dated and self.caught(case, self._proposed[id], targets | {self._proposed[id]}):
                    masks.append(Mask((id, "day"), effect.whole, on, effect.last_day))

    def caught(self, case: str, target: str, targets: set[str]) -> bool:
        """Whether an order about a target masks a case: it is meant, or would fall with what is."""
        rests_on, each = self._listed[case]
        if target != case and target not in rests_on:
            return False
        gone = self._withdrawn | self._repaired
        held = set(rests_on) & targets - gone
        return case in targets or (bool(held) and falls(rests_on, each, held | gone))

    def _stay(self, on: date) -> None:
        for case in self._listed:
            spans = self.stays.setdefault(case, [])
            running = bool(spans) and spans[-1][1] is None
            if self.must_stay(case) and not running:
                spans.append([on, None])
            elif running and not self.must_stay(case):
                spans[-1][1] = on

    def must_stay(self, case: str) -> bool:
        """Disputed itself, or it would fall if what is disputed and still carries it fell."""
        if case in self._disputes.values():
            return True
        rests_on, each = self._listed[case]
        gone = self._withdrawn | self._repaired
        disputed = set(rests_on) & set(self._disputes.values()) - gone
        stayed = {self._proposed[id] for id, _ in self._orders}
        return bool(disputed) and falls(rests_on, each, disputed | gone | stayed)

    def stayed(self, case: str, day: date) -> bool:
        """Whether the case is stayed on a day."""
        spans = self.stays.get(case, [])
        disputed = any(first <= day and (last is None or day <= last) for first, last in spans)
        return disputed or any(mask.covers(day) for mask in self.masks.get(case, []))

    def stayed_whole(self, case: str, day: date) -> bool:
        """Whether also what a law keeps running is stayed."""
        return any(mask.whole and mask.covers(day) for mask in self.masks.get(case, []))

    def ordered(self, case: str) -> set[str]:
        """The proceedings whose order masks the case until an act ends it."""
        return {mask.key[0] for mask in self.masks.get(case, []) if mask.last is None}

    def base(self, case: str, tasked: measures.MeasureTasked, day: date) -> bool:
        """Whether the case carries the measure on a day, stays and the law's own end left aside."""
        return tasked.first_day <= day <= tasked.last_day and not self.ended(case, day)

    def ended(self, case: str, day: date) -> bool:
        """Whether an act had ended the case by a day, and none had brought it back by then."""
        back = self.of(repairs.DesignationRestored, case)
        for act in self.of(cases.DesignationEnded, case):
            later = [b for b in back if b.header.position > act.header.position]
            until = later[0].header.effective_on if later else date.max
            if act.effect.from_start or act.effect.from_day <= day < until:
                return True
        return False

    def lapsed(self, record: str, day: date) -> bool:
        """Whether a repair of the record holds on a day."""
        back = {a.effect.repair: a.header.effective_on for a in self.of(repairs.RecordRestored)}
        return any(
            act.header.effective_on <= day < back.get(act.effect.repair, date.max)
            for act in self.of(repairs.RecordRepaired, record)
        )

    def effects(self, day: date) -> set[Key]:
        """Every effect there must be on a day: measure, department, designation, force."""
        found = set()
        for act in self.of(measures.MeasureTasked):
            tasked = act.effect
            carried = self.base(tasked.designation, tasked, day)
            if not carried or self._not_applied(act.header.aggregate):
                continue
            if self._not_right(tasked.designation, day):
                continue
            end = self.law_end(tasked.ground, tasked.measure, tasked.first_day)
            if end is None or day <= end:
                found.add((*_key(tasked), self._force(tasked, day)))
        return found

    def _not_right(self, case: str, day: date) -> bool:
        """Whether what the case rests on was wrong, or taken back or repaired on that day."""
        rests_on, each = self._rested[case]
        taken = self.of(records.RecordWithdrawn)
        bites = [a for a in taken if a.effect.as_wrong or a.header.effective_on <= day]
        gone = {act.header.aggregate for act in bites}
        return falls(rests_on, each, gone | {id for id in rests_on if self.lapsed(id, day)})

    def listed(self, ended: Act) -> bool:
        """Whether what an act ended had been in force at all."""
        return ended.header.aggregate in self._rested

    def all_wrong(self, ended: Act) -> bool:
        """Whether all that carried a case was known to be wrong when an act ended it."""
        rests_on, each = self._rested[ended.header.aggregate]
        known = [a for a in self.of(records.RecordWithdrawn) if a.effect.as_wrong]
        same = ended.header.cause
        before = [a for a in known if a.header.position < ended.header.position]
        before += [a for a in known if a.header.cause == same]
        return falls(rests_on, each, {act.header.aggregate for act in before})

    def _not_applied(self, measure: str) -> bool:
        answers = self.of(measures.MeasureAnswered, measure)
        return any(act.effect.answer == "not_applied" for act in answers)

    def _force(self, tasked: measures.MeasureTasked, day: date) -> str:
        elsewhere = self.of(cases.DesignationTranscribed, tasked.designation)
        if elsewhere and elsewhere[0].effect.doubtful:
            return "doubtful"
        exempt = self.rulebook.measures[tasked.measure].stay_exempt is not None
        masked = self.stayed_whole if exempt else self.stayed
        return "stayed" if masked(tasked.designation, day) else "in-force"

    def law_end(self, ground: str, measure: str, decided: date) -> date | None:
        """The last day the law carries a pairing that held on the day of the decision."""
        days = pairing_days(self.rulebook, ground, measure)
        ends = [last for first, last in days if first <= decided and (not last or decided <= last)]
        assert ends, f"{ground} and {measure} were not paired on {decided}"
        end = None if None in ends else max(each for each in ends if each)
        # Another pairing of the two may take over on the very next day.
        goes_on = end is not None and any(first == end + DAY for first, _ in days)
        return self.law_end(ground, measure, end + DAY) if end and goes_on else end


def falls(rests_on: Sequence[str], each: bool, gone: set[str]) -> bool:
    """Whether a case on these records falls once some are gone."""
    return gone.issuperset(rests_on) if each else bool(gone.intersection(rests_on))


def pairing_days(book: Rulebook, ground: str, measure: str) -> list[tuple[date, date | None]]:
    """First and last day of each pairing of the two: of itself, its measure and every basis."""
    found = []
    for pairing in book.pairings:
        if (pairing.ground, pairing.measure) != (ground, measure):
            continue
        forces = [pairing.in_force, book.measures[measure].in_force]
        forces += [book.instruments[cited.instrument].in_force for cited in pairing.citations]
        ends = [force.until for force in forces if force.until]
        found.append((max(f.since for f in forces), min(ends) if ends else None))
    return found


def counted(start: date, days: int, calendar: WorkCalendar) -> date | None:
    """The day that is so many working days after another; none across a year not loaded."""
    day = start
    while days:
        day += DAY
        if day.year not in calendar.years:
            return None
        weekend = day.weekday() >= 5
        days -= day in calendar.worked_weekends or not (weekend or day in calendar.days_off)
    return day


def _key(tasked: measures.MeasureTasked) -> tuple[str, str, str]:
    return tasked.measure, tasked.department, tasked.designation
