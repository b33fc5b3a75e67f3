"""What points at what took its place comes to an end somewhere."""

from collections.abc import Iterator

from goodstanding.rules.catalogue.draft import Draft
from goodstanding.rules.catalogue.legality_problems import SeesInACircle
from goodstanding.rules.catalogue.problems import PackProblem
from goodstanding.rules.catalogue.sources import Instrument


def circle_problems(read: Draft) -> Iterator[PackProblem]:
    """Every circle of `see`, once, at the first of its instruments by id."""
    see = {row.id: row.see for _, row in read.of(Instrument)}
    for raw, row in read.of(Instrument):
        circle = _circle(row.id, see)
        if circle and row.id == min(circle):
            yield SeesInACircle(**raw.at("see"), circle=" - ".join((*circle, row.id)))


def _circle(start: str, see: dict[str, str | None]) -> tuple[str, ...]:
    """The way from an instrument back to itself; empty where there is none."""
    way: tuple[str, ...] = (start,)
    at = see.get(start)
    while at is not None and at not in way:
        way, at = (*way, at), see.get(at)
    return way if at == start else ()
