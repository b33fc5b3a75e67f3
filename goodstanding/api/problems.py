"""Every no of the API has one form: application/problem+json, in the reader's language."""

from datetime import date
from typing import Any

import msgspec
from django.http import HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as marked

from goodstanding.rules.errors import Refusal, Refused
from goodstanding.rules.persons import IDENTITY_KINDS, findings
from goodstanding.rules.policy import SignInNeeded
from goodstanding.rules.receiving import RowProblem

MEDIA_TYPE = "application/problem+json"
HIDDEN = "…"

TITLES = {
    400: marked("The request cannot be read"),
    401: marked("Sign in first"),
    403: marked("Not allowed"),
    404: marked("Not found"),
    405: marked("Method not allowed"),
    409: marked("It does not fit where the matter stands"),
    413: marked("Too large"),
    422: marked("Refused"),
    429: marked("Too many requests"),
    500: marked("Something broke"),
    503: marked("Not ready"),
}


def problem(refused: Refused) -> HttpResponse:
    """The answer for a request that was refused: every refusal at once, the weightiest first."""
    status = status_of(refused)
    told = [said(refusal) for refusal in _weightiest_first(refused, status)]
    body = {
        "type": f"urn:goodstanding:refusal:{told[0]['code']}",
        "title": gettext(TITLES[status]),
        "status": status,
        "code": told[0]["code"],
        "detail": " ".join(each["sentence"] for each in told),
        "refusals": told,
    }
    response = HttpResponse(msgspec.json.encode(body), content_type=MEDIA_TYPE, status=status)
    if status == 401:
        response["WWW-Authenticate"] = "Bearer"
    # Django would log the path, and a path can be a person's number.
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response


def status_of(refused: Refused) -> int:
    """The HTTP status of a refusal: who is not known at all is told so, before anything else."""
    if any(isinstance(each, SignInNeeded) for each in refused.refusals):
        return 401
    own = {each.status for each in refused.refusals} - {403, 404, 409, 422}
    return min(own, default=refused.status)


def _sentence(refusal: Refusal, shown: dict[str, str]) -> str:
    """The sentence in the reader's language; of a row's problem, that of what it carries."""
    if isinstance(refusal, RowProblem) and refusal.problem:
        return sentence(refusal.problem.template, refusal.problem.fields)
    return sentence(refusal.template(), shown)


def said(refusal: Refusal) -> dict[str, Any]:
    """One refusal as the API tells it: stable code, sentence, fields."""
    shown = {name: _harmless(text) for name, text in refusal.shown().items()}
    return {
        "code": refusal.code,
        "sentence": _sentence(refusal, shown),
        "fields": {name: _field(value) for name, value in refusal.fields.items()},
    }


def sentence(template: str, fields: dict[str, str]) -> str:
    """A refusal's sentence in the reader's language, its fields filled in."""
    return gettext(template).format(**fields)


def _weightiest_first(refused: Refused, status: int) -> list[Refusal]:
    return sorted(refused.refusals, key=lambda each: each.status != status)


def _field(value: Any) -> Any:
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_field(part) for part in value]
    if value is None or isinstance(value, (bool, int)):
        return value
    return _harmless(value.isoformat() if isinstance(value, date) else str(value))


def _harmless(text: str) -> str:
    """The text, unless a person's number stands in it: an answer never repeats one."""
    found = any(each.kind in IDENTITY_KINDS for each in findings(text))
    return HIDDEN if found else text
