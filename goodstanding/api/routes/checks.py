"""May this organisation, in this procedure? One question, many, and the receipt."""

from typing import Any

from ninja import Router
from pydantic import ValidationError

from goodstanding.api import rendering
from goodstanding.api.agency_schemas import BatchOut, ReceiptOut, WatchedCheckOut
from goodstanding.api.entering import Asked
from goodstanding.api.invalid import invalid_item
from goodstanding.api.problems import said
from goodstanding.api.requests import BatchIn, CheckIn, WatchedCheckIn
from goodstanding.enquiries.models import Receipt
from goodstanding.flow import enquire, inbox, policy
from goodstanding.flow.answers import Question
from goodstanding.flow.bench import Call
from goodstanding.flow.watch import ask_and_watch
from goodstanding.rules.errors import Refusal, Refused
from goodstanding.rules.rights import Action

router = Router(tags=["Checks"])


@router.post("/checks", response=WatchedCheckOut)
def check(request: Asked, body: WatchedCheckIn) -> rendering.Rendered:
    """Ask about one organisation for one procedure; the answer leaves a receipt.

    With ``watch`` it stays attached to the case number: a change that alters it is told once.
    """
    if body.watch is None:
        return {**_asked(request.call, body), "watch": None}
    question = _question(body)
    answered, watch = ask_and_watch(request.call, question, stage=body.watch.stage)
    return {**rendering.checked(question, answered), "watch": watch}


@router.post("/checks/batch", response=BatchOut)
def batch(request: Asked, body: BatchIn) -> rendering.Rendered:
    """Ask up to 10,000 questions; each is answered or refused for itself."""
    policy.require(request.call.actor, Action.SCREEN)
    answers = {n: _item(request.call, n, item) for n, item in _in_order_of_locks(body.items)}
    items = [answers[n] for n in range(len(body.items))]
    answered = sum(1 for each in items if each["check"])
    return {"answered": answered, "refused": len(items) - answered, "items": items}


@router.get("/checks/{receipt}", response=ReceiptOut)
def receipt(request: Asked, receipt: str) -> rendering.Rendered:
    """What a check answered then, for who asked, the organisation, and oversight."""
    return _receipt(inbox.read_receipt(request.call, receipt=receipt))


def _question(body: CheckIn) -> Question:
    return Question(
        code=body.code, procedure=body.procedure, case_number=body.case_number, on=body.on
    )


def _asked(call: Call, body: CheckIn) -> rendering.Rendered:
    question = _question(body)
    return rendering.checked(question, enquire.ask(call, question))


def _item(call: Call, index: int, item: object) -> dict[str, Any]:
    try:
        asked = CheckIn.model_validate(item)
        return {"index": index, "check": _asked(call, asked), "refusals": []}
    except ValidationError as error:
        return _refused(index, invalid_item(error, f"items[{index}]"))
    except Refused as refused:
        return _refused(index, refused.refusals)


def _refused(index: int, refusals: list[Refusal] | tuple[Refusal, ...]) -> dict[str, Any]:
    return {"index": index, "check": None, "refusals": [said(each) for each in refusals]}


def _in_order_of_locks(items: list[object]) -> list[tuple[int, object]]:
    """By code, as writers lock: under an idempotency key all items are one transaction."""
    return sorted(enumerate(items), key=lambda pair: _code(pair[1]))


def _code(item: object) -> str:
    return str(item.get("code", "")) if isinstance(item, dict) else ""


def _receipt(found: Receipt) -> rendering.Rendered:
    # What keeps the organisation from an advantage is with the receipt too, and told to nobody.
    told = {each["record"] for effect in found.effects for each in effect["records"]}
    pairs = ((r, v) for r, v in zip(found.records, found.versions, strict=True) if r in told)
    names = ("organisation", "procedure", "case_number", "answer", "act_as", "known", "effects")
    more = ("position", "rulebook", "calendar", "recipient", "at")
    return {
        **{name: getattr(found, name) for name in (*names, *more)},
        "receipt": found.id,
        "on": found.on_day,
        "records": [{"record": record, "version": version} for record, version in pairs],
    }
