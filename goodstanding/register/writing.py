"""The one writer: every act enters here, with the states and shelf rows that follow from it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from goodstanding.register import sequence, sql, storing, streams
from goodstanding.register.sequence import Author, Signature
from goodstanding.rules.acts.envelope import Act, Decided
from goodstanding.rules.errors import refuse
from goodstanding.rules.evolve import evolve
from goodstanding.rules.inscribing import Inscribed
from goodstanding.rules.states import State
from goodstanding.rules.working_set import AggregateUnknown

__all__ = ["Author", "Work", "writing"]


@contextmanager
def writing(
    *stream: str,
    author: Author,
    at: datetime,
    cause: str | None = None,
    law: tuple[str, str] = ("", ""),
) -> Iterator["Work"]:
    """Hold streams against other writers, decide on their states, append; all or nothing.

    Args:
        stream: the organisations' codes, or ``system``; locked in order of code.
        author: who acts.
        at: the moment, aware; an act is recorded at it or just after the last one.
        cause: the id of the command, where one command leads to several writings.
        law: digests of the rulebook and of the calendar in use.
    """
    rulebook, calendar = law
    # One moment has one spelling in the bytes that are hashed.
    signature = Signature(
        author=author,
        at=at.astimezone(UTC),
        cause=cause or "",
        rulebook=rulebook,
        calendar=calendar,
    )
    with transaction.atomic(using="default"), connections["default"].cursor() as cursor:
        streams.lock(cursor, stream)
        yield Work(cursor, frozenset(stream), signature)


class Work:
    """The states a writing works on; after an append, the new ones."""

    def __init__(self, cursor: CursorWrapper, stream: frozenset[str], signature: Signature) -> None:
        self._cursor = cursor
        self._streams = stream
        self._signature = signature
        self._states: dict[str, State | None] = {}

    @property
    def at(self) -> datetime:
        """The moment of the writing."""
        return self._signature.at

    @property
    def author(self) -> Author:
        """Who writes."""
        return self._signature.author

    def state(self, aggregate: str) -> State | None:
        """The state of an aggregate; None if no act ever named it."""
        self.prefetch([aggregate])
        return self._states[aggregate]

    def require(self, aggregate: str) -> State:
        """The state of an aggregate that must exist; refuses with `AggregateUnknown`."""
        state = self.state(aggregate)
        if state is None:
            refuse(AggregateUnknown(id=aggregate))
        return state

    def prefetch(self, aggregates: Iterable[str]) -> None:
        """Load many states in one query; later reads need none."""
        wanted = sorted({each for each in aggregates if each not in self._states})
        if wanted:
            found = storing.load(self._cursor, wanted)
            self._states.update((aggregate, found.get(aggregate)) for aggregate in wanted)

    def new_among(self, aggregates: Iterable[str]) -> set[str]:
        """Those that no act ever named; of the others no state is read."""
        wanted = {each for each in aggregates if not self._states.get(each)}
        new = wanted - storing.there(self._cursor, sorted(wanted))
        self.begin(new)
        return new

    def begin(self, aggregates: Iterable[str]) -> None:
        """Aggregates whose ids were made just now: there is no state to look for."""
        for aggregate in aggregates:
            self._states.setdefault(aggregate, None)

    def open_states(self, stream: str) -> tuple[State, ...]:
        """The open states of a stream, sorted by id."""
        for aggregate, state in storing.load_open(self._cursor, stream).items():
            self._states.setdefault(aggregate, state)
        mine = (state for state in self._states.values() if state and state.organisation == stream)
        return tuple(sorted((s for s in mine if s.is_open), key=lambda state: state.id))

    def append(self, decided: Sequence[Decided | Inscribed]) -> tuple[Act, ...]:
        """Append acts in order and store what they change; returns them as recorded."""
        if not decided:
            return ()
        self._must_hold(decided)
        self.prefetch(each.aggregate for each in decided)
        inscribed = sequence.inscribed(decided)
        head = sequence.lock_head(self._cursor)
        few = len(decided) < sql.COPY_FROM
        with sql.together(self._cursor) if few else nullcontext():
            acts = sequence.append(self._cursor, inscribed, self._signature, head)
            self._evolve(acts)
        return acts

    def _evolve(self, acts: Sequence[Act]) -> None:
        new: dict[str, State] = {}
        for act in acts:
            aggregate = act.header.aggregate
            new[aggregate] = evolve(new.get(aggregate) or self._states[aggregate], act)
        positions = {act.header.aggregate: act.header.position for act in acts}
        storing.store(self._cursor, old=self._states, new=new, positions=positions)
        self._states.update(new)

    def _must_hold(self, decided: Sequence[Decided | Inscribed]) -> None:
        """A stream that is not locked is a mistake of the caller, not of a user."""
        if foreign := {each.stream for each in decided} - self._streams:
            raise ValueError(f"not locked by this writing: {sorted(foreign)}")
