"""An item promises nothing that the law does not allow, and its fast lane is not the slow one."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from goodstanding.rules.catalogue.draft import Draft
from goodstanding.rules.catalogue.item_problems import (
    ConsequenceMissing,
    FastLaneLonger,
    LawfulPaperSecondary,
    NothingMayFollow,
    PaperTwice,
)
from goodstanding.rules.catalogue.items import Item
from goodstanding.rules.catalogue.model import Parameter
from goodstanding.rules.catalogue.problems import PackProblem
from goodstanding.rules.catalogue.reading import RawEntry


def item_problems(read: Draft) -> Iterator[PackProblem]:
    """Every paper of the law that could be left for later, and every limit that is none."""
    numbers = {row.id: row for _, row in read.of(Parameter)}
    for raw, item in read.of(Item):
        yield from _papers(raw, item)
        yield from _following(raw, item)
        yield from _fast(raw, item, numbers)


def _papers(raw: RawEntry, item: Item) -> Iterator[PackProblem]:
    for index, paper in enumerate(item.papers):
        if paper.required_by_law is not None and not paper.main:
            yield LawfulPaperSecondary(**raw.at(f"papers[{index}].main"), paper=paper.id)
    for id, times in Counter(each.id for each in item.papers).items():
        if times > 1:
            yield PaperTwice(**raw.at("papers"), paper=id)


def _following(raw: RawEntry, item: Item) -> Iterator[PackProblem]:
    if item.follow is None:
        return
    if not item.may_follow:
        yield NothingMayFollow(**raw.at("follow"))
    if item.not_supplied is None:
        yield ConsequenceMissing(**raw.at("follow"))


def _fast(raw: RawEntry, item: Item, numbers: dict[str, Parameter]) -> Iterator[PackProblem]:
    fast, ordinary = numbers.get(item.fast or ""), numbers.get(item.ordinary)
    if fast is None or ordinary is None:
        return
    days = sorted({each.since for each in (*fast.values, *ordinary.values)} | {item.in_force.since})
    for day in (each for each in days if item.in_force.holds_on(each)):
        quick, slow = _on(fast, day), _on(ordinary, day)
        if quick is not None and slow is not None and quick > slow:
            yield FastLaneLonger(**raw.at("fast"), fast=quick, ordinary=slow, day=day)
            return


def _on(row: Parameter, day: date) -> int | None:
    held = [each.value for each in row.values if each.since <= day]
    return held[-1] if held else None
