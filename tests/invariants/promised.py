"""Promises on a register in memory: the steps of `flow.promise` and `flow.verify_promise`."""

from datetime import date
from typing import Any

import msgspec

from goodstanding.flow import policy
from goodstanding.rules.actors import Actor
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.record import RecordEntered
from goodstanding.rules.commitment import find as finding
from goodstanding.rules.commitment import make as promising
from goodstanding.rules.commitment import publicity
from goodstanding.rules.commitment import verify as verifying
from goodstanding.rules.commitment.state import BROKEN
from goodstanding.rules.commitment.text import text_digest
from goodstanding.rules.identifiers import make
from goodstanding.rules.law import Law
from goodstanding.rules.receiving import SEPARATOR
from goodstanding.rules.rights import Action
from goodstanding.rules.service.evidence import Delivery
from goodstanding.rules.states import Commitment, Organisation, Record, State
from goodstanding.rules.working_set import WorkingSet

AUTHORITY = make("11", "449800", "00700001")
READABLE = "《中华人民共和国行政处罚法》第九条"


class Promised:
    """What a promise needs of the register, and each of its steps."""

    law: Law
    states: dict[str, State]
    _numbers: int

    def of(self, code: str) -> dict[str, State]:
        """Every state of an organisation."""

    def work(self, code: str, *named: str) -> WorkingSet:
        """The working set of `flow.bench`."""

    def _id(self, prefix: str) -> str:
        """A new id."""

    def _make_promise(
        self, by: Actor, on: date, *, organisation: str, **args: Any
    ) -> list[Decided]:
        department = args["department"]
        policy.require(by, Action.MAKE_COMMITMENT, department=department, organisation=organisation)
        work = self.work(organisation)
        template = self.law.rulebook.commitment(args["template"])
        said = promising.Promise(
            id=self._id("y"),
            organisation=work.one(Organisation, organisation),
            read=text_digest(template),
            **args,
        )
        broken = [each for each in self.of(organisation).values() if isinstance(each, Record)]
        against = [each for each in broken if each.record_kind == "commitment" and each.adverse]
        earlier = work.all(Commitment)
        return promising.make(said, earlier=earlier, broken=against, law=self.law, on=on)

    def _show_promise(self, by: Actor, on: date, *, promise: str, shown: bool) -> list[Decided]:
        found = self._promise(by, Action.SHOW_COMMITMENT, promise)
        return publicity.show(found, on=on) if shown else publicity.hide(found, on=on)

    def _withdraw_promise(self, by: Actor, on: date, *, promise: str) -> list[Decided]:
        found = self._promise(by, Action.WITHDRAW_COMMITMENT, promise)
        return publicity.withdraw(found, on=on)

    def _verify_promise(self, by: Actor, on: date, *, promise: str, seen: str) -> list[Decided]:
        found = self._promise(by, Action.VERIFY_COMMITMENT, promise)
        said = {"method": "papers", "facts": "已核查。"}
        return verifying.verify(found, verified_on=on, seen=seen, on=on, **said)

    def _notify_breach(self, by: Actor, on: date, *, promise: str) -> list[Decided]:
        found = self._promise(by, Action.NOTIFY_BREACH, promise)
        delivery = Delivery(served_on=on, method="in-person", proof="回证 1")
        said: dict[str, Any] = {"template": None, "facts": "未履行。"}
        return verifying.notify(found, delivery, law=self.law, on=on, **said)

    def _answer_breach(self, by: Actor, on: date, *, promise: str, waived: bool) -> list[Decided]:
        found = self._promise(by, Action.ANSWER_BREACH, promise)
        return verifying.answer(found, text="已整改。", waived=waived, on=on)

    def _find_promise(self, by: Actor, on: date, *, promise: str, outcome: str) -> list[Decided]:
        """One found broken is decided on here whenever it can be: its record comes with it."""
        broken = outcome == BROKEN
        action = Action.FIND_BROKEN if broken else Action.FIND_KEPT
        found = self._promise(by, action, promise)
        record = self._id("r") if broken else ""
        result = finding.Result(outcome=outcome, found_on=on, reasons="已核实。", record=record)
        template = self.law.rulebook.commitments.get(found.template)
        acts = finding.find(found, result, template=template, law=self.law, on=on)
        return [*self._broken(by, on, found.organisation, record), *acts] if broken else acts

    def _broken(self, by: Actor, on: date, organisation: str, record: str) -> list[Decided]:
        document = f"岚承〔{self._numbers}〕号"
        effect = RecordEntered(
            record_kind="commitment",
            department=by.department,
            authority="岚港市示例机关",
            document=document,
            decided_on=on,
            adverse=True,
            transcribed=False,
            basis_readable=True,
            natural_key=SEPARATOR.join((AUTHORITY, f"CM:{document}", organisation)),
            digest=f"digest-{self._numbers}",
            public_from=None,
            public_until=None,
            publication=None,
        )
        decided = _decided(organisation, record, on, effect)
        return [msgspec.structs.replace(decided, content={"facts": "未履行。", "basis": READABLE})]

    def _take_back_finding(self, by: Actor, on: date, *, promise: str) -> list[Decided]:
        found = self._promise(by, Action.TAKE_BACK_FINDING, promise)
        record = self.states.get(found.finding.record) if found.finding else None
        held = record if isinstance(record, Record) else None
        return finding.take_back(found, reasons="认定有误。", record=held, on=on)

    def _follow_breach(self, by: Actor, on: date, *, promise: str, what: str) -> list[Decided]:
        found = self._promise(by, Action.FOLLOW_BREACH, promise)
        record = self.states.get(found.finding.record) if found.finding else None
        held = record if isinstance(record, Record) else None
        return finding.follow(found, consequence=what, reasons="已办理。", record=held, on=on)

    def _promise(self, by: Actor, action: Action, promise: str) -> Commitment:
        found = self.states[promise]
        assert isinstance(found, Commitment)
        policy.require(
            by,
            action,
            department=found.department,
            organisation=found.organisation,
            first=finding.four_eyes(found, action),
        )
        return found


def _decided(stream: str, aggregate: str, on: date, effect: Any) -> Decided:
    return Decided(stream=stream, aggregate=aggregate, effective_on=on, effect=effect)
