"""Which version of the rulebook a page shows, and how it reads on which day."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

import msgspec

from goodstanding.catalogue.spans import Span, span_named, span_on, spans
from goodstanding.rules.errors import refuse
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.visit import Visited

#: A version is named by at least so much of its digest; links write it with so much.
LEAST, WRITTEN = 8, 16


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What the address asks for; ``span`` is None where no version is in force on the day.

    ``typed``: the day as it stands in the address; ``unread``: it is none, and today is shown;
    ``now``: the version of today; ``others``: there is another one to compare with.
    """

    day: date
    today: date
    span: Span | None
    named: bool
    typed: str
    unread: bool
    now: Span | None
    others: bool

    @property
    def another_day(self) -> bool:
        """Whether the page shows something else than what holds today."""
        return self.named or self.day != self.today

    @property
    def kept(self) -> dict[str, str]:
        """What the links of the page carry on: nothing while it shows what holds today."""
        kept: dict[str, str] = {}
        if self.named and self.span:
            kept["version"] = self.span.rulebook.digest[:WRITTEN]
        if self.day != self.today or (self.named and self.typed and not self.unread):
            kept["on"] = self.day.isoformat()
        return kept

    @property
    def keep(self) -> str:
        """The same as the query of an address."""
        return f"?{urlencode(self.kept)}" if self.kept else ""

    @property
    def page(self) -> dict[str, Any]:
        """What every page of the rulebook says about it."""
        return {
            "asked": self,
            "span": self.span,
            "on": self.day,
            "another_day": self.another_day,
            "keep": self.keep,
            "holds": self.span is not None and self.span.holds_on(self.day),
            "others": self.others,
            "permanent_query": self._permanent,
        }

    @property
    def _permanent(self) -> str:
        digest = self.span.rulebook.digest[:WRITTEN] if self.span else ""
        return urlencode({"version": digest, "on": self.day.isoformat()})


def asked(request: Visited) -> Asked:
    """What the address asks for: ``version`` by its digest, ``on`` by a day; else what holds today.

    Raises:
        Refused: `PageUnknown` where no activated version is named so.
    """
    typed, version = (request.GET.get(name, "").strip()[:80] for name in ("on", "version"))
    day, today, known = _day(typed), request.visit.today, spans()
    span = _named(version, known) if version else span_on(day or today, known)
    shown = day or (_day_of(span, today) if version and span else today)
    return Asked(
        day=shown,
        today=today,
        span=span,
        named=bool(version),
        typed=typed,
        unread=bool(typed) and day is None,
        now=span_on(today, known),
        others=len(known) > 1,
    )


def _named(version: str, known: Sequence[Span]) -> Span:
    found = span_named(version.lower(), known) if len(version) >= LEAST else None
    return found or refuse(PageUnknown())


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _day_of(span: Span, today: date) -> date:
    """Of a version that is named without a day: today if it holds today, else its nearest day."""
    if span.last is not None and span.last < today:
        return span.last
    return max(span.first, today) if not span.replaced else span.first
