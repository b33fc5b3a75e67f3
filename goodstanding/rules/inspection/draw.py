"""The draw: who is visited, on which day, by whom. The same from the same inputs, in any order."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from goodstanding.rules.inspection.assigning import Rota
from goodstanding.rules.inspection.frame import Frame, Ticket
from goodstanding.rules.inspection.hashing import hashed, of_lines
from goodstanding.rules.inspection.rounds import Drawn, drawn


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """One visit: the ticket, the day, the items done together, and at least two inspectors."""

    id: str
    ticket: str
    day: date
    items: tuple[str, ...]
    inspectors: tuple[str, ...]

    @property
    def line(self) -> str:
        """As the digest of the visits is made of."""
        told = (self.id, self.ticket, self.day.isoformat())
        return " ".join((*told, ",".join(self.items), ",".join(self.inspectors)))


def draw(seed: str, pool: Iterable[Ticket], frame: Frame) -> tuple[Visit, ...]:
    """All visits of a plan in the order they were given their days.

    Raises:
        Refused: `NoInspectorLeft`; nothing is then drawn.
    """
    found = drawn(seed, sorted(pool, key=lambda each: each.ticket), frame)
    return tuple(_visits(seed, found, frame))


def visits_digest(visits: Iterable[Visit]) -> str:
    """The digest of the visits, whatever order they are given in."""
    return of_lines(each.line for each in visits)


def _visits(seed: str, found: Drawn, frame: Frame) -> Iterator[Visit]:
    rota = Rota(seed, frame)
    ordered = sorted(_named(seed, found))
    days: Sequence[date] = sorted(frame.days)
    for index, (id, ticket, items) in enumerate(ordered):
        day = days[index * len(days) // len(ordered)]
        inspectors = rota.assigned(ticket, day, items)
        yield Visit(id=id, ticket=ticket, day=day, items=items, inspectors=inspectors)


def _named(seed: str, found: Drawn) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each visit under an id that chance gives it: in its order the visits get their days."""
    for ticket, visits in found.items():
        for visit, items in visits.items():
            yield hashed("visit", seed, ticket, visit), ticket, tuple(sorted(items))
