"""Random histories on the pure core: after every step, every invariant of the design."""

import os
from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from goodstanding.rules.acts import commitment as promises
from goodstanding.rules.acts import proceeding as orders
from goodstanding.rules.acts import repair as repairs
from goodstanding.rules.check import check
from goodstanding.rules.errors import Refused
from goodstanding.rules.evolve import fold
from goodstanding.rules.law import Law
from goodstanding.rules.standing import standing
from goodstanding.rules.states import Organisation, Record
from goodstanding.rules.working_set import WorkingSet
from tests.invariants import keeper, mender
from tests.invariants import law as laws
from tests.invariants.invariants import Checked
from tests.invariants.memory import Memory
from tests.invariants.oracle import Facts
from tests.invariants.player import CODES, FIRST_DAY, PASSING, Player

#: `INVARIANTS_EXAMPLES=2000` for a long run; a step is one number of an example.
EXAMPLES = int(os.environ.get("INVARIANTS_EXAMPLES", "40"))
LONGEST = int(os.environ.get("INVARIANTS_STEPS", "120"))
LIVES = int(os.environ.get("INVARIANTS_LIVES", "20"))
MENDED = int(os.environ.get("INVARIANTS_MENDED", "4"))
#: Shrinking a history takes minutes; `INVARIANTS_SHRINK=1` asks for it.
PHASES = (Phase.generate, *([Phase.shrink] if os.environ.get("INVARIANTS_SHRINK") else []))
#: So long ago that the age of the organisation never keeps it from a condition.
FOUNDED = date(2001, 1, 1)
PROCEDURES = ("tender", "procurement", "inspection", "licence")

histories = st.lists(st.integers(0, 2**32), min_size=40, max_size=LONGEST)
laws_of = st.sampled_from([(laws.real, 2026), (laws.real, 2018), (laws.amended, 2026)])


class Life:
    """A history being lived: the register, the day, and every answer given on the way."""

    def __init__(self, law: Law) -> None:
        self.register, self.player, self.on = Memory(law), Player(law.rulebook), FIRST_DAY
        self.answers: list[tuple] = []
        self.taken: Counter[str] = Counter()
        self.story: list[str] = []

    def step(self, number: int) -> None:
        """Let some days pass, try one command, and ask every invariant."""
        rng = Random(number)
        self.on += timedelta(days=rng.choice(PASSING))
        code = CODES[rng.random() < 0.15]
        states = self.register.of(code)
        other = [s.id for s in self.register.states.values() if isinstance(s, Record)]
        command = self.player.choose(rng, self.on, code, states, other)
        if command is not None:
            self._try(command)
        facts = Facts([a for a in self.register.acts if a.header.stream == code], self.law.rulebook)
        Checked(code, self.register.of(code), facts, self.law, self.on).all()
        self._ask(rng, code)

    @property
    def law(self) -> Law:
        return self.register.law

    def _try(self, command) -> None:
        try:
            self.register.take(command)
        except Refused as refused:
            self.taken.update(refused.codes)
            self.story.append(f"{command} -- {refused.codes}")
        else:
            self.taken[command.step] += 1
            self.story.append(str(command))

    def _ask(self, rng: Random, code: str) -> None:
        """Keep an answer about a day as it is given now; the working set answers the same."""
        on = self.on + timedelta(days=rng.choice((0, 0, 1, -1, -30, 30, 400)))
        now = self._answer(self.register.of(code), code, on)
        self.answers.append((len(self.register.acts), code, on, now))
        if on >= self.on:
            # A check reads the adverse records besides, where a procedure asks a condition.
            adverse = {
                id: each
                for id, each in self.register.of(code).items()
                if isinstance(each, Record) and each.adverse
            }
            working = self.register.work(code).states | adverse
            assert self._answer(working, code, on)[1:] == now[1:]

    def _answer(self, states, code, on):
        book, met = self.law.rulebook, states.get(code)
        if isinstance(met, Organisation):
            states = {**states, code: replace(met, established_on=FOUNDED)}
        work, known = WorkingSet(states), met is not None
        told = standing(work, organisation=code, on=on, rulebook=book)
        asked = [check(work, procedure=p, on=on, rulebook=book, known=known) for p in PROCEDURES]
        return told, *asked

    def remember(self, rng: Random, many: int) -> None:
        """Answers given on the way are given again from what was known then (invariant 5)."""
        for position, code, on, then in rng.sample(self.answers, min(many, len(self.answers))):
            known = [a for a in self.register.acts[:position] if a.header.stream == code]
            assert self._answer(fold(known), code, on) == then


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=EXAMPLES <= 40,
    database=None,
    phases=PHASES,
    suppress_health_check=list(HealthCheck),
)
@given(numbers=histories, of=laws_of)
def test_every_invariant_holds_after_every_step(numbers, of):
    law, last_year = of
    life = Life(law(last_year))
    try:
        for number in numbers:
            life.step(number)
        life.remember(Random(len(numbers)), 8)
    except BaseException:
        print("\n".join(life.story))
        raise


@pytest.fixture(scope="module")
def long_lives():
    lives = []
    for seed in range(LIVES):
        rng, life = Random(seed), Life(laws.real())
        for _ in range(150):
            life.step(rng.getrandbits(32))
        lives.append(life)
    return lives


def test_long_lives_remember_every_answer(long_lives):
    for life in long_lives:
        life.remember(Random(0), len(life.answers))


def test_the_histories_reach_every_step_and_the_refusals_that_matter(long_lives):
    """A generator that only ever meets closed doors would prove nothing."""
    taken = sum((life.taken for life in long_lives), Counter())
    for step in (
        *("enter", "propose_designation", "serve_notice", "receive_statement", "waive_statement"),
        *("request_hearing", "hold_hearing", "decide_designation", "confirm_transcription"),
        *("respond", "feed_back", "file_objection", "accept_objection", "decide_objection"),
        "open_proceeding",
        *("revoke_designation", "withdraw_record", "correct_record"),
        *("OwnEntryDayOver", "OwnEntryRestedOn", "CorrectionTooLate", "NotCorrected"),
        *("StatementWindowOpen", "SamePersonTwice", "StepNotOpen", "HeavierThanNoticed"),
        *("HearingNotHeld", "RecordDisputed", "RecordFallen"),
    ):
        assert taken[step] > 0, (step, taken)


def _lived(player, seeds: int, steps: int) -> tuple[Counter[str], list]:
    """Lives that begin with listings in force; the steps taken, and all acts."""
    taken: Counter[str] = Counter()
    acts = []
    for seed in range(seeds):
        rng, life = Random(seed), Life(laws.real())
        life.player = player(life.law.rulebook)
        mender.begin(life.register)
        for _ in range(steps):
            life.step(rng.getrandbits(32))
        life.remember(rng, 10)
        taken += life.taken
        acts += [act.effect for act in life.register.acts]
    return taken, acts


def test_listings_are_repaired_and_brought_back_and_nothing_runs_longer_for_it():
    taken, acts = _lived(mender.Mender, MENDED, 80)
    for step in (
        *("file_repair", "ask_papers", "accept_repair", "decide_repair", "take_back_repair"),
        *("notify_revocation", "answer_revocation", "revoke_repair", "withdraw_record"),
        *("decide_objection", "NothingToRepair", "RepairRunning", "RepairStageWrong"),
    ):
        assert taken[step] > 0, (step, taken)
    brought_back = [each for each in acts if isinstance(each, repairs.MeasureRestored)]
    assert brought_back, "nothing was ever brought back"


def test_what_review_bodies_and_courts_stay_is_stayed_and_restored_exactly():
    taken, acts = _lived(mender.Litigant, MENDED, 80)
    for step in (
        *("open_proceeding", "order_stay", "end_ordered_stay", "decide_proceeding", "carry_out"),
        *("withdraw_record", "StayRunsByOrder", "ProceedingStageWrong"),
    ):
        assert taken[step] > 0, (step, taken)
    stayed = [each for each in acts if isinstance(each, orders.MeasureStayOrdered)]
    assert stayed, "no order ever stayed a measure"


def test_promises_are_shown_hidden_taken_back_and_found_kept_or_broken():
    taken, acts = _lived(keeper.Keeper, MENDED // 2, 110)
    for step in (
        *("make_promise", "show_promise", "withdraw_promise", "verify_promise", "notify_breach"),
        *("answer_breach", "find_promise", "follow_breach", "FindingWithoutEvidence"),
        *("PromisedTooLong", "PromisedAlready", "BreachNotNotified"),
    ):
        assert taken[step] > 0, (step, taken)
    found = [each for each in acts if isinstance(each, promises.CommitmentFound) and each.record]
    assert found, "no broken promise was ever decided on"
