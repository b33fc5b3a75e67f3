"""Some hundreds of random steps through the database: tables, ledger and answers hold all the way."""

import os
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from random import Random

import msgspec
import pytest

from goodstanding.disclosure.queries import open_recalls, recall_id
from goodstanding.enquiries import queries as enquiries
from goodstanding.flow.acknowledge import acknowledge_recall
from goodstanding.flow.answers import Question, answer
from goodstanding.flow.asked_again import ask_again
from goodstanding.flow.follow import read_changes
from goodstanding.flow.open_records import public_records
from goodstanding.flow.open_restrictions import restrictions
from goodstanding.flow.reopen import conclude_reopening, reopenings
from goodstanding.flow.watch import acknowledge_watch, ask_and_watch, close_watch, notices
from goodstanding.flow.witness import note_download
from goodstanding.register import reading
from goodstanding.register.rebuilding import rebuild
from goodstanding.register.verifying import verify
from goodstanding.rules.actors import Actor
from goodstanding.rules.acts import designation as designations
from goodstanding.rules.acts import record as records
from goodstanding.rules.acts import repair as repairs
from goodstanding.rules.effects import Force, effects
from goodstanding.rules.errors import Refused
from goodstanding.rules.evolve import fold
from goodstanding.rules.opendata.addresses import Addresses
from goodstanding.rules.periods import last_day_of
from goodstanding.rules.states import Designation, Ending, Record
from goodstanding.rules.working_set import WorkingSet
from tests.invariants import law as laws
from tests.invariants.city import READERS, City
from tests.invariants.invariants import Checked
from tests.invariants.memory import Command, officer, representative
from tests.invariants.oracle import Facts
from tests.invariants.player import CODES, FIRST_DAY, PASSING, Player

STEPS = int(os.environ.get("INVARIANTS_DATABASE_STEPS", "260"))
PROCEDURES = ("tender", "procurement", "inspection", "licence")


Fallen = dict[int, tuple[str, int, int]]


@dataclass
class Notes:
    """Of a record or designation: its corrected versions, and the fall that holds of all."""

    versions: int = 1
    corrected: Fallen = field(default_factory=dict)
    gone: tuple[str, int, int] | None = None
    times: int = 0

    def fallen(self) -> Fallen:
        """By version: kind, position, and which fall of its kind it is."""
        if self.gone is None:
            return self.corrected
        return dict.fromkeys(range(1, self.versions + 1), self.gone)


class Day:
    """A city being lived in, and the test's own notes of what was told to whom."""

    def __init__(self, seed: int) -> None:
        self.city, self.rng, self.on = City(), Random(seed), FIRST_DAY
        self.copying = Random(seed)
        self.player = Player(laws.real().rulebook)
        self.told: set[tuple[str, str, int, int]] = set()
        self.done: set[tuple[str, str]] = set()
        self.receipts: dict[str, list[str]] = {}
        self.concluded: set[str] = set()
        self.answers: list[tuple] = []
        self.watching = Random(seed)
        self.watched: dict[str, Watching] = {}
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
        self._watch(code)
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
            cases = {effect.decision.designation for effect in answered.checked.effects}
            self._tell(receipt.recipient, answered.position, used, cases)
            self.answers.append((answered, receipt.procedure, code))
        elif reading.states(code):
            reader, dossier = self.city.look(self.rng, self.on, code)
            foreign = [r.row for r in dossier.records if r.row.department != reader.department]
            cases = [r.row for r in dossier.cases if r.row.department != reader.department]
            self._tell(reader.recipient, dossier.position, foreign, [each.id for each in cases])
        if self.copying.random() < 0.15:
            self._take_a_copy(self.copying.choice(READERS))

    def _tell(self, recipient: str, position: int, versions, cases) -> None:
        self.told |= {(recipient, each.record, each.version, position) for each in versions}
        self.told |= {(recipient, each, 1, position) for each in cases}

    def _take_a_copy(self, reader) -> None:
        """A reader takes a file of the open data, or follows the changes since the beginning."""
        call, at = self.city.call(reader, self.on), reading.head().position
        rulebook, site = laws.real().rulebook, Addresses(site="https://example.test")
        lines = {
            "records": list(public_records(on=self.on, rulebook=rulebook, at=site)),
            "restrictions": list(restrictions(on=self.on, rulebook=rulebook, at=site)),
        }
        dataset = self.copying.choice(["changes", *lines])
        if dataset == "changes":
            self._follow(call, at)
            return
        note_download(call, dataset=dataset, format="csv", position=at, on=self.on)
        told = {(line[0], line[1] if dataset == "records" else 1) for line in lines[dataset]}
        self.told |= {(reader.recipient, *each, at) for each in told}

    def _follow(self, call, at: int) -> None:
        """A page of the changes: what was entered, corrected or listed in it."""
        after = self.copying.randrange(at)
        for change in read_changes(call, after=after, limit=self.copying.choice([3, 1000])).items:
            history = [act for act in reading.acts(change.organisation) if _makes(act, change.id)]
            for version, act in enumerate(history, start=1):
                if act.header.position == change.position:
                    self.told.add((call.actor.recipient, change.id, version, at))

    def _watch(self, code: str) -> None:
        """A case begins to be watched, takes note of what is new, or is over; the test notes it."""
        reader, number = self.watching.choice(READERS), f"案 {len(self.watched)}"
        if self.watching.random() < 0.2:
            self._watches_told()
        if self.watching.random() < 0.15:
            procedure = self.watching.choice(PROCEDURES)
            question = Question(code=code, procedure=procedure, case_number=number)
            answered, id = ask_and_watch(self.city.call(reader, self.on), question, stage="accept")
            until = last_day_of(self.on, months=12)
            self.watched[id] = Watching(reader, code, procedure, _said(answered), until)
            self._noted(reader.recipient, answered)
        for each in notices(on=self.on)[:1] if self.watching.random() < 0.15 else ():
            watch = self.watched[each.watch.row.id]
            call = self.city.call(watch.reader, self.on)
            answered = acknowledge_watch(call, watch=each.watch.row.id)
            watch.said = _said(answered)
            self.seen["acknowledged watch"] += 1
            self._noted(watch.reader.recipient, answered)
        going_on = [id for id, watch in self.watched.items() if self.on <= watch.until]
        if going_on and self.watching.random() < 0.02:
            id = self.watching.choice(going_on)
            close_watch(self.city.call(self.watched[id].reader, self.on), watch=id)
            self.watched[id].until = self.on - timedelta(days=1)

    def _noted(self, recipient: str, answered) -> None:
        """What a watch told is told like any answer."""
        effects = answered.checked.effects
        used = {each for effect in effects for each in effect.records}
        self.receipts[answered.receipt] = [each.record for each in used]
        cases = {effect.decision.designation for effect in effects}
        self._tell(recipient, answered.position, used, cases)

    def news(self) -> set[str]:
        """The watches that go on and whose answer, asked anew of every one, is not the last told."""
        return {
            id
            for id, watch in self.watched.items()
            if self.on <= watch.until
            and watch.said
            != _said(answer(Question(code=watch.code, procedure=watch.procedure), today=self.on))
        }

    def _watches_told(self) -> None:
        """There is a notice for exactly the watches whose answer differs from the one told last."""
        news = self.news()
        assert {each.watch.row.id for each in notices(on=self.on)} == news
        self.seen["news of a watch"] += len(news)

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
        fell, with_records = self._falls()
        owed = set()
        for recipient, id, version, at in self.told:
            kind, position, occurrence = fell.get(id, {}).get(version, ("", 0, 1))
            if at < position:
                owed.add((recipient, id, version, kind, occurrence))
        kept = {
            (who, recall_id(id, version, kind, occurrence))
            for who, id, version, kind, occurrence in owed
            if not any(
                (who, each, kind) in {(w, i, k) for w, i, _, k, _n in owed}
                for each in with_records.get(id, ())
            )
        }
        return kept - self.done

    def _falls(self) -> tuple[dict[str, Fallen], dict[str, tuple[str, ...]]]:
        """What has fallen by version, and what a designation fell together with."""
        notes: dict[str, Notes] = defaultdict(Notes)
        with_records = {}
        for act in (act for code in CODES for act in reading.acts(code)):
            note, at, effect = notes[act.header.aggregate], act.header.position, act.effect
            match effect:
                case records.RecordCorrected():
                    note.corrected[note.versions] = ("corrected", at, 1)
                    note.versions += 1
                case repairs.RecordRepaired():
                    note.times += 1
                    note.gone = ("stop-using", at, note.times)
                case repairs.RecordRestored() | repairs.DesignationRestored():
                    note.gone = None
                case records.RecordWithdrawn(as_wrong=True):
                    note.gone = ("was-wrong", at, 1)
                case records.RecordWithdrawn():
                    note.times += note.gone is None
                    note.gone = ("stop-using", at, note.times)
                case designations.DesignationEnded(from_start=wrong):
                    note.times += not wrong
                    note.gone = ("was-wrong", at, 1) if wrong else ("stop-using", at, note.times)
                    if effect.cause not in ("revoked", "objection"):
                        case = reading.states(act.header.stream)[act.header.aggregate]
                        with_records[case.id] = case.records
        return {id: note.fallen() for id, note in notes.items()}, with_records

    def to_reopen(self) -> set[str]:
        """The checks that barred on a record withdrawn as wrong and would bar no more."""
        found = set()
        for id, used in self.receipts.items():
            receipt = enquiries.receipt(id=id)
            states = reading.states(receipt.organisation)
            wrong = [states[r].withdrawn for r in used]
            doubted = any(w and w.as_wrong for w in wrong) or any(
                states[each["decision"]["designation"]].span.ending in self._annulments(states)
                for each in receipt.effects
            )
            if receipt.act_as != "restricted" or not doubted:
                continue
            now = effects(WorkingSet(states), on=receipt.on_day, rulebook=laws.real().rulebook)
            bars = [e for e in now if e.force is Force.IN_FORCE]
            if not any(receipt.procedure in e.procedures for e in bars):
                found.add(id)
        return found

    def _annulments(self, states) -> list[Ending]:
        """The endings as wrong that designations had on their own account."""
        spans = [
            each.span for each in states.values() if isinstance(each, Designation) and each.span
        ]
        endings = [each.ending for each in spans if each.ending]
        return [e for e in endings if e.from_start and e.cause in ("revoked", "objection")]

    def nothing_is_forgotten(self) -> None:
        """Recalls, reopenings and every answer given on the way."""
        assert {(r.recipient, r.id) for r in open_recalls()} == self.recalls()
        self.seen += Counter(recall.kind for recall in open_recalls())
        waiting = reopenings(today=self.on)
        self.seen["reopening"] += len(waiting)
        assert {r.receipt for r in waiting} == self.to_reopen()
        assert {r.receipt for r in waiting if r.outcome} <= self.concluded
        self._watches_told()
        for answered, procedure, code in self.answers[-15:]:
            question = Question(code=code, procedure=procedure, on=answered.checked.on)
            then = answer(question, today=self.on, known_at=answered.position)
            assert msgspec.structs.replace(then, receipt=answered.receipt) == answered
        again = ask_again(laws.real().rulebook, since=date(2000, 1, 1))
        assert (again.flips, again.refused) == ((), {})
        assert again.checks == len(self.receipts)


@dataclass
class Watching:
    """What the test knows of a watch: whose, about whom, the answer told last, its last day."""

    reader: Actor
    code: str
    procedure: str
    said: tuple[str, str]
    until: date

    @property
    def question(self) -> Question:
        """What is asked about it."""
        return Question(code=self.code, procedure=self.procedure)


def _said(answered) -> tuple[str, str]:
    return str(answered.checked.answer), str(answered.checked.act_as)


_MAKING = (
    *(records.RecordEntered, records.RecordCorrected),
    *(designations.DesignationListed, designations.DesignationTranscribed),
)


def _makes(act, id: str) -> bool:
    """Whether an act makes a version of a record, or a designation."""
    return act.header.aggregate == id and isinstance(act.effect, _MAKING)


def _by_position(act):
    """The moment groups the acts of one command; in memory the cause does."""
    cause = str(act.header.recorded_at.replace(microsecond=0))
    return msgspec.structs.replace(act, header=msgspec.structs.replace(act.header, cause=cause))


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 4])
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
    assert day.seen["news of a watch"], "no watch ever had anything to tell"


def test_what_comes_back_and_is_repaired_again_is_recalled_again(database):
    """A recipient who acknowledged the first fall has to acknowledge the second one too."""
    city, on = City(), FIRST_DAY
    take = partial(_taken, city)
    who, other = officer("housing-construction", 1), officer("housing-construction", 2)
    record = take(who, on, "enter", organisation=CODES[0], kind="penalty")
    reader, _dossier = city.look(Random(1), on, CODES[0])
    told = []
    for number in range(2):
        on += timedelta(days=120)
        asked = {"target": record, "performed_on": on, "commitment_on": on}
        filed = take(representative(CODES[0]), on, "file_repair", **asked)
        take(who, on, "accept_repair", repair=filed)
        take(other, on, "decide_repair", repair=filed, outcome="granted")
        [recall] = open_recalls(recipient=reader.recipient, record=record)
        told.append(recall.id)
        acknowledge_recall(city.call(reader, on), recall=recall.id)
        assert open_recalls(recipient=reader.recipient, record=record) == []
        if number == 0:
            take(who, on, "notify_revocation", repair=filed, ground="false-papers", facts="不实。")
            take(representative(CODES[0]), on, "answer_revocation", repair=filed, waived=True)
            take(other, on, "revoke_repair", repair=filed, reasons="不实。")
    assert told == [f"{record}.1.stop-using", f"{record}.1.stop-using.2"]
    take(other, on, "withdraw_record", record=record, as_wrong=True, reasons="认定有误。")
    [recall] = open_recalls(recipient=reader.recipient, record=record)
    assert recall.id == f"{record}.1.was-wrong", "what was repaired and proves wrong is told anew"
    assert rebuild().differences == 0


def _taken(city: City, by, on, step: str, **args):
    return city.take(Command(step=step, by=by, on=on, args=args))
