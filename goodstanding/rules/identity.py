"""Who is meant by a code: one legal person through its codes, and whom it may answer for.

A change of code leaves the legal person what it was: everything under its codes is one. A merger or
division makes another one: nothing passes to it by itself. For as long as the catalogue says, a check
of the successor is looked at by an officer where a predecessor is restricted; then it is not.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.effects import Effect, Force, effects
from goodstanding.rules.legal_person import CODE_CHANGE, DatedStatus, Link, Organisation
from goodstanding.rules.periods import last_day_of
from goodstanding.rules.states import State
from goodstanding.rules.working_set import WorkingSet

Load = Callable[[str], Mapping[str, State]]
"""The states of the stream of a code."""


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """One legal person: its codes, oldest first, and all that is known under any of them."""

    codes: tuple[str, ...]
    states: dict[str, State]

    @property
    def code(self) -> str:
        """The code it bears now."""
        return self.codes[-1]

    @property
    def work(self) -> WorkingSet:
        """All that is known, as one working set."""
        return WorkingSet(self.states)

    @property
    def organisations(self) -> list[Organisation]:
        """The organisation under each code that the register has met."""
        work = self.work
        return [found for code in self.codes if (found := work.find(Organisation, code))]


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """Until when a check is looked at because of a predecessor, and how that one went into it."""

    predecessor: str
    by: str
    on: date
    until: date


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """A restriction of a predecessor, told as doubtful, and why it is looked at."""

    effect: Effect
    review: Review


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """Whom an answer is about: the code asked, the one borne now, all others of the same person.

    ``status``: as stated for the day, empty where nobody stated any; ``reviews``: the predecessors
    whose restrictions an officer looks at.
    """

    asked: str
    code: str
    codes: tuple[str, ...]
    status: str = ""
    status_since: date | None = None
    end_reason: str = ""
    reviews: tuple[Review, ...] = ()


def person_of(code: str, load: Load) -> Person:
    """The legal person that bears or bore a code; codes follow one another without a circle."""
    states = dict(load(code))
    codes = [code]
    while (before := _changed(states, codes[0], back=True)) and before not in codes:
        states.update(load(before))
        codes.insert(0, before)
    while (after := _changed(states, codes[-1], back=False)) and after not in codes:
        states.update(load(after))
        codes.append(after)
    return Person(codes=tuple(codes), states=states)


def _changed(states: Mapping[str, State], code: str, *, back: bool) -> str:
    found = states.get(code)
    if not isinstance(found, Organisation):
        return ""
    links = found.predecessors if back else found.successors
    return next((each.other for each in links if each.by == CODE_CHANGE), "")


def identity(asked: str, person: Person, *, on: date, doubts: Sequence[Doubt] = ()) -> Identity:
    """Whom the answer to a question is about on a day."""
    status = _status(person, on)
    return Identity(
        asked=asked,
        code=person.code,
        codes=person.codes,
        status=status.status if status else "",
        status_since=status.since if status else None,
        end_reason=status.reason if status else "",
        reviews=tuple(dict.fromkeys(each.review for each in doubts)),
    )


def _status(person: Person, on: date) -> DatedStatus | None:
    found = [each.status_on(on) for each in person.organisations]
    return next((each for each in reversed(found) if each), None)


def review_until(link: Link, rulebook: Rulebook) -> date | None:
    """The last day on which a check of a successor is looked at; none where the catalogue has none."""
    rule = f"identity-review/{link.by}"
    if rule not in rulebook.parameters:
        return None
    months = rulebook.parameter(rule, max(link.on, rulebook.known_from)).value
    return last_day_of(link.on, months=months)


def doubts(
    person: Person, load: Load, *, procedure: str, on: date, rulebook: Rulebook
) -> list[Doubt]:
    """The restrictions of predecessors that an officer looks at before anything is withheld.

    Only what is in force for the predecessor that day and touches the procedure; what came to it
    from its own predecessors is looked at as well while their time runs.
    """
    found = _doubts(person, load, on, rulebook, set(person.codes))
    return [each for each in found if procedure in each.effect.procedures]


def _doubts(
    person: Person, load: Load, on: date, rulebook: Rulebook, met: set[str]
) -> Iterator[Doubt]:
    for link, until in _open(person, on, rulebook):
        if link.other in met:
            continue
        before = person_of(link.other, load)
        met.update(before.codes)
        review = Review(predecessor=before.code, by=link.by, on=link.on, until=until)
        for effect in effects(before.work, on=on, rulebook=rulebook):
            if effect.force is Force.IN_FORCE and effect.sense != "advantage":
                told = replace(effect, force=Force.DOUBTFUL, of=before.code, doubt=link.by)
                yield Doubt(effect=told, review=review)
        yield from _doubts(before, load, on, rulebook, met)


def _open(person: Person, on: date, rulebook: Rulebook) -> Iterator[tuple[Link, date]]:
    """The mergers and divisions whose time to be looked at holds the day."""
    for each in person.organisations:
        for link in each.predecessors:
            until = None if link.by == CODE_CHANGE else review_until(link, rulebook)
            if until and link.on <= on <= until:
                yield link, until
