"""What a version was expected to change is kept, and compared with what it changed."""

from collections.abc import Iterable
from datetime import date

import msgspec

from goodstanding.catalogue import expectations
from goodstanding.catalogue.bodies import rulebook_of
from goodstanding.catalogue.models import Activation
from goodstanding.catalogue.naming import RULEBOOK
from goodstanding.catalogue.queries import activations
from goodstanding.flow.simulate import Run
from goodstanding.flow.transit import touched
from goodstanding.register.following import other_acts, re_resolved
from goodstanding.register.reading import head
from goodstanding.rules import codec
from goodstanding.rules.acts.transition import ValuesReResolved
from goodstanding.rules.simulation.reality import (
    Between,
    Cause,
    Difference,
    Where,
    Written,
    difference,
    differing,
)

_RUN = msgspec.json.Decoder(Run)


class Reality(msgspec.Struct, frozen=True, kw_only=True):
    """A version that went live, beside the dry run that was kept: last days expected and written.

    ``expected_at``, ``activated_at``: positions of the dry run and of the activation.
    """

    digest: str
    expected_at: int
    activated_at: int
    expected: int
    found: int
    differences: tuple[Difference, ...]

    @property
    def alarm(self) -> tuple[Difference, ...]:
        """The differences that nothing explains: the register is to be looked at."""
        return tuple(each for each in self.differences if each.cause == Cause.UNEXPLAINED)

    @property
    def waiting(self) -> int:
        """How many last days are still to be written."""
        return sum(each.cause == Cause.WAITING for each in self.differences)


def keep(run: Run) -> None:
    """Keep a dry run that was made with its values; nothing else ever reads or changes it."""
    body = codec.encode(run)
    expectations.keep(digest=run.told.new.digest, position=run.told.position, body=body)


def expectation(digest: str, *, until: int | None = None) -> Run | None:
    """The latest dry run kept of a version, made at most at a position; None if there is none."""
    body = expectations.kept(digest=digest, until=until)
    return None if body is None else _RUN.decode(body)


def reality(digest: str) -> Reality | None:
    """What a version really changed, beside what was expected; None where one of them is missing."""
    activation = next((each for each in _versions() if each.digest == digest), None)
    run = activation and expectation(digest, until=activation.position)
    return _compared(run, activation) if activation and run else None


def alarms(*, since: date) -> list[Reality]:
    """The versions whose first day is not before a day and that changed what nobody expected."""
    recent = [each for each in _versions() if each.in_force_from >= since]
    found = [reality(each.digest) for each in recent]
    return [each for each in found if each is not None and each.alarm]


def _versions() -> list[Activation]:
    return [each for each in activations() if each.kind == RULEBOOK]


def _compared(run: Run, activation: Activation) -> Reality:
    expected = {(x.organisation, x.aggregate, x.of): x.now for x in run.values if x.now}
    found = _written(activation)
    where = differing(expected, found)
    between = _between(run, activation, where, found)
    return Reality(
        digest=activation.digest,
        expected_at=run.told.position,
        activated_at=activation.position,
        expected=len(expected),
        found=len(found),
        differences=tuple(
            difference(each, expected.get(each), found.get(each), between) for each in where
        ),
    )


def _written(activation: Activation) -> dict[Where, Written]:
    return {
        (act.header.stream, act.header.aggregate, value.of): Written(
            last_day=value.last_day, position=act.header.position
        )
        for act in re_resolved(after=activation.position)
        if isinstance(act.effect, ValuesReResolved) and act.effect.digest == activation.digest
        for value in act.effect.values
    }


def _between(
    run: Run, activation: Activation, where: list[Where], found: dict[Where, Written]
) -> Between:
    last = max((each.position for each in found.values()), default=head().position)
    missing = any(each not in found for each in where)
    return Between(
        acts=other_acts((each[0] for each in where), after=run.told.position),
        law=any(run.told.position < x.position < activation.position for x in activations()),
        waiting=_waiting(activation) if missing else frozenset(),
        until=last,
    )


def _waiting(activation: Activation) -> frozenset[Where]:
    left: Iterable[Where] = (
        (each.organisation, each.aggregate, each.of)
        for each in touched(rulebook_of(activation.digest))
    )
    return frozenset(left)
