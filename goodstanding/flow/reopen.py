"""Checks to look at again: they refused an organisation on what has since fallen as wrong."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cache

import msgspec

from goodstanding.disclosure.kinds import RESULTS
from goodstanding.disclosure.ledger import close_reopening
from goodstanding.disclosure.models import ReopeningOutcome
from goodstanding.disclosure.queries import annulled, reopening_outcomes, withdrawn_as_wrong
from goodstanding.enquiries import queries as enquiries
from goodstanding.enquiries.models import Receipt
from goodstanding.flow import policy
from goodstanding.flow.answers import Question, answer
from goodstanding.flow.bench import Call
from goodstanding.organisations.queries import struck
from goodstanding.rules.check import Answer, more_favourable
from goodstanding.rules.errors import NotFound, Refusal, refuse, require_none
from goodstanding.rules.rights import Action


class ReopeningUnknown(NotFound):
    """No check with the receipt {receipt} has to be looked at again."""


class OutcomeMissing(Refusal):
    """Say what came of looking at the check again."""


class ReopeningResultUnknown(Refusal):
    """There is no result {result}; it is one of: {results}."""


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
    result: str = ""


def reopenings(
    *, today: date, recipient: str | None = None, organisation: str | None = None
) -> list[Reopening]:
    """Every check to look at again, done or not, in the order it was asked.

    A check another restriction would still have barred is none; finality is the department's.
    """
    now = cache(lambda question: answer(question, today=today).checked.act_as)
    again = (
        _reopened(receipt, fell, now)
        for receipt, fell in _doubted(recipient)
        if organisation in (None, receipt.organisation)
    )
    found = {each.receipt: each for each in again if each}
    outcomes = reopening_outcomes(receipts=found)
    told = (
        _concluded(each, outcomes[id]) if id in outcomes else each for id, each in found.items()
    )
    return sorted(told, key=lambda each: (each.asked_at, each.receipt))


def _concluded(each: Reopening, done: ReopeningOutcome) -> Reopening:
    return msgspec.structs.replace(each, outcome=done.outcome, result=done.result)


def _doubted(recipient: str | None) -> Iterator[tuple[Receipt, str]]:
    """The checks that relied on what fell as wrong, each with the last of what fell."""
    yield from _under_a_wrong_code(recipient)
    wrong, ended = withdrawn_as_wrong(), annulled()
    fell = [*ended, *wrong]
    for receipt in enquiries.relying_on(records=fell, recipient=recipient) if fell else ():
        yield receipt, next(each for each in reversed(fell) if each in receipt.records)
    if not ended:
        return
    for receipt in enquiries.relying_on_designations(ended=ended, recipient=recipient):
        named = {each["decision"]["designation"] for each in receipt.effects}
        yield receipt, next(each for each in reversed(ended) if each in named)


def _under_a_wrong_code(recipient: str | None) -> Iterator[tuple[Receipt, str]]:
    """The checks told while another code was wrongly taken for its own, each with one record."""
    codes = struck()
    for receipt in enquiries.of_organisations(codes=codes, recipient=recipient) if codes else ():
        if receipt.records:
            yield receipt, receipt.records[0]


def _reopened(receipt: Receipt, fell: str, now: Callable[[Question], Answer]) -> Reopening | None:
    """The check as one to look at again, if its question would be answered more favourably."""
    question = Question(code=receipt.organisation, procedure=receipt.procedure, on=receipt.on_day)
    answered = now(question)
    if not more_favourable(answered, than=Answer(receipt.act_as)):
        return None
    return Reopening(
        receipt=receipt.id,
        organisation=receipt.organisation,
        procedure=receipt.procedure,
        case_number=receipt.case_number,
        department=receipt.department,
        recipient=receipt.recipient,
        asked_at=receipt.at,
        answered=receipt.answer,
        now=str(answered),
        record=fell,
        outcome="",
    )


def conclude_reopening(call: Call, *, receipt: str, outcome: str, result: str = "") -> None:
    """Record what the department made of a reopened check, and why.

    Args:
        receipt: of the check.
        outcome: the department's reasons; where its decision is final in law, why it is.
        result: changed, stands or final; empty where the caller does not say.
    """
    found = enquiries.receipt(id=receipt)
    if found is None:
        refuse(ReopeningUnknown(receipt=receipt))
    policy.require(call.actor, Action.CONCLUDE_REOPENING, recipient=found.recipient)
    waiting = {each.receipt for each in reopenings(today=call.on) if not each.outcome}
    if receipt not in waiting:
        refuse(ReopeningUnknown(receipt=receipt))
    require_none([] if outcome.strip() else [OutcomeMissing()])
    if result and result not in RESULTS:
        refuse(ReopeningResultUnknown(result=result, results=RESULTS))
    close_reopening(receipt=receipt, outcome=outcome, result=result, by=call.actor.id, at=call.at)
