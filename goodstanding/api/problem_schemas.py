"""The one form of every no."""

from typing import Any

from ninja import Schema


class RefusalOut(Schema):
    """One thing that stands against a request, with a stable code and a sentence to act on."""

    code: str
    sentence: str
    fields: dict[str, Any]


class ProblemOut(Schema):
    """application/problem+json (RFC 9457), with every refusal at once."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    refusals: list[RefusalOut]
