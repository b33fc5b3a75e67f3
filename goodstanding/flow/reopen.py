"""Checks to look at again: they refused an organisation on a record since withdrawn as wrong."""

from datetime import date, datetime

import msgspec

from goodstanding.disclosure.ledger import close_reopening
from goodstanding.disclosure.queries import reopening_outcomes, withdrawn_as_wrong
from goodstanding.enquiries import queries as enquiries
from goodstanding.enquiries.models import Receipt
from goodstanding.flow import policy
from goodstanding.flow.answers import Question, answer
from goodstanding.flow.bench import Call
from goodstanding.rules.check import Answer, more_favourable
from goodstanding.rules.errors import NotFound, Refusal, refuse
from goodstanding.rules.rights import Action


class ReopeningUnknown(NotFound):
    """No check with the receipt {receipt} has to be looked at again."""


class OutcomeMissing(Refusal):
    """Say what came of looking at the check again."""


class Reopening(msgspec.Struct, frozen=True, kw_only=True):
    """A check that would now be more favourable; ``outcome`` is empty while it is open."""

    receipt: str
    organisation: str
    procedure: str
    case_number: str
    department: str
    recipient: str
    asked_at: datetime
    answered: str
    now: str
    record: str
    outcome: str


def reopenings(*, today: date, recipient: str | None = None) -> list[Reopening]:
    """Every check to look at again, done or not, in the order it was asked.

    A check another restriction would still have barred is none; finality is the department's.
    """
    found: dict[str, Reopening] = {}
    wrong = withdrawn_as_wrong()
    for receipt in enquiries.relying_on(records=wrong, recipient=recipient) if wrong else ():
        fell = [record for record in wrong if record in receipt.records]
        found.update(_reopened(receipt, fell[-1], today))
    outcomes = reopening_outcomes(receipts=found)
    told = (
        msgspec.structs.replace(each, outcome=outcomes[id].outcome) if id in outcomes else each
        for id, each in found.items()
    )
    return sorted(told, key=lambda each: (each.asked_at, each.receipt))


def _reopened(receipt: Receipt, record: str, today: date) -> dict[str, Reopening]:
    question = Question(code=receipt.organisation, procedure=receipt.procedure, on=receipt.on_day)
    now = answer(question, today=today).checked.act_as
    if not more_favourable(now, than=Answer(receipt.act_as)):
        return {}
    reopening = Reopening(
        receipt=receipt.id,
        organisation=receipt.organisation,
        procedure=receipt.procedure,
        case_number=receipt.case_number,
        department=receipt.department,
        recipient=receipt.recipient,
        asked_at=receipt.at,
        answered=receipt.answer,
        now=str(now),
        record=record,
        outcome="",
    )
    return {receipt.id: reopening}


def conclude_reopening(call: Call, *, receipt: str, outcome: str) -> None:
    """Record what the department made of a reopened check."""
    found = enquiries.receipt(id=receipt)
    if found is None:
        refuse(ReopeningUnknown(receipt=receipt))
    policy.require(call.actor, Action.CONCLUDE_REOPENING, recipient=found.recipient)
    waiting = {each.receipt for each in reopenings(today=call.on) if not each.outcome}
    if receipt not in waiting:
        refuse(ReopeningUnknown(receipt=receipt))
    if not outcome.strip():
        refuse(OutcomeMissing())
    close_reopening(receipt=receipt, outcome=outcome, by=call.actor.id, at=call.at)
