"""An officer read the texts of a record that may name persons: fit to publish, or to be withheld."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from goodstanding.flow import policy
from goodstanding.flow.bench import Bench, Call, bench_of
from goodstanding.rules.errors import Refusal, refuse
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Record
from goodstanding.rules.text_reading import found_fit, withheld


class TextOutcomeUnknown(Refusal):
    """The outcome "{outcome}" is not known; use one of {outcomes}."""


def settle_text(call: Call, *, record: str, outcome: str, version: int | None = None) -> None:
    """What an officer found who read the texts: `fit` to publish, or to be `withheld`."""
    if outcome not in _OUTCOMES:
        refuse(TextOutcomeUnknown(outcome=outcome, outcomes=tuple(_OUTCOMES)))
    _OUTCOMES[outcome](call, record=record, version=version)


def find_text_fit(call: Call, *, record: str, version: int | None = None) -> None:
    """The texts of a record are public from now on, as far as the record is.

    By an officer or reviewer of its department. ``version``: the one that was read, if a correction in
    the meantime is to hinder it. Raises `Refused`.
    """
    with _held(call, record) as (held, found):
        held.append(found_fit(found, version=version, on=call.on))


def withhold_text(call: Call, *, record: str, version: int | None = None) -> None:
    """A person is named in the texts: they stay from the public, and nobody waits for them.

    The same right and ``version`` as `find_text_fit`. Raises `Refused`.
    """
    with _held(call, record) as (held, found):
        held.append(withheld(found, version=version, on=call.on))


_OUTCOMES: dict[str, Callable[..., None]] = {"fit": find_text_fit, "withheld": withhold_text}


@contextmanager
def _held(call: Call, record: str) -> Iterator[tuple[Bench, Record]]:
    with bench_of(call, record) as held:
        found = held.one(Record, record)
        policy.require(
            call.actor,
            Action.FIND_TEXT_FIT,
            department=found.department,
            organisation=found.organisation,
            matter=record,
        )
        yield held, found
