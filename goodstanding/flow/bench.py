"""Where a step works: the stream locked, the law of the day, and the working set it may look at."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime

import msgspec

from goodstanding.catalogue.queries import law as law_on
from goodstanding.flow.new_ids import id_of_row as id_of_row
from goodstanding.flow.new_ids import new_id as new_id
from goodstanding.flow.upcoming import shorten
from goodstanding.register.reading import stream_of
from goodstanding.register.writing import Author, Work, writing
from goodstanding.rules.actors import Actor
from goodstanding.rules.acts.envelope import Act, Decided
from goodstanding.rules.errors import refuse, require_none
from goodstanding.rules.free_text import texts_about_persons
from goodstanding.rules.law import Law
from goodstanding.rules.periods import local_day
from goodstanding.rules.states import Designation, Organisation, State
from goodstanding.rules.working_set import AggregateUnknown, One, WorkingSet


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """Who asks for a step, and at which moment (aware)."""

    actor: Actor
    at: datetime
    cause: str = ""

    @property
    def on(self) -> date:
        """The legal day of the moment, in Asia/Shanghai."""
        return local_day(self.at)

    @property
    def author(self) -> Author:
        """What the acts will say of who took the step: an opaque id and a department."""
        return Author(by=self.actor.id, department=self.actor.department)


class Bench:
    """One organisation under lock: its working set is read here, its acts leave from here."""

    def __init__(self, work: Work, stream: str, law: Law, on: date) -> None:
        self._work = work
        self._on = on
        self.stream = stream
        self.law = law

    def set(self, *named: str) -> WorkingSet:
        """The working set: the organisation, what is open, what is named, and records rested on."""
        states: dict[str, State] = {
            state.id: state for state in self._work.open_states(self.stream)
        }
        self._add(states, self.stream, *named)
        rested = [state.records for state in states.values() if isinstance(state, Designation)]
        self._add(states, *(record for records in rested for record in records))
        return WorkingSet(states)

    def _add(self, states: dict[str, State], *ids: str) -> None:
        self._work.prefetch(ids)
        found = ((each, self._work.state(each)) for each in ids)
        # What belongs to another organisation is not locked here and is nothing to rest on.
        mine = ((each, state) for each, state in found if state and self._is_mine(state))
        states.update(mine)

    def _is_mine(self, state: State) -> bool:
        return state.organisation == self.stream

    def one(self, kind: type[One], aggregate: str) -> One:
        """The state of that kind and id; `AggregateUnknown` if there is none."""
        return self.set(aggregate).one(kind, aggregate)

    def organisations(self, codes: Iterable[str]) -> dict[str, Organisation]:
        """The organisations of these codes that are met, as this transaction has them."""
        found = ((code, self._work.state(code)) for code in codes)
        return {code: each for code, each in found if isinstance(each, Organisation)}

    def append(self, decided: list[Decided]) -> tuple[Act, ...]:
        """Hand the decided acts to the one writer, if no text in them holds a person's number.

        What they write down is shortened at once where a version still to come says so.
        """
        require_none([refusal for each in decided for refusal in texts_about_persons(each)])
        acts = self._work.append(decided)
        shorten(self._work, acts, on=self._on)
        return acts


@contextmanager
def bench(call: Call, stream: str) -> Iterator[Bench]:
    """Hold an organisation for one step; everything in the step is one transaction."""
    law = law_on(on=call.on, known_at=None)
    with writing(
        stream, author=call.author, at=call.at, cause=call.cause or None, law=law.versions
    ) as work:
        yield Bench(work, stream, law, call.on)


@contextmanager
def bench_of(call: Call, aggregate: str) -> Iterator[Bench]:
    """Hold the organisation an aggregate belongs to; `AggregateUnknown` if there is none."""
    stream = stream_of(aggregate)
    if stream is None:
        refuse(AggregateUnknown(id=aggregate))
    with bench(call, stream) as held:
        yield held
