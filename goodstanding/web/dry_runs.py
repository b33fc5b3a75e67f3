"""What a page shows of a dry run: how many of what, by which rules; and whether it came so."""

from datetime import date, datetime
from typing import Any

import msgspec

from goodstanding.catalogue import reports, running
from goodstanding.flow import expected
from goodstanding.flow.reports import told_of
from goodstanding.rules.governing.reported import report_refusals
from goodstanding.rules.simulation.labels import CAUSES, KINDS, WHY
from goodstanding.rules.simulation.reality import Difference
from goodstanding.rules.simulation.tally import ByRule, Counted
from goodstanding.rules.states import Draft
from goodstanding.web.checks_again import checks_again
from goodstanding.web.titles import Titles, in_language

#: Rules named of each kind of change, and differences shown one by one.
MOST_RULES, MOST = 3, 20


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """What one rule brings: its id, why, and how often."""

    id: str
    why: str
    count: int


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of change: in words, how many, by which rules, and by how many more."""

    word: str
    count: int
    rules: tuple[Rule, ...]
    more: int


def dry_run(digest: str, titles: Titles) -> dict[str, Any]:
    """The latest dry run that was kept of a version, and how it compares once the version is live."""
    run, found = expected.expectation(digest), expected.reality(digest)
    return {
        "dry_run": run.told if run else None,
        "dry_rows": [_row(each) for each in run.told.changes] if run else [],
        "again": checks_again(run.told.checks, titles) if run and run.told.checks else None,
        "reality": found,
        "differences": [_difference(each) for each in found.differences[:MOST]] if found else [],
    }


def report_of(draft: Draft, *, at: datetime, on: date) -> dict[str, Any]:
    """The run that is under way or was the last, and the latest report with what stands against it.

    Args:
        at, on: the moment and the legal day of the page.
    """
    run, found = running.latest(digest=draft.digest), reports.latest(version=draft.digest)
    going = run is not None and not run.outcome
    report = told_of(found) if found else None
    against = report_refusals(report, digest=draft.digest, on=on) if draft.is_open else []
    return {
        "run": run,
        "running": bool(run and going and running.lives(run, at=at)),
        "percent": f"{100 * run.done // run.total}%" if run and run.total else "0%",
        "report": found,
        "against_report": against,
    }


def _row(each: Counted) -> Row:
    return Row(
        word=in_language(KINDS[each.kind]),
        count=each.count,
        rules=tuple(_rule(rule) for rule in each.rules[:MOST_RULES]),
        more=max(0, len(each.rules) - MOST_RULES),
    )


def _rule(each: ByRule) -> Rule:
    id = each.rule.partition("/")[2]
    return Rule(id=id, why=in_language(WHY[each.why]), count=each.count)


def _difference(each: Difference) -> tuple[Difference, str]:
    return each, in_language(CAUSES[each.cause])
