"""A page about one entry of the rulebook, of the version and the day that the address asks for."""

from typing import Any

import msgspec
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goodstanding.rules.errors import refuse
from goodstanding.web.law_asked import Asked, asked
from goodstanding.web.law_pages import Lawbook
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.titles import in_language
from goodstanding.web.visit import Visited

NOT_FOUND = 404


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """The entry and the version it is of; without a ``book`` no version is in force on the day.

    ``back``: the address of the same as it reads today, or of the rulebook where it is no more.
    """

    request: Visited
    asked: Asked
    book: Lawbook | None
    found: Any
    back: str

    @property
    def law(self) -> Lawbook:
        """The version; only where there is one."""
        assert self.book is not None
        return self.book

    @property
    def running(self) -> bool:
        """Whether the day is one of the entry's own; an entry without days has all of them."""
        force = getattr(self.found, "in_force", None)
        return force is None or bool(force.holds_on(self.asked.day))

    def answer(self, template: str, **page: Any) -> HttpResponse:
        """The page; where no version is in force, that is said instead, as not found."""
        if self.book is None:
            return render(self.request, "web/rulebook_none.html", self.asked.page, status=NOT_FOUND)
        own = {
            "book": self.book,
            "entry": self.found,
            "title": in_language(self.found.title),
            "running": self.running,
            "back": self.back,
        }
        return render(self.request, template, {**self.asked.page, **own, **page})


def entry_of(request: Visited, table: str, id: str) -> Entry:
    """The entry of an id in a table of the version asked for.

    Raises:
        Refused: `PageUnknown` where the version has no such entry.
    """
    told = asked(request)
    back = _back(request, told, table, id)
    if told.span is None:
        return Entry(request=request, asked=told, book=None, found=None, back=back)
    book = Lawbook(told.span.rulebook, told.day)
    found = getattr(book.rulebook, table).get(id) or refuse(PageUnknown())
    return Entry(request=request, asked=told, book=book, found=found, back=back)


def page_of(request: Visited) -> Entry:
    """A page about the whole version rather than one entry of it."""
    told = asked(request)
    book = Lawbook(told.span.rulebook, told.day) if told.span else None
    found = told.span and told.span.rulebook
    return Entry(request=request, asked=told, book=book, found=found, back=request.path)


def _back(request: Visited, told: Asked, table: str, id: str) -> str:
    there = told.now is not None and id in getattr(told.now.rulebook, table)
    return request.path if there else reverse("web:rulebook")
