"""A check: one question about one organisation, answered with a receipt, and never forgotten."""

from datetime import date, datetime

import msgspec
from django.db import transaction

from goodstanding.catalogue.queries import law as law_on
from goodstanding.flow import policy
from goodstanding.flow.bench import Call, new_id
from goodstanding.flow.told import told_of
from goodstanding.register.reading import head, position_at, share_lock, states
from goodstanding.rules.check import Checked, check
from goodstanding.rules.errors import require_none
from goodstanding.rules.identifiers import judge, require_in_register
from goodstanding.rules.law import Law
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Organisation
from goodstanding.rules.working_set import WorkingSet


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked: an organisation's code, a procedure, a case number, a legal day."""

    code: str
    procedure: str
    case_number: str = ""
    on: date | None = None


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """The answer with what it was computed from; ``receipt`` is empty where none was written."""

    organisation: str
    checked: Checked
    position: int
    rulebook: str
    receipt: str = ""


def ask(call: Call, question: Question) -> Answered:
    """Answer as the register stands, and keep receipt and recipients in the same transaction.

    The organisation's row is held against writers, so that a withdrawal sees this check as a
    recipient or this check sees the withdrawal: never neither.
    """
    policy.require(call.actor, Action.CHECK)
    code = code_of(question.code, law_on(on=call.on, known_at=None))
    with transaction.atomic(using="default"):
        share_lock(code)
        answered = answer(msgspec.structs.replace(question, code=code), today=call.on)
        return told_of(call, question, answered, receipt=new_id("c"))


def answer(question: Question, *, today: date, known_at: datetime | int | None = None) -> Answered:
    """The answer as known at a moment or position, or as the register stands; writes nothing."""
    on = question.on or today
    position = _position(known_at)
    law = law_on(on=on, known_at=known_at)
    work = WorkingSet(states(question.code, known_at=known_at))
    checked = check(
        work,
        procedure=question.procedure,
        on=on,
        rulebook=law.rulebook,
        known=work.find(Organisation, question.code) is not None,
    )
    return Answered(
        organisation=question.code,
        checked=checked,
        position=position,
        rulebook=law.rulebook.digest,
    )


def _position(known_at: datetime | int | None) -> int:
    if known_at is None:
        return head().position
    return position_at(known_at) if isinstance(known_at, datetime) else known_at


def code_of(text: str, law: Law) -> str:
    """The organisation's code as the register writes it; refuses what is none or stays outside."""
    judged = judge(text)
    require_none(judged.problems)
    require_in_register(judged.code, law.rulebook.classes_in)
    return judged.code
