"""A register in memory: the acts, their fold, and the steps of `flow/` without a database."""

from datetime import date, datetime, time, timedelta
from typing import Any

import msgspec

from goodstanding.flow import policy
from goodstanding.rules import codec
from goodstanding.rules.actors import Actor, Role
from goodstanding.rules.acts.envelope import Act, Decided, Header
from goodstanding.rules.acts.organisation import OrganisationEntered
from goodstanding.rules.acts.record import RecordEntered
from goodstanding.rules.correction.correct import Before, Correction, correct
from goodstanding.rules.correction.objected import correction_on_objection
from goodstanding.rules.correction.own_entry import own_entry_refusals, right_of
from goodstanding.rules.designation import decide, ending, hear, propose, transcribe
from goodstanding.rules.designation.refusals import NotInForce
from goodstanding.rules.errors import refuse
from goodstanding.rules.evolve import evolve
from goodstanding.rules.law import Law
from goodstanding.rules.measure import respond
from goodstanding.rules.objection import decide as settling
from goodstanding.rules.objection import file as filing
from goodstanding.rules.objection.extend import extend
from goodstanding.rules.periods import SHANGHAI, last_day_of
from goodstanding.rules.proceeding import open as opening
from goodstanding.rules.proceeding import order as ordering
from goodstanding.rules.proceeding import outcome, shield
from goodstanding.rules.proceeding.followed import PUT_RIGHT, TAKEN_BACK, followed
from goodstanding.rules.proceeding.shielding import follow
from goodstanding.rules.receiving import SEPARATOR
from goodstanding.rules.repair import decide as repairing
from goodstanding.rules.repair import file as asking
from goodstanding.rules.repair import revoke as revoking
from goodstanding.rules.repair.kept_ended import ended_by
from goodstanding.rules.rights import Action
from goodstanding.rules.service.evidence import Delivery
from goodstanding.rules.states import (
    Designation,
    Measure,
    Objection,
    Proceeding,
    Record,
    Repair,
    Stage,
    State,
)
from goodstanding.rules.working_set import WorkingSet
from tests.invariants.promised import AUTHORITY, READABLE, Promised, _decided

NAME = "岚港市禾屿电子有限公司"
#: What a row of a penalty says beside its act.
SAID = {
    "conduct": "见决定书",
    "facts": "见决定书",
    "penalty": "见决定书",
    "categories": "罚款",
    "fine": "1",
    "valid_until": "2099/12/31",
    "source": "岚港市示例机关",
    "source_code": AUTHORITY,
}
UNREADABLE = "有关规定"


#: What a shield that runs follows.
_BRINGING = ("decide_designation", "confirm_transcription", "revoke_repair")


class Command(msgspec.Struct, frozen=True, kw_only=True):
    """A step to try: its name in `flow/`, who takes it on which day, and its arguments."""

    step: str
    by: Actor
    on: date
    args: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.on} {self.by.id} {self.step} {self.args}"


def officer(department: str, number: int) -> Actor:
    """An officer who is also a reviewer: only four eyes keeps them from doing it all alone."""
    roles = frozenset({Role.OFFICER, Role.REVIEWER})
    return Actor(id=f"o-{department}-{number}", department=department, roles=roles)


def representative(code: str) -> Actor:
    """Who speaks for an organisation."""
    roles = frozenset({Role.REPRESENTATIVE})
    return Actor(id=f"o-{code[-3:]}", roles=roles, represents=frozenset({code}))


class Memory(Promised):
    """Acts in order, the states they add up to, and what a command would append."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self.acts: list[Act] = []
        self.states: dict[str, State] = {}
        self._numbers = 0

    def of(self, code: str) -> dict[str, State]:
        """Every state of an organisation."""
        return {id: s for id, s in self.states.items() if s.organisation == code}

    def work(self, code: str, *named: str) -> WorkingSet:
        """The working set of `flow.bench`: what is open, what is named, records rested on."""
        mine = self.of(code)
        found = {id: s for id, s in mine.items() if s.is_open or id in named}
        rested = [s.records for s in found.values() if isinstance(s, Designation)]
        found |= {r: mine[r] for records in rested for r in records if r in mine}
        return WorkingSet(found)

    def take(self, command: Command) -> None:
        """Try a command; raises `Refused`, or appends all it decides."""
        decided = getattr(self, f"_{command.step}")(command.by, command.on, **command.args)
        self._numbers += 1
        for each in decided:
            self._append(each, command)
        if command.step in _BRINGING:
            code = decided[0].stream
            for each in follow(work=self.work(code), law=self.law, on=command.on):
                self._append(each, command)

    def _append(self, each: Decided, command: Command) -> None:
        position = len(self.acts) + 1
        header = Header(
            act_id=str(position),
            position=position,
            recorded_at=_moment(command.on, position),
            effective_on=each.effective_on,
            stream=each.stream,
            aggregate=each.aggregate,
            kind=codec.kind_of(each.effect),
            by=command.by.id,
            department=command.by.department,
            rulebook=self.law.versions[0],
            calendar=self.law.versions[1],
            cause=str(self._numbers),
        )
        act = Act(header=header, effect=each.effect, content=each.content)
        self.acts.append(act)
        self.states[each.aggregate] = evolve(self.states.get(each.aggregate), act)

    def _id(self, prefix: str) -> str:
        return f"{prefix}-{self._numbers + 1}"

    def _enter(self, by: Actor, on: date, *, organisation: str, kind: str) -> list[Decided]:
        policy.require(by, Action.ENTER_RECORDS, department=by.department)
        transcribed = kind == "enforcement-default"
        number = self._numbers
        record = RecordEntered(
            record_kind=kind,
            department=by.department,
            authority="岚港市示例机关",
            document=f"岚罚〔{number}〕号",
            decided_on=on - timedelta(days=number % 9),
            adverse=True,
            transcribed=transcribed,
            basis_readable=number % 11 != 10,
            natural_key=SEPARATOR.join((AUTHORITY, f"岚罚〔{number}〕号", organisation)),
            digest=f"digest-{number}",
            public_from=None if transcribed else on,
            public_until=None if transcribed else last_day_of(on, months=12),
            publication=None if transcribed else self.law.deadline("publication", start=on),
        )
        entered = OrganisationEntered(code=organisation, class_id="enterprise", name=NAME)
        known = organisation in self.states
        return [
            *([] if known else [_decided(organisation, organisation, on, entered)]),
            msgspec.structs.replace(
                _decided(organisation, self._id("r"), on, record),
                content={**SAID, "basis": READABLE if record.basis_readable else UNREADABLE},
            ),
        ]

    def _propose_designation(self, by: Actor, on: date, **args: Any) -> list[Decided]:
        policy.require(by, Action.PROPOSE, department=by.department)
        proposal = propose.Proposal(id=self._id("d"), department=by.department, **args)
        work = self.work(args["organisation"], *args["records"])
        return propose.propose(proposal, work=work, law=self.law, on=on)

    def _case(self, by: Actor, action: Action, case: str) -> Designation:
        found = self.states[case]
        assert isinstance(found, Designation)
        policy.require(by, action, department=found.department, organisation=found.organisation)
        return found

    def _serve_notice(self, by: Actor, on: date, *, case: str, **args: Any) -> list[Decided]:
        found = self._case(by, Action.SERVE_NOTICE, case)
        return hear.serve_notice(found, law=self.law, on=on, **args)

    def _receive_statement(self, by: Actor, on: date, *, case: str, **args: Any) -> list[Decided]:
        return hear.receive_statement(self._case(by, Action.RECORD_STATEMENT, case), on=on, **args)

    def _waive_statement(self, by: Actor, on: date, *, case: str, **args: Any) -> list[Decided]:
        return hear.waive_statement(self._case(by, Action.RECORD_STATEMENT, case), on=on, **args)

    def _request_hearing(self, by: Actor, on: date, *, case: str, **args: Any) -> list[Decided]:
        found = self._case(by, Action.REQUEST_HEARING, case)
        return hear.request_hearing(found, law=self.law, on=on, **args)

    def _hold_hearing(self, by: Actor, on: date, *, case: str, **args: Any) -> list[Decided]:
        return hear.hold_hearing(self._case(by, Action.HOLD_HEARING, case), on=on, **args)

    def _decide_designation(self, by: Actor, on: date, *, case: str, **args: Any) -> list[Decided]:
        found = self.states[case]
        assert isinstance(found, Designation)
        policy.require(by, Action.DECIDE, department=found.department, first=found.proposer)
        work = self.work(found.organisation, case)
        return decide.decide(found, decide.Decision(**args), work=work, law=self.law, on=on)

    def _revoke_designation(
        self, by: Actor, on: date, *, case: str, from_start: bool
    ) -> list[Decided]:
        found = self.states[case]
        assert isinstance(found, Designation)
        first = found.proposer or found.decider
        policy.require(by, Action.REVOKE_DESIGNATION, department=found.department, first=first)
        if found.stage is not Stage.LISTED:
            refuse(NotInForce())
        work = self.work(found.organisation, case)
        acts = ending.end(
            [found], cause="revoked", from_start=from_start, work=work, law=self.law, on=on
        )
        return [*acts, *followed([case], how=TAKEN_BACK, work=work, on=on)]

    def _confirm_transcription(
        self, by: Actor, on: date, *, record: str, ground: str
    ) -> list[Decided]:
        found = self.states[record]
        assert isinstance(found, Record)
        policy.require(
            by,
            Action.CONFIRM_TRANSCRIPTION,
            department=found.department,
            first=found.entered_by,
        )
        confirmation = transcribe.Confirmation(
            id=self._id("d"), ground=ground, department=found.department
        )
        work = self.work(found.organisation, record)
        return transcribe.confirm(found, confirmation, work=work, law=self.law, on=on)

    def _respond(self, by: Actor, on: date, *, task: str, **args: Any) -> list[Decided]:
        found = self._measure(by, Action.RESPOND_TASK, task)
        return respond.respond(found, law=self.law, on=on, acting_on=None, **args)

    def _feed_back(self, by: Actor, on: date, *, task: str, **args: Any) -> list[Decided]:
        found = self._measure(by, Action.FEED_BACK_TASK, task)
        return respond.feed_back(found, task=task, note="", on=on, **args)

    def _measure(self, by: Actor, action: Action, task: str) -> Measure:
        found = self.states[".".join(task.split(".")[:3])]
        assert isinstance(found, Measure)
        policy.require(by, action, department=found.department)
        return found

    def _file_objection(self, by: Actor, on: date, *, target: str, **args: Any) -> list[Decided]:
        found = self.states[target]
        assert isinstance(found, Record | Designation)
        policy.require(
            by,
            Action.FILE_OBJECTION,
            department=found.department,
            organisation=found.organisation,
        )
        new = filing.Filing(id=self._id("o"), target=found, text="与事实不符。", **args)
        earlier = [s for s in self.of(found.organisation).values() if isinstance(s, Objection)]
        return filing.file(new, earlier=earlier, law=self.law, on=on)

    def _accept_objection(self, by: Actor, on: date, *, objection: str) -> list[Decided]:
        found, work = self._objection(objection)
        policy.require(by, Action.ACCEPT_OBJECTION, department=found.department)
        return filing.accept(found, work=work, law=self.law, on=on)

    def _extend_objection(
        self, by: Actor, on: date, *, objection: str, reasons: str
    ) -> list[Decided]:
        found, _work = self._objection(objection)
        policy.require(
            by, Action.EXTEND_OBJECTION, department=found.department, first=found.accepted_by
        )
        return extend(found, reasons=reasons, law=self.law, on=on)

    def _decide_objection(
        self, by: Actor, on: date, *, objection: str, document: str | None, **args: Any
    ) -> list[Decided]:
        found, work = self._objection(objection)
        policy.require(
            by, Action.DECIDE_OBJECTION, department=found.department, first=found.accepted_by
        )
        target = work.find(Record, found.target)
        corrects = target is not None and args["outcome"] == settling.CORRECTED
        made = self._on_objection(target, document, on) if target and corrects else None
        given = {"correction": made[0], "content": made[1]} if made else {}
        ended = settling.Outcome(**given, **args)
        return settling.decide(found, ended, work=work, law=self.law, on=on)

    def _on_objection(self, record: Record, document: str | None, on: date) -> Any:
        return correction_on_objection(
            self._before(record),
            document=document,
            decided_on=None,
            holder_of=self._holder_of,
            law=self.law,
            on=on,
        )

    def _correct_record(
        self, by: Actor, on: date, *, record: str, values: dict[str, str], reasons: str
    ) -> list[Decided]:
        found = self.states[record]
        assert isinstance(found, Record)
        right = right_of(by, found)
        policy.require(by, right, department=found.department, first=found.entered_by)
        work = self.work(found.organisation, record)
        acts = correct(
            self._before(found),
            Correction(values=values, reasons=reasons),
            holder_of=self._holder_of,
            hindering=own_entry_refusals(by, found, work=work, on=on),
            law=self.law,
            on=on,
        )
        return [*acts, *followed([record], how=PUT_RIGHT, work=work, on=on)]

    def _before(self, record: Record) -> Before:
        content = self.acts[record.version.position - 1].content
        held = {name: text for name, text in content.items() if name != "reasons"}
        return Before(record=record, content=held, name=NAME)

    def _holder_of(self, key: str) -> str | None:
        records = (each for each in self.states.values() if isinstance(each, Record))
        standing = (each for each in records if each.natural_key == key and not each.withdrawn)
        return next((each.id for each in standing), None)

    def _objection(self, objection: str) -> tuple[Objection, WorkingSet]:
        found = self.states[objection]
        assert isinstance(found, Objection)
        return found, self.work(found.organisation, objection, found.target)

    def _withdraw_record(self, by: Actor, on: date, *, record: str, **args: Any) -> list[Decided]:
        found = self.states[record]
        assert isinstance(found, Record)
        policy.require(
            by, Action.WITHDRAW_RECORD, department=found.department, first=found.entered_by
        )
        work = self.work(found.organisation, record)
        return settling.withdraw(found, work=work, law=self.law, on=on, **args)

    def _open_proceeding(self, by: Actor, on: date, *, subject: str, **args: Any) -> list[Decided]:
        found = self.states[subject]
        assert isinstance(found, Record | Designation | Objection | Repair)
        target = found
        if isinstance(found, Objection | Repair):
            target = self.states[found.target]
        assert isinstance(target, Record | Designation)
        policy.require(by, Action.ENTER_PROCEEDING, department=target.department)
        entry = opening.Entry(id=self._id("v"), opened_on=on, subject=found, target=target, **args)
        mine = self.of(found.organisation).values()
        earlier = [each for each in mine if isinstance(each, Proceeding)]
        return opening.open_proceeding(entry, earlier=earlier, on=on)

    def _open_shield(self, by: Actor, on: date, *, organisation: str, **args: Any) -> list[Decided]:
        policy.require(by, Action.ENTER_SHIELD, department=by.department)
        mine = self.of(organisation).values()
        approved = {"ruled_on": on, "last_day": None, "court": "岚港市中级人民法院", **args}
        found = shield.Approved(
            id=self._id("v"), organisation=organisation, department=by.department, **approved
        )
        earlier = [each for each in mine if isinstance(each, Proceeding)]
        work = self.work(organisation)
        return shield.open_shield(found, earlier=earlier, work=work, law=self.law, on=on)

    def _end_shield(self, by: Actor, on: date, *, proceeding: str, **args: Any) -> list[Decided]:
        found, work = self._proceeding(by, Action.END_SHIELD, proceeding)
        given = {"document": "破终1号", "decided_on": on, "effect_from": on, **args}
        judged = outcome.Judgement(reasons="已执行完毕。", **given)
        return shield.end_shield(found, judged, work=work, law=self.law, on=on)

    def _order_stay(self, by: Actor, on: date, *, proceeding: str, **args: Any) -> list[Decided]:
        found, work = self._proceeding(by, Action.ORDER_STAY, proceeding)
        return ordering.order_stay(found, ordered_on=on, work=work, law=self.law, on=on, **args)

    def _end_ordered_stay(
        self, by: Actor, on: date, *, proceeding: str, **args: Any
    ) -> list[Decided]:
        found, work = self._proceeding(by, Action.END_ORDERED_STAY, proceeding)
        return ordering.end_stay(found, work=work, law=self.law, on=on, **args)

    def _decide_proceeding(
        self, by: Actor, on: date, *, proceeding: str, **args: Any
    ) -> list[Decided]:
        found, work = self._proceeding(by, Action.DECIDE_PROCEEDING, proceeding)
        judged = outcome.Judgement(document="判1号", decided_on=on, effect_from=on, **args)
        return outcome.decide(found, judged, work=work, law=self.law, on=on)

    def _carry_out(self, by: Actor, on: date, *, proceeding: str, **args: Any) -> list[Decided]:
        found, work = self._proceeding(by, Action.CARRY_OUT, proceeding)
        return outcome.carry_out(found, work=work, law=self.law, on=on, **args)

    def _proceeding(
        self, by: Actor, action: Action, proceeding: str
    ) -> tuple[Proceeding, WorkingSet]:
        found = self.states[proceeding]
        assert isinstance(found, Proceeding)
        first = opening.first_of(found, action)
        policy.require(by, action, department=found.department, first=first)
        return found, self.work(found.organisation, proceeding, found.target)

    def _file_repair(self, by: Actor, on: date, *, target: str, **args: Any) -> list[Decided]:
        found = self.states[target]
        assert isinstance(found, Record | Designation)
        mine = self.of(found.organisation)
        policy.require(
            by, Action.FILE_REPAIR, department=found.department, organisation=found.organisation
        )
        asked = asking.Application(id=self._id("s"), target=found, text="已履行。", **args)
        earlier = [s for s in mine.values() if isinstance(s, Repair)]
        work = self.work(found.organisation, target)
        return asking.apply(asked, earlier=earlier, work=work, law=self.law, on=on)

    def _ask_papers(self, by: Actor, on: date, *, repair: str, missing: str) -> list[Decided]:
        found = self._repair(by, Action.ACCEPT_REPAIR, repair)
        return asking.ask_papers(found, missing=missing, on=on)

    def _supply_papers(self, by: Actor, on: date, *, repair: str) -> list[Decided]:
        found = self._repair(by, Action.FILE_REPAIR, repair)
        return asking.supply_papers(found, text="凭证", law=self.law, on=on)

    def _take_back_repair(self, by: Actor, on: date, *, repair: str) -> list[Decided]:
        return asking.take_back(self._repair(by, Action.FILE_REPAIR, repair), on=on)

    def _accept_repair(self, by: Actor, on: date, *, repair: str) -> list[Decided]:
        found = self._repair(by, Action.ACCEPT_REPAIR, repair)
        return asking.accept(found, law=self.law, on=on)

    def _extend_repair(self, by: Actor, on: date, *, repair: str, reasons: str) -> list[Decided]:
        found = self._repair(by, Action.EXTEND_REPAIR, repair)
        return repairing.extend(found, reasons=reasons, law=self.law, on=on)

    def _decide_repair(self, by: Actor, on: date, *, repair: str, **args: Any) -> list[Decided]:
        refused = args["outcome"] == "not-accepted"
        action = Action.ACCEPT_REPAIR if refused else Action.DECIDE_REPAIR
        found = self._repair(by, action, repair)
        work = self.work(found.organisation, repair, found.target)
        target = work.find(Record, found.target) or work.one(Designation, found.target)
        ended = repairing.RepairOutcome(**args)
        return repairing.decide(found, target, ended, work=work, law=self.law, on=on)

    def _notify_revocation(self, by: Actor, on: date, *, repair: str, **args: Any) -> list[Decided]:
        found = self._repair(by, Action.NOTIFY_REVOCATION, repair)
        delivery = Delivery(served_on=on, method="post", proof="EMS 1")
        return revoking.notify(found, delivery, law=self.law, on=on, **args)

    def _answer_revocation(self, by: Actor, on: date, *, repair: str, **args: Any) -> list[Decided]:
        found = self._repair(by, Action.FILE_REPAIR, repair)
        return revoking.answer(found, text="无异议。", on=on, **args)

    def _revoke_repair(self, by: Actor, on: date, *, repair: str, reasons: str) -> list[Decided]:
        found = self._repair(by, Action.REVOKE_REPAIR, repair)
        mine = self.of(found.organisation).values()
        cases = ended_by(found, mine)
        under = [m.id for m in mine if isinstance(m, Measure) and _rests_on(m, cases)]
        named = (found.target, *(case.id for case in cases), *under)
        work = self.work(found.organisation, repair, *named)
        return revoking.revoke(found, reasons=reasons, ended=cases, work=work, law=self.law, on=on)

    def _repair(self, by: Actor, action: Action, repair: str) -> Repair:
        found = self.states[repair]
        assert isinstance(found, Repair)
        first = found.revocation.notified_by if found.revocation else found.accepted_by
        policy.require(
            by,
            action,
            department=found.department,
            organisation=found.organisation,
            first=first,
        )
        return found


def _rests_on(measure: Measure, cases: list[Designation]) -> bool:
    return bool({each.designation for each in measure.rests_on} & {case.id for case in cases})


def _moment(on: date, position: int) -> datetime:
    return datetime.combine(on, time(), SHANGHAI) + timedelta(seconds=position)
