"""The same random commands through `flow/` and the database, with readers who are told things."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

from goodstanding.cli.stories.run import BEGINNING, LEGISLATOR, calendar_files
from goodstanding.cli.stories.steps import BASES, authority
from goodstanding.files.packs import read_pack
from goodstanding.flow import (
    contest,
    correct,
    decide,
    enquire,
    enter,
    notify,
    proceed,
    propose,
    read,
    repair,
    respond,
    revoke_repair,
    transcribe,
)
from goodstanding.flow.answers import Question
from goodstanding.flow.bench import Call
from goodstanding.flow.govern import activate_rulebook, load_calendar
from goodstanding.rules.actors import Actor
from goodstanding.rules.periods import SHANGHAI
from tests.invariants.memory import NAME, Command, officer

RULEBOOK = Path(__file__).resolve().parents[2] / "rulebook"
STEPS = {
    step.__name__: step
    for step in (
        *(propose.propose_designation, notify.serve_notice, notify.receive_statement),
        *(notify.waive_statement, notify.request_hearing, notify.hold_hearing),
        *(decide.decide_designation, transcribe.confirm_transcription, respond.respond),
        *(respond.feed_back, contest.file_objection, contest.accept_objection),
        *(contest.extend_objection, contest.decide_objection),
        *(contest.withdraw_record, correct.correct_record),
        *(proceed.open_proceeding, proceed.order_stay, proceed.end_ordered_stay),
        *(proceed.decide_proceeding, proceed.carry_out),
        *(repair.file_repair, repair.ask_papers, repair.supply_papers, repair.accept_repair),
        *(repair.extend_repair, repair.decide_repair, repair.take_back_repair),
        *(revoke_repair.notify_revocation, revoke_repair.answer_revocation),
        revoke_repair.revoke_repair,
    )
}
#: What a step says that does not matter here.
SAID = {
    "file_objection": {"text": "与事实不符。"},
    "decide_proceeding": {"document": "判1号"},
    "notify_revocation": {"method": "post", "proof": "EMS 1"},
    "answer_revocation": {"text": "无异议。"},
}
READERS = tuple(officer(each, 1) for each in ("finance", "public-resources-trading", "tax"))


class City:
    """A register under the real law; moments only move forward."""

    def __init__(self) -> None:
        call = Call(actor=LEGISLATOR, at=BEGINNING)
        load_calendar(call, years=calendar_files(RULEBOOK / "calendars"))
        activate_rulebook(call, files=read_pack(RULEBOOK / "packs" / "dongguan-2018"))
        self._seconds = 0

    @classmethod
    def again(cls) -> "City":
        """The register as it is, whose law is loaded."""
        city = cls.__new__(cls)
        city._seconds = 40_000
        return city

    def call(self, actor: Actor, on: date) -> Call:
        """A call at the next second of a day's business."""
        self._seconds += 1
        at = datetime.combine(on, time(8), SHANGHAI) + timedelta(seconds=self._seconds % 50_000)
        return Call(actor=actor, at=at.astimezone(UTC))

    def take(self, command: Command) -> Any:
        """Take a step; raises `Refused`."""
        call, args = self.call(command.by, command.on), command.args
        if command.step == "enter":
            return self.enter(call, **args)
        if command.step == "revoke_designation":
            return decide.revoke_designation(call, reasons="已撤销。", **args)
        return STEPS[command.step](call, **args, **SAID.get(command.step, {}))

    def enter(self, call: Call, *, organisation: str, kind: str) -> str:
        """Enter a record decided today."""
        values = {
            "organisation": organisation,
            "name": NAME,
            "document": f"岚罚〔{self._seconds}〕号",
            "decided_on": call.on,
            **authority(call.actor.department),
        }
        if kind == "enforcement-default":
            basis = BASES["enter_enforcement_default"]
            return enter.enter_enforcement_default(call, basis=basis, **values)
        return enter.enter_penalty(call, basis=BASES["enter_penalty"], fine=1, **values)

    def ask(self, rng: Random, on: date, code: str, procedures: tuple[str, ...]):
        """A reader asks for one procedure; the answer with its receipt."""
        question = Question(code=code, procedure=rng.choice(procedures))
        return enquire.ask(self.call(rng.choice(READERS), on), question)

    def look(self, rng: Random, on: date, code: str):
        """A reader opens the dossier; who, and what of the records was shown."""
        reader = rng.choice(READERS)
        return reader, read.read_dossier(self.call(reader, on), code=code)
