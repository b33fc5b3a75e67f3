"""A number of the law over time: each value with its law, its doubt, and what counts by it."""

from collections.abc import Iterator
from datetime import date

import msgspec
from django.urls import reverse

from goodstanding.rules.catalogue.model import Parameter
from goodstanding.web.law_pages import Cited, Lawbook
from goodstanding.web.law_words import period
from goodstanding.web.titles import in_language


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """A value from a day on; ``now``: the one that counts on the day of the page.

    ``candidates``: what it may prove to be, in words, while it is not confirmed.
    """

    words: str
    since: date
    now: bool
    cited: Cited | None
    sure: bool
    candidates: tuple[str, ...]


def values(book: Lawbook, rule: Parameter) -> list[Value]:
    """Every value there is, oldest first."""
    begun = [each.since for each in rule.values if each.since <= book.on]
    return [
        Value(
            words=period(each.value, rule.unit),
            since=each.since,
            now=bool(begun) and each.since == begun[-1],
            cited=book.cited([each.citation])[0] if each.citation else None,
            sure=not each.unsure,
            candidates=tuple(period(value, rule.unit) for value in each.candidates),
        )
        for each in rule.values
    ]


def used_by(book: Lawbook, id: str) -> list[tuple[str, str]]:
    """Address and title of every ground, repair rule and class of publication that counts by it."""
    return sorted(set(_users(book, id)), key=lambda each: each[1])


def _users(book: Lawbook, id: str) -> Iterator[tuple[str, str]]:
    for ground in book.grounds:
        if id in (ground.statement_window, ground.hearing.request):
            yield reverse("web:rulebook-ground", args=[ground.id]), in_language(ground.title)
    for repair in book.rulebook.repairs.values():
        if id in (repair.acceptance, repair.decision, repair.extension):
            yield reverse("web:rulebook-repair", args=[repair.id]), in_language(repair.title)
    for purpose in book.rulebook.consent_purposes.values():
        if id in (purpose.longest, purpose.reminder):
            yield reverse("web:rulebook-consents"), in_language(purpose.title)
    for item in book.rulebook.items.values():
        if id in (item.ordinary, item.fast, item.follow):
            yield reverse("web:rulebook-item", args=[item.id]), in_language(item.title)
    place = reverse("web:rulebook-publication")
    for kind in book.rulebook.kinds.values():
        if id in (kind.publication_term, kind.publication_due):
            yield place, in_language(kind.title)
    for rule in book.rulebook.publication_classes.values():
        if id in (rule.min, rule.max) and rule.in_force.holds_on(book.on):
            yield place, in_language(rule.title)
