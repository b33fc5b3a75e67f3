"""Two clocks show one decision: both are told, and the earlier end applies unless a law says other.

Counted by hand: a term of months begins with its first day, so 12 months from 2026-05-06 end with
2027-05-05; from the last of a month without a corresponding day, with the month's end.
"""

from datetime import date

import pytest

from goodstanding.rules.catalogue import PublicationSpan, decode, publication_span
from goodstanding.rules.errors import Refused
from tests.rules.catalogue.packs import FIXTURES, HARBOUR_FILES

CLOCKS = (FIXTURES / "clocks.yaml").read_text("utf-8")


def span(
    severity: str, *, clocks: str = CLOCKS, published_on: date | None = None
) -> PublicationSpan:
    book = decode({**HARBOUR_FILES, "clocks.yaml": clocks.encode()})
    return publication_span(
        book,
        "penalty",
        severity,  # type: ignore[arg-type]
        date(2026, 5, 6),
        date(2026, 5, 20),
        published_on=published_on,
    )


def test_both_clocks_are_shown_and_the_earlier_end_applies() -> None:
    found = span("general", published_on=date(2026, 5, 13))
    assert [(each.clock, each.start, each.last_day) for each in found.clocks] == [
        ("national", date(2026, 5, 6), date(2027, 5, 5)),
        ("enterprise", date(2026, 5, 13), date(2029, 5, 12)),
    ]
    assert (found.published, found.last_day, found.clock) == (True, date(2027, 5, 5), "national")


def test_repair_may_be_asked_for_after_the_shortest_term() -> None:
    assert [each.repair_from for each in span("general").clocks] == [
        date(2026, 8, 6),
        date(2026, 5, 6),
    ]


def test_where_one_place_does_not_show_it_nothing_is_shown() -> None:
    found = span("minor", published_on=date(2026, 5, 13))
    assert (found.published, found.last_day, found.clock) == (False, None, None)
    assert [(each.published, each.last_day) for each in found.clocks] == [
        (False, None),
        (True, date(2026, 8, 12)),
    ]


def test_one_clock_alone_gives_its_own_end() -> None:
    found = span("serious")
    assert [each.clock for each in found.clocks] == ["national"]
    assert found.last_day == date(2029, 5, 5)


def test_a_clock_of_its_own_rule_applies_whatever_the_others_say() -> None:
    own = CLOCKS.replace("counted_from: publication,", "counted_from: publication, apply: this,")
    found = span("general", clocks=own, published_on=date(2026, 5, 13))
    assert (found.last_day, found.clock) == (date(2029, 5, 12), "enterprise")
    assert len(found.clocks) == 2


def test_without_the_day_of_publication_it_is_counted_from_the_decision() -> None:
    assert [each.start for each in span("general").clocks] == [date(2026, 5, 6)] * 2


def test_a_clock_not_yet_in_force_says_nothing() -> None:
    later = CLOCKS.replace(
        "counted_from: publication, in_force: {from: 2020-01-01}",
        "counted_from: publication, in_force: {from: 2026-05-21}",
    )
    assert [each.clock for each in span("general", clocks=later).clocks] == ["national"]


def test_an_unknown_kind_is_refused() -> None:
    book = decode(HARBOUR_FILES)
    with pytest.raises(Refused):
        publication_span(book, "penalties", "minor", date(2026, 5, 6), date(2026, 5, 6))
    assert publication_span(book, "penalty", "minor", date(2026, 5, 6), date(2026, 5, 6)) == (
        PublicationSpan(clocks=(), published=False, last_day=None, clock=None)
    )
