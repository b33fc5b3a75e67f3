"""Refusals: the register says no in typed sentences, and says every no at once."""

from collections.abc import Iterable, Sequence
from datetime import date
from inspect import cleandoc
from typing import Any, ClassVar, NoReturn


class Refusal(Exception):
    """The request cannot be met."""

    status: ClassVar[int] = 422
    fields: dict[str, Any]

    def __init__(self, **fields: Any) -> None:
        super().__init__(type(self).__name__)
        self.fields = fields

    @classmethod
    def template(cls) -> str:
        """The sentence with its {fields} open: the message id of the translations."""
        return " ".join(cleandoc(cls.__doc__ or "").split())

    @property
    def code(self) -> str:
        """The stable code of the API: the name of the class."""
        return type(self).__name__

    @property
    def sentence(self) -> str:
        """The sentence in English, its fields filled in."""
        return self.template().format(**self.shown())

    def shown(self) -> dict[str, str]:
        """The fields as a reader sees them; dates in ISO form."""
        return {name: _shown(value) for name, value in self.fields.items()}

    def __str__(self) -> str:
        return f"{self.code}: {self.sentence}"

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.fields == getattr(other, "fields", None)

    def __hash__(self) -> int:
        return hash((type(self), repr(sorted(self.fields.items(), key=lambda item: item[0]))))


def _shown(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(str(part) for part in value)
    return str(value)


class Conflict(Refusal):
    """The step does not fit where the matter stands now."""

    status = 409


class Forbidden(Refusal):
    """This role may not do that."""

    status = 403


class NotFound(Refusal):
    """There is no such thing here."""

    status = 404


class Refused(Exception):
    """Everything that stands against a request, all at once."""

    def __init__(self, refusals: Iterable[Refusal]) -> None:
        self.refusals: tuple[Refusal, ...] = tuple(refusals)
        super().__init__("; ".join(str(refusal) for refusal in self.refusals))

    @property
    def codes(self) -> tuple[str, ...]:
        """The stable codes, in the order found."""
        return tuple(refusal.code for refusal in self.refusals)

    @property
    def status(self) -> int:
        """One HTTP status for the whole: a missing right before a conflict before the rest."""
        found = {refusal.status for refusal in self.refusals}
        return next((status for status in (403, 404, 409) if status in found), 422)


def refuse(*refusals: Refusal) -> NoReturn:
    """Refuse with everything named."""
    raise Refused(refusals)


def require_none(found: Sequence[Refusal]) -> None:
    """Go on only if nothing stands against it; raises `Refused` with all of it otherwise."""
    if found:
        raise Refused(found)
