"""The packs on dated cases that were counted by hand: windows, terms, publication, exits, pairs."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from goodstanding.files.packs import read_pack
from goodstanding.rules.catalogue import Rulebook, decode
from goodstanding.rules.deadlines import Due, due_after, elapsed
from goodstanding.rules.law import Law
from goodstanding.rules.periods import corresponding_day, last_day_of
from tests.rules.calendars import official

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((Path(__file__).parent / "cases" / "law").glob("*.yaml"))
ONE = timedelta(days=1)


@cache
def book(name: str) -> Rulebook:
    return decode(read_pack(ROOT / "rulebook" / "packs" / name))


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
