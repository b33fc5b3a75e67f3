"""A body or an address that is not of the described form, told place by place."""

from collections.abc import Mapping
from typing import Any

import pydantic
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as marked
from ninja.errors import ValidationError

from goodstanding.api.refusals import BodyInvalid, ParameterInvalid
from goodstanding.rules.errors import Refusal

#: More are not told: a body of ten thousand wrong items is wrong in one way.
TOLD = 50

_PROBLEMS = {
    "missing": marked("it is missing"),
    "extra_forbidden": marked("it is not known here"),
    "string_type": marked("it must be a text"),
    "string_too_short": marked("it is too short"),
    "string_too_long": marked("it is too long"),
    "int_type": marked("it must be a whole number"),
    "int_parsing": marked("it must be a whole number"),
    "int_from_float": marked("it must be a whole number"),
    "bool_type": marked("it must be true or false"),
    "bool_parsing": marked("it must be true or false"),
    "list_type": marked("it must be a list"),
    "too_long": marked("it holds too many items"),
    "too_short": marked("it holds too few items"),
    "dict_type": marked("it must be an object"),
    "model_type": marked("it must be an object"),
    "model_attributes_type": marked("it must be an object"),
    "greater_than_equal": marked("it is too small"),
    "less_than_equal": marked("it is too large"),
    "literal_error": marked("it is not one of the values named in the description"),
    "value_error": marked("it must be a day between 1900-01-01 and 2199-12-31, as 2018-03-01"),
}
_OTHER = marked("it is not as described")


def invalid(error: ValidationError) -> list[Refusal]:
    """Every place that is wrong, in the reader's language, without repeating what stood there."""
    return [_refusal(each) for each in error.errors[:TOLD]]


def invalid_item(error: pydantic.ValidationError, place: str) -> list[Refusal]:
    """The same for one item of a list that is judged by itself."""
    found = error.errors(include_url=False, include_input=False, include_context=False)
    return [
        BodyInvalid(place=_place([place, *each["loc"]]), problem=_problem(each))
        for each in found[:TOLD]
    ]


def _problem(found: Mapping[str, Any]) -> str:
    return gettext(_PROBLEMS.get(found["type"], _OTHER))


def _refusal(found: Mapping[str, Any]) -> Refusal:
    source, *path = found["loc"]
    problem = _problem(found)
    if source == "body":
        # The first step is the name of the view's argument, which no caller knows.
        return BodyInvalid(place=_place(path[1:]) or "body", problem=problem)
    return ParameterInvalid(place=_place(path), problem=problem)


def _place(path: list[str | int]) -> str:
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).lstrip(".")
