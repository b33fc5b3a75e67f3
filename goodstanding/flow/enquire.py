"""A check: one question about one organisation, answered with a receipt, and never forgotten."""

from django.db import transaction

from goodstanding.flow import policy
from goodstanding.flow.answers import Answered, Question, answer
from goodstanding.flow.bench import Call, new_id
from goodstanding.flow.seen import seen_by
from goodstanding.flow.told import told_of
from goodstanding.organisations.queries import related
from goodstanding.register.reading import share_lock
from goodstanding.rules.errors import require_none
from goodstanding.rules.free_text import numbers_in
from goodstanding.rules.identifiers import judge
from goodstanding.rules.rights import Action


def ask(call: Call, question: Question) -> Answered:
    """Answer as the register stands, and keep receipt and recipients in the same transaction.

    The organisation's row is held against writers, so that a withdrawal sees this check as a
    recipient or this check sees the withdrawal: never neither. So are those of its other codes and
    of its predecessors, in order of code.
    """
    policy.require(call.actor, Action.CHECK)
    require_none(numbers_in({"case_number": question.case_number}))
    judged = judge(question.code)
    require_none(judged.problems)
    with transaction.atomic(using="default"):
        for code in related(code=judged.code):
            share_lock(code)
        answered = seen_by(call, answer(question, today=call.on))
        return told_of(call, question, answered, receipt=new_id("c"))
