"""Some hundreds of random steps through the database: tables, ledger and answers hold all the way."""

import os
from collections import Counter
from datetime import timedelta
from random import Random

import msgspec
import pytest

from goodstanding.disclosure.queries import open_recalls
from goodstanding.enquiries import queries as enquiries
from goodstanding.flow.acknowledge import acknowledge_recall
from goodstanding.flow.answers import Question, answer
from goodstanding.flow.reopen import conclude_reopening, reopenings
from goodstanding.register import reading
from goodstanding.register.rebuilding import rebuild
from goodstanding.register.verifying import verify
from goodstanding.rules.acts import record as records
from goodstanding.rules.effects import Force, effects
from goodstanding.rules.errors import Refused
from goodstanding.rules.evolve import fold
from goodstanding.rules.states import Record
from goodstanding.rules.working_set import WorkingSet
from tests.invariants import law as laws
from tests.invariants.city import READERS, City
from tests.invariants.invariants import Checked
from tests.invariants.memory import Command
from tests.invariants.oracle import Facts
from tests.invariants.player import CODES, FIRST_DAY, PASSING, Player

STEPS = int(os.environ.get("INVARIANTS_DATABASE_STEPS", "260"))
PROCEDURES = ("tender", "procurement", "inspection", "licence")


class Day:
    """A city being lived in, and the test's own notes of what was told to whom."""

    def __init__(self, seed: int) -> None:
        self.city, self.rng, self.on = City(), Random(seed), FIRST_DAY
        self.player = Player(laws.real().rulebook)
        self.told: set[tuple[str, str, int, int]] = set()
        self.done: set[tuple[str, str]] = set()
        self.receipts: dict[str, list[str]] = {}
        self.concluded: set[str] = set()
        self.answers: list[tuple] = []
        self.steps = 0
        self.seen: Counter[str] = Counter()

    def step(self) -> None:
        self.on += timedelta(days=self.rng.choice(PASSING))
        code = CODES[self.rng.random() < 0.15]
        states = reading.states(code)
        others = [s for s in reading.states(CODES[0]).values() if isinstance(s, Record)]
        other = [s.id for s in sorted(others, key=lambda each: each.version.position)]
        for _ in range(3):
            command = self.player.choose(self.rng, self.on, code, states, other)
            if command is not None and self._taken(command):
                break
        self._read(code)
        self._close()
        self._holds(code)

    def _taken(self, command: Command) -> bool:
        try:
            self.city.take(command)
        except Refused:
            return False
        self.steps += 1
        return True

    def _read(self, code: str) -> None:
        """Some are told what the register holds; the test notes it for itself."""
        if self.rng.random() < 0.5:
            answered = self.city.ask(self.rng, self.on, code, PROCEDURES)
            receipt = enquiries.receipt(id=answered.receipt)
            assert receipt is not None
            used = {each for effect in answered.checked.effects for each in effect.records}
            self.receipts[receipt.id] = [each.record for each in used]
            for each in used:
                at = answered.position
                self.told.add((receipt.recipient, each.record, each.version, at))
            self.answers.append((answered, receipt.procedure, code))
        elif reading.states(code):
            reader, dossier = self.city.look(self.rng, self.on, code)
            foreign = [r.row for r in dossier.records if r.row.department != reader.department]
            for row in foreign:
                self.told.add((reader.recipient, row.record, row.version, dossier.position))

    def _close(self) -> None:
        """Now and then a recipient acknowledges, and a department looks at a check again."""
        if self.rng.random() < 0.1:
            for recall in open_recalls()[:1]:
                reader = next(r for r in READERS if r.recipient == recall.recipient)
                acknowledge_recall(self.city.call(reader, self.on), recall=recall.id)
                self.done.add((recall.recipient, recall.id))
        if self.rng.random() < 0.05:
            for each in [r for r in reopenings(today=self.on) if not r.outcome][:1]:
                reader = next(r for r in READERS if r.recipient == each.recipient)
                call = self.city.call(reader, self.on)
                conclude_reopening(call, receipt=each.receipt, outcome="已重新审查。")
                self.concluded.add(each.receipt)

    def _holds(self, code: str) -> None:
        acts, states = reading.acts(code, with_content=True), reading.states(code)
        assert states == fold(acts), "stored states are what the acts add up to"
        acts = [_by_position(act) for act in acts]
        Checked(code, states, Facts(acts, laws.real().rulebook), laws.real(), self.on).all()

    def recalls(self) -> set[tuple[str, str]]:
        """Who must be told what, by the test's own notes and the acts."""
        fell = {}
        for act in (act for code in CODES for act in reading.acts(code)):
            header, effect = act.header, act.effect
            if isinstance(effect, records.RecordEntered):
                fell[header.aggregate] = [1, {}]
            elif isinstance(effect, records.RecordCorrected):
                number, versions = fell[header.aggregate]
                versions[number] = ("corrected", header.position)
                fell[header.aggregate][0] += 1
            elif isinstance(effect, records.RecordWithdrawn):
                number, versions = fell[header.aggregate]
                kind = "was-wrong" if effect.as_wrong else "stop-using"
                versions.update(dict.fromkeys(range(1, number + 1), (kind, header.position)))
        owed = set()
        for recipient, record, version, at in self.told:
            kind, position = fell[record][1].get(version, ("", 0))
            if at < position:
                owed.add((recipient, f"{record}.{version}.{kind}"))
        return owed - self.done

    def to_reopen(self) -> set[str]:
        """The checks that barred on a record withdrawn as wrong and would bar no more."""
        found = set()
        for id, used in self.receipts.items():
            receipt = enquiries.receipt(id=id)
            states = reading.states(receipt.organisation)
            wrong = [states[r].withdrawn for r in used]
            if receipt.act_as != "restricted" or not any(w and w.as_wrong for w in wrong):
                continue
            now = effects(WorkingSet(states), on=receipt.on_day, rulebook=laws.real().rulebook)
            bars = [e for e in now if e.force is Force.IN_FORCE]
            if not any(receipt.procedure in e.procedures for e in bars):
                found.add(id)
        return found

    def nothing_is_forgotten(self) -> None:
        """Recalls, reopenings and every answer given on the way."""
        assert {(r.recipient, r.id) for r in open_recalls()} == self.recalls()
        self.seen += Counter(recall.kind for recall in open_recalls())
        waiting = reopenings(today=self.on)
        self.seen["reopening"] += len(waiting)
        assert {r.receipt for r in waiting} == self.to_reopen()
        assert {r.receipt for r in waiting if r.outcome} <= self.concluded
        for answered, procedure, code in self.answers[-15:]:
            question = Question(code=code, procedure=procedure, on=answered.checked.on)
            then = answer(question, today=self.on, known_at=answered.position)
            assert msgspec.structs.replace(then, receipt=answered.receipt) == answered


def _by_position(act):
    """The moment groups the acts of one command; in memory the cause does."""
    cause = str(act.header.recorded_at.replace(microsecond=0))
    return msgspec.structs.replace(act, header=msgspec.structs.replace(act.header, cause=cause))


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 3])
def test_hundreds_of_random_steps_leave_nothing_forgotten(database, seed):
    day = Day(seed)
    for number in range(STEPS // 2):
        day.step()
        if number % 20 == 0:
            day.nothing_is_forgotten()
            assert rebuild().differences == 0
    day.nothing_is_forgotten()
    assert rebuild().differences == 0
    assert verify().findings == ()
    assert day.steps > STEPS // 4
    assert day.seen, "nobody was ever told what fell: the test would prove nothing"
