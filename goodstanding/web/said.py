"""A refusal in the reader's language."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext

from goodstanding.rules.errors import Refusal
from goodstanding.rules.receiving import RowProblem
from goodstanding.web.dates import full
from goodstanding.web.procedure_words import RESULTS
from goodstanding.web.procedure_words import STAGES as PROCEDURE_STAGES
from goodstanding.web.titles import Titles
from goodstanding.web.wording import (
    COUNTING,
    FAILURES,
    LETTERS,
    METHODS,
    OUTCOMES,
    REASONS,
    REPAIR_GROUNDS,
    REPAIR_OUTCOMES,
    REVOCATION_GROUNDS,
    ROLES,
    STATES,
    STEPS_BEFORE,
    THROUGH,
    WITNESSES,
)

_WORDS = {
    "stage": {**PROCEDURE_STAGES, **{id: state.word for id, state in STATES.items()}},
    "stages": PROCEDURE_STAGES,
    "first": PROCEDURE_STAGES,
    "due": PROCEDURE_STAGES,
    "next": PROCEDURE_STAGES,
    "result": RESULTS,
    "results": RESULTS,
    "needs": {id: state.word for id, state in STATES.items()},
    "roles": ROLES,
    "step": STEPS_BEFORE,
    "methods": METHODS,
    "outcomes": {**OUTCOMES, **REPAIR_OUTCOMES},
    "grounds": {**REPAIR_GROUNDS, **REVOCATION_GROUNDS},
    "counted_from": COUNTING,
    "through": THROUGH,
    "known": THROUGH,
    "reasons": {**REASONS, **FAILURES},
    "missing": METHODS,
    "witnesses": WITNESSES,
    "letter": LETTERS,
    "letters": LETTERS,
    "waiting": LETTERS,
    "answer": {id: state.word for id, state in STATES.items()},
}
_TITLED = {
    "department": "department",
    "departments": "department",
    "ground": "ground",
    "measure": "measure",
    "kind": "kind",
    "procedure": "procedure",
    "paper": "paper",
    "papers": "paper",
    "item": "item",
}


def said(refusal: Refusal, titles: Titles | None = None) -> str:
    """The sentence of a refusal, its fields worded as a reader knows them."""
    if isinstance(refusal, RowProblem) and refusal.problem:
        return gettext(refusal.problem.template).format(**refusal.problem.fields)
    fields = {name: _worded(name, value, titles) for name, value in refusal.fields.items()}
    return gettext(type(refusal).template()).format(**fields)


def template_of(code: str) -> str:
    """The sentence, in the reader's language and its fields open, of the refusal of a code."""
    waiting: list[type[Refusal]] = [Refusal]
    while waiting:
        each = waiting.pop()
        if each.__name__ == code:
            return gettext(each.template())
        waiting += each.__subclasses__()
    return code


def _worded(name: str, value: Any, titles: Titles | None) -> str:
    if isinstance(value, date):
        return full(value)
    if isinstance(value, (list, tuple, set, frozenset)):
        return _joined(_worded(name, each, titles) for each in value)
    if name in _WORDS:
        return str(_WORDS[name].get(str(value), value))
    if titles is not None and name in _TITLED:
        return str(getattr(titles, _TITLED[name])(str(value)))
    return gettext(value) if isinstance(value, str) and " " in value else str(value)


def _joined(words: Iterable[str]) -> str:
    return gettext(", ").join(words)
