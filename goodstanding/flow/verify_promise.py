"""The department verifies a promise, hears the organisation before it finds one broken, and finds."""

from datetime import date

from goodstanding.flow.bench import Bench, Call, new_id
from goodstanding.flow.promise import held_promise
from goodstanding.flow.transit import settle
from goodstanding.publication.queries import by_natural_keys
from goodstanding.rules import text_reading
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.catalogue.commitment_rules import CommitmentTemplate
from goodstanding.rules.commitment import find as finding
from goodstanding.rules.commitment import verify as verifying
from goodstanding.rules.commitment.decided import KIND, Decision, cells
from goodstanding.rules.commitment.find import Result
from goodstanding.rules.commitment.state import BROKEN, Commitment
from goodstanding.rules.errors import refuse, require_none
from goodstanding.rules.receiving import RowProblem, key_of, record_entered
from goodstanding.rules.record_digest import digest
from goodstanding.rules.record_types import Accepted, Quarantined, Rejected
from goodstanding.rules.records import judge_row
from goodstanding.rules.rights import Action
from goodstanding.rules.row_refusals import ConflictsWithRecord
from goodstanding.rules.service.evidence import Delivery
from goodstanding.rules.states import Organisation, Record


def verify_promise(
    call: Call, *, promise: str, method: str, seen: str, facts: str, verified_on: date | None = None
) -> None:
    """Record what was seen when the department looked; today if no day is said."""
    with held_promise(call, promise, Action.VERIFY_COMMITMENT) as (held, found):
        acts = verifying.verify(
            found,
            verified_on=verified_on or call.on,
            method=method,
            seen=seen,
            facts=facts,
            on=call.on,
        )
        held.append(acts)


def notify_breach(
    call: Call,
    *,
    promise: str,
    facts: str,
    method: str,
    proof: str,
    served_on: date | None = None,
    witness: str = "",
    consent: str = "",
    through: str = "",
) -> None:
    """Tell the organisation that its promise shall be found broken, and on what."""
    delivery = Delivery(
        served_on=served_on or call.on,
        method=method,
        proof=proof,
        witness=witness,
        consent=consent,
        through=through,
    )
    with held_promise(call, promise, Action.NOTIFY_BREACH) as (held, found):
        acts = verifying.notify(
            found,
            delivery,
            template=_template(held, found),
            facts=facts,
            law=held.law,
            on=call.on,
        )
        held.append(acts)


def answer_breach(call: Call, *, promise: str, text: str, waived: bool = False) -> None:
    """The organisation states its case, or waives its statement in writing."""
    with held_promise(call, promise, Action.ANSWER_BREACH) as (held, found):
        held.append(verifying.answer(found, text=text, waived=waived, on=call.on))


def find_promise(
    call: Call,
    *,
    promise: str,
    outcome: str,
    reasons: str,
    found_on: date | None = None,
    document: str = "",
    decision: Decision | None = None,
) -> str:
    """Find the promise kept, kept in part, or broken; returns the id of the record it became, if any.

    ``decision``: of a broken one, the authority's; without it the finding stays with the department
    and the organisation, and nothing follows from it.
    """
    action = Action.FIND_BROKEN if outcome == BROKEN else Action.FIND_KEPT
    with held_promise(call, promise, action) as (held, found):
        said = decision.document if decision else ""
        result = Result(
            outcome=outcome,
            found_on=found_on or call.on,
            reasons=reasons,
            document=document or said,
        )
        require_none(finding.finding_refusals(found, result, law=held.law, on=call.on))
        entered: list[Decided] = []
        if decision is not None and decision.given and outcome == BROKEN:
            record, entered = _record(call, held, found, result, decision)
            result = Result(
                outcome=outcome,
                found_on=result.found_on,
                reasons=reasons,
                document=decision.document,
                record=record,
            )
        template = _template(held, found)
        acts = finding.find(found, result, template=template, law=held.law, on=call.on)
        held.append([*entered, *acts])
    if entered:
        settle(call, (found.organisation,))
    return result.record


def take_back_finding(call: Call, *, promise: str, reasons: str) -> None:
    """Take back a finding that was wrong; one that is a record goes with the record."""
    with held_promise(call, promise, Action.TAKE_BACK_FINDING) as (held, found):
        record = _found_record(held, found)
        held.append(finding.take_back(found, reasons=reasons, record=record, on=call.on))


def follow_breach(call: Call, *, promise: str, consequence: str, reasons: str) -> None:
    """Carry out one thing that the catalogue lets follow from a broken promise."""
    with held_promise(call, promise, Action.FOLLOW_BREACH) as (held, found):
        record = _found_record(held, found)
        acts = finding.follow(
            found, consequence=consequence, reasons=reasons, record=record, on=call.on
        )
        held.append(acts)


def _template(held: Bench, promise: Commitment) -> CommitmentTemplate | None:
    return held.law.rulebook.commitments.get(promise.template)


def _found_record(held: Bench, promise: Commitment) -> Record | None:
    id = promise.finding.record if promise.finding else ""
    return held.set(id).find(Record, id) if id else None


def _record(
    call: Call, held: Bench, promise: Commitment, result: Result, decision: Decision
) -> tuple[str, list[Decided]]:
    """The record that the finding is: the one there is of the same decision, or a new one.

    A record the department sent by file says the decision in its own words; it is taken as it is.
    """
    row = _row(call, held, promise, result, decision)
    there = by_natural_keys(keys=[key_of(row)]).get(key_of(row))
    if there is not None:
        if not there.adverse or there.department != promise.department:
            refuse(ConflictsWithRecord(record=there.record))
        return there.record, []
    id = new_id("r")
    entered = record_entered(
        row,
        id=id,
        digest=digest(row),
        department=promise.department,
        batch="",
        law=held.law,
        on=call.on,
    )
    return id, [entered, *text_reading.held(row, record=id, on=call.on)]


def _row(
    call: Call, held: Bench, promise: Commitment, result: Result, decision: Decision
) -> Accepted:
    """The row of the decision, judged as one of a file is; refuses with every problem of it."""
    work, template = held.set(promise.organisation), _template(held, promise)
    typed = cells(
        promise,
        result,
        decision,
        name=work.one(Organisation, promise.organisation).name,
        matter=template.title.zh if template else promise.template,
    )
    verdict = judge_row(typed, kind=KIND, row=1, rulebook=held.law.rulebook, today=call.on)
    if isinstance(verdict, Quarantined):
        refuse(RowProblem.of(verdict.problem, left_out=True))
    if isinstance(verdict, Rejected):
        require_none([RowProblem.of(each) for each in verdict.problems])
    assert isinstance(verdict, Accepted)
    return verdict
