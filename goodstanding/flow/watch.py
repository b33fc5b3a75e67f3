"""Watches of a department's own cases: begun with a check, moved on, told once, closed."""

from collections.abc import Collection, Sequence
from datetime import date

import msgspec
from django.db import transaction

from goodstanding.catalogue.queries import law as law_on
from goodstanding.enquiries import queries as enquiries
from goodstanding.enquiries import watches
from goodstanding.enquiries.models import Receipt, Watch
from goodstanding.enquiries.watches import Watched
from goodstanding.flow import policy
from goodstanding.flow.answers import Answered, Question
from goodstanding.flow.bench import Call, new_id
from goodstanding.flow.changed_since import changed_since
from goodstanding.flow.enquire import ask
from goodstanding.flow.inbox import ReceiptUnknown
from goodstanding.flow.told import decided_on, note_told, relied_on
from goodstanding.organisations.queries import replaced
from goodstanding.rules.actors import Actor
from goodstanding.rules.errors import NotFound, refuse, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.periods import last_day_of, local_day
from goodstanding.rules.rights import Action
from goodstanding.rules.watching import (
    CLOSED,
    STAGES,
    TERM,
    Change,
    NothingNew,
    WatchOver,
    WatchWithoutTerm,
    moving_refusals,
    opening_refusals,
)


class WatchUnknown(NotFound):
    """Your department has no watch {watch}."""


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """A case whose answer is no longer the one it was told last; open until it is acknowledged."""

    watch: Watched
    told: Receipt
    answered: Answered
    change: Change


def open_watch(call: Call, *, receipt: str, stage: str) -> str:
    """Attach a check to its case, from the stage the case is at; returns the id of the watch.

    One that goes on already for the same case, procedure and organisation is that watch: it moves
    to the stage if that is ahead.
    """
    found = enquiries.receipt(id=receipt)
    if found is None or found.recipient != call.actor.recipient:
        policy.require(call.actor, Action.WATCH, department=call.actor.department)
        refuse(ReceiptUnknown(receipt=receipt))
    policy.require(call.actor, Action.WATCH, department=found.department)
    refusals = opening_refusals(
        case_number=found.case_number,
        stage=stage,
        on=found.on_day,
        asked_on=local_day(found.at),
    )
    require_none(refusals)
    with transaction.atomic(using="default"):
        return _going_on(call, found, stage) or _begun(call, found, stage)


def ask_and_watch(call: Call, question: Question, *, stage: str) -> tuple[Answered, str]:
    """Ask, and attach the answer to its case; both or neither."""
    policy.require(call.actor, Action.WATCH, department=call.actor.department)
    on = question.on or call.on
    found = opening_refusals(case_number=question.case_number, stage=stage, on=on, asked_on=call.on)
    require_none(found)
    with transaction.atomic(using="default"):
        answered = ask(call, question)
        return answered, open_watch(call, receipt=answered.receipt, stage=stage)


def watch_all(call: Call, receipts: Sequence[Receipt], *, stage: str) -> None:
    """Attach answers of today to their one case, and move those that are attached already.

    They are the caller's own, under one case number. A rulebook without a longest time for a watch
    begins none.
    """
    law = law_on(on=call.on)
    mine = watches.active(on=call.on, recipient=call.actor.recipient)
    there = {_case_of(each.row): each for each in mine}
    asked = {_case_of(each): each for each in receipts}
    going_on = [there[case] for case in asked if case in there]
    ahead = [each.row.id for each in going_on if not moving_refusals(at=each.stage, to=stage)]
    watches.step_all(ahead, stage=stage, by=call.actor.id, at=call.at)
    if TERM in law.rulebook.parameters:
        new = [_row(call, each, law) for case, each in asked.items() if case not in there]
        watches.begin_all(new, stage=stage)


def close_all(call: Call, *, procedure: str, case_number: str, but: Collection[str] = ()) -> None:
    """End the caller's watches under a case number, but those of some organisations."""
    going_on = [
        each.row.id
        for each in watches.active(on=call.on, recipient=call.actor.recipient)
        if (each.row.procedure, each.row.case_number) == (procedure, case_number)
        and each.row.organisation not in but
    ]
    watches.step_all(going_on, stage=CLOSED, by=call.actor.id, at=call.at)


def move_watch(call: Call, *, watch: str, stage: str) -> None:
    """The case goes on to a later stage."""
    found = _active(call, watch)
    require_none(moving_refusals(at=found.stage, to=stage))
    watches.step(watch=watch, stage=stage, by=call.actor.id, at=call.at)


def close_watch(call: Call, *, watch: str) -> None:
    """The case is over: nothing more is told about it."""
    _active(call, watch)
    watches.step(watch=watch, stage=CLOSED, by=call.actor.id, at=call.at)


def acknowledge_watch(call: Call, *, watch: str) -> Answered:
    """Take note of what is new: the question is asked again under the case, and leaves a receipt."""
    found = _active(call, watch)
    if not notices_among([found], on=call.on):
        refuse(NothingNew())
    row = found.row
    question = Question(code=row.organisation, procedure=row.procedure, case_number=row.case_number)
    return ask(call, question)


def read_watch(call: Call, *, watch: str) -> tuple[Watched, Notice | None]:
    """A watch and what is new about it; what that tells is noted in the ledger."""
    found = _found(call, watch)
    notice = next(iter(notices_among([found], on=call.on)), None)
    if notice is not None and call.actor.recipient == found.row.recipient:
        effects = notice.answered.checked.effects
        note_told(
            call,
            (*relied_on(effects), *decided_on(effects)),
            position=notice.answered.position,
            case_number=found.row.case_number,
        )
    return found, notice


def read_watches(call: Call) -> list[Watched]:
    """The watches of the caller's department, those that go on first; auditors see all."""
    return watches.watches(on=call.on, recipient=_whose(call.actor))


def notices(*, on: date, recipient: str | None = None) -> list[Notice]:
    """Every watch whose answer differs from the one told last, in the order they began."""
    return notices_among(watches.active(on=on, recipient=recipient), on=on)


def notices_among(found: Sequence[Watched], *, on: date) -> list[Notice]:
    """Those of some watches that have something new; what cannot have changed is not asked again."""
    going_on = {each.row.id: each for each in found if each.active}
    if not going_on:
        return []
    codes = {id: each.row.organisation for id, each in going_on.items()}
    told = watches.told_last(
        (each.row for each in going_on.values()), borne=replaced(codes.values())
    )
    return [
        Notice(watch=going_on[id], told=told[id], answered=answered, change=new)
        for id, (answered, new) in changed_since(told, codes, on=on).items()
    ]


def _going_on(call: Call, receipt: Receipt, stage: str) -> str:
    mine = (receipt.organisation, receipt.procedure, receipt.case_number)
    for each in watches.active(on=call.on, recipient=receipt.recipient):
        if (each.row.organisation, each.row.procedure, each.row.case_number) == mine:
            if STAGES.index(stage) > STAGES.index(each.stage):
                move_watch(call, watch=each.row.id, stage=stage)
            return each.row.id
    return ""


def _begun(call: Call, receipt: Receipt, stage: str) -> str:
    law = law_on(on=call.on)
    if TERM not in law.rulebook.parameters:
        refuse(WatchWithoutTerm())
    row = _row(call, receipt, law)
    watches.begin(row, stage=stage)
    return row.id


def _row(call: Call, receipt: Receipt, law: Law) -> Watch:
    return Watch(
        id=new_id("w"),
        receipt=receipt.id,
        recipient=receipt.recipient,
        organisation=receipt.organisation,
        procedure=receipt.procedure,
        case_number=receipt.case_number,
        last_day=last_day_of(call.on, months=law.value(TERM, call.on)),
        opened_by=call.actor.id,
        at=call.at,
    )


def _case_of(row: Receipt | Watch) -> tuple[str, str, str]:
    return row.organisation, row.procedure, row.case_number


def _active(call: Call, id: str) -> Watched:
    """The caller's own watch, while it goes on."""
    policy.require(call.actor, Action.WATCH, department=call.actor.department)
    found = watches.watch(id=id, on=call.on)
    if found is None or found.row.recipient != call.actor.recipient:
        refuse(WatchUnknown(watch=id))
    if found.ended_on is not None:
        refuse(WatchOver(ended_on=found.ended_on))
    return found


def _found(call: Call, id: str) -> Watched:
    whose = _whose(call.actor)
    found = watches.watch(id=id, on=call.on)
    if found is None or whose not in (None, found.row.recipient):
        refuse(WatchUnknown(watch=id))
    return found


def _whose(actor: Actor) -> str | None:
    """The department's own; for who inspects, everybody's."""
    department = actor.department or None
    policy.require(actor, Action.READ_WATCHES, department=department)
    return department
