"""What strangers type is looked at before it is parsed: unstorable characters, persons' numbers."""

import json
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as marked
from ninja.parser import Parser

from goodstanding.api.refusals import (
    BodyInvalid,
    BodyUnreadable,
    IdentityNumberInRequest,
    ParameterInvalid,
)
from goodstanding.rules.errors import Refusal, refuse, require_none
from goodstanding.rules.persons import IDENTITY_KINDS, findings

UNSTORABLE = marked("it holds characters that no text has")


class GuardedJson(Parser):
    """JSON whose every text was looked at."""

    def parse_body(self, request: HttpRequest) -> Any:
        """The parsed body. Raises `Refused` with `BodyUnreadable` or all that its texts hold."""
        body = parsed(request.body)
        require_none([refusal for place, text in _texts(body) for refusal in _judged(place, text)])
        return body


def parsed(body: bytes) -> Any:
    """JSON in UTF-8; raises `Refused` with `BodyUnreadable`, however hostile the bytes."""
    try:
        return json.loads(body.decode("utf-8-sig"), parse_constant=_no_constant)
    except (ValueError, RecursionError):
        refuse(BodyUnreadable())


def _no_constant(name: str) -> None:
    raise ValueError(name)


def require_storable(body: Any) -> None:
    """Go on only if every text of a parsed body can be stored; rows are otherwise judged as cells."""
    wrong = dict.fromkeys(place for place, text in _texts(body) if _unstorable(text))
    problem = gettext(UNSTORABLE)
    require_none([BodyInvalid(place=place, problem=problem) for place in wrong])


def require_clean(place: str, text: str) -> None:
    """Go on only with a text of the address that can be stored and holds no person's number."""
    if _unstorable(text):
        refuse(ParameterInvalid(place=place, problem=gettext(UNSTORABLE)))
    if _personal(text):
        refuse(IdentityNumberInRequest(place=place))


def _judged(place: str, text: str) -> list[Refusal]:
    if _unstorable(text):
        return [BodyInvalid(place=place, problem=gettext(UNSTORABLE))]
    return [IdentityNumberInRequest(place=place)] if _personal(text) else []


def _texts(node: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a parsed body with its place, names of members included.

    No recursion: what could be parsed may be nested a thousand deep.
    """
    waiting = [(place, node)]
    while waiting:
        at, value = waiting.pop()
        if isinstance(value, str):
            yield at or "body", value
        elif isinstance(value, list):
            waiting += [(f"{at}[{n}]", each) for n, each in enumerate(value)]
        elif isinstance(value, dict):
            yield from ((at or "body", name) for name in value)
            waiting += [(_member(at, name), each) for name, each in value.items()]


def _member(place: str, name: str) -> str:
    if _unstorable(name):
        return place
    return f"{place}.{name}" if place else name


def _unstorable(text: str) -> bool:
    """A NUL, or half of a character: PostgreSQL and UTF-8 know neither."""
    return "\x00" in text or any("\ud800" <= char <= "\udfff" for char in text)


def _personal(text: str) -> bool:
    return any(each.kind in IDENTITY_KINDS for each in findings(text))
