"""The packs on dated cases that were counted by hand: windows, terms, publication, exits, pairs."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from goodstanding.files.packs import read_pack
from goodstanding.rules.catalogue import Rulebook
from goodstanding.rules.catalogue.chain import assemble
from goodstanding.rules.catalogue.publication_span import publication_span
from goodstanding.rules.deadlines import Due, due_after, elapsed
from goodstanding.rules.governing.revision import Revision
from goodstanding.rules.law import Law
from goodstanding.rules.periods import corresponding_day, last_day_of
from tests.rules.calendars import official
from tests.rules.governing.test_revision import after, record

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((Path(__file__).parent / "cases" / "law").glob("*.yaml"))
ONE = timedelta(days=1)


@cache
def book(name: str) -> Rulebook:
    packs = ROOT / "rulebook" / "packs"
    return assemble(read_pack(packs / name), lambda id: read_pack(packs / id))


def cases(section: str) -> list[Any]:
    found = []
    for file in FILES:
        read = yaml.safe_load(file.read_text())
        for case in read.get(section, ()):
            subject = case.get("rule") or case.get("record") or case["ground"]
            first = case.get("from") or case.get("since") or case.get("decided") or ""
            id = f"{read['rulebook']} {subject} {first}"
            found.append(pytest.param(book(read["rulebook"]), case, id=id))
    return found


@pytest.mark.parametrize(("law", "case"), cases("windows"))
def test_a_window_is_open_through_its_last_day(law: Rulebook, case: dict[str, Any]) -> None:
    deadline = Law(rulebook=law, calendar=official()).deadline(case["rule"], start=case["from"])
    due = due_after(case["from"], deadline.working_days, official())
    last, earliest = case.get("last day"), case.get("not before")
    assert due == Due(due=last, not_before=earliest, provisional=last is None), case["counted"]
    assert (deadline.due, deadline.not_before) == (last, earliest)
    if last is not None:
        assert [elapsed(due, day) for day in (last - ONE, last, last + ONE)] == [False, False, True]


@pytest.mark.parametrize(("law", "case"), cases("terms"))
def test_a_term_ends_on_its_last_day(law: Rulebook, case: dict[str, Any]) -> None:
    term = law.ground(case["ground"]).term
    months = case.get("months", term.months)
    assert months <= term.max_months
    assert last_day_of(case["from"], months=months) == case["last day"], case["counted"]


@pytest.mark.parametrize(("law", "case"), cases("public"))
def test_a_record_is_public_through_its_last_day(law: Rulebook, case: dict[str, Any]) -> None:
    term = law.kind(case["record"]).publication_term
    assert term is not None
    months = law.parameter(term, case["decided"]).value
    assert last_day_of(case["decided"], months=months) == case["last day"], case["counted"]


@pytest.mark.parametrize(("law", "case"), cases("exits"))
def test_an_early_exit_may_be_asked_for_from_its_day(law: Rulebook, case: dict[str, Any]) -> None:
    months = law.ground(case["ground"]).way_back.after_months
    assert corresponding_day(case["since"], months) == case["first day"], case["counted"]


@pytest.mark.parametrize(("law", "case"), cases("pairs"))
def test_a_pair_holds_on_the_days_of_its_law(law: Rulebook, case: dict[str, Any]) -> None:
    found = {day: _months(law, case, day) for day in case["days"]}
    assert found == case["days"], case["counted"]


@pytest.mark.parametrize(("law", "case"), cases("articles"))
def test_an_article_bears_its_number_of_the_day(law: Rulebook, case: dict[str, Any]) -> None:
    first = law.ground(case["ground"]).citations[0]
    assert {day: first.article_on(day) for day in case["days"]} == case["days"], case["counted"]


@pytest.mark.parametrize(("law", "case"), cases("spans"))
def test_of_two_clocks_the_earlier_end_counts(law: Rulebook, case: dict[str, Any]) -> None:
    span = publication_span(
        law,
        case["record"],
        case["severity"],
        case["decided"],
        case["asked"],
        published_on=case["published"],
    )
    site = next(each for each in span.clocks if each.clock == "credit-site")
    assert site.repair_from == case["shortest"], case["counted"]
    assert (span.last_day, span.clock) == (case["last day"], case["clock"]), case["counted"]
    assert span.published is (case["last day"] is not None)


@pytest.mark.parametrize(("law", "case"), cases("revisions"))
def test_a_change_of_law_shortens_and_touches_no_day_gone_by(
    law: Rulebook, case: dict[str, Any]
) -> None:
    assert law.amends is not None
    old = book(law.amends.rulebook)
    term = old.kind(case["record"]).publication_term
    assert term is not None
    months = old.parameter(term, case["decided"]).value
    held = replace(record(case["decided"], months), record_kind=case["record"])
    assert held.public_until == case["old"], case["counted"]
    found, _ = after(Revision(old, law, official()), [held])
    assert found["record"].public_until == case["last day"], case["counted"]


def test_there_are_enough_cases_and_each_has_its_count() -> None:
    found = [
        case
        for file in FILES
        for section, rows in yaml.safe_load(file.read_text()).items()
        if section != "rulebook"
        for case in rows
    ]
    assert len(found) >= 60
    assert all(case["counted"] for case in found)


def _months(law: Rulebook, case: dict[str, Any], day: date) -> int:
    paired = law.pairings_of(case["ground"], day)
    return max((row.max_months for row in paired if row.measure == case["measure"]), default=0)
