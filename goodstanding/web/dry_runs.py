"""What a page shows of a dry run: how many of what, by which rules; and whether it came so."""

import logging
from threading import Thread
from typing import Any

import msgspec
from django.db import connections

from goodstanding.flow import expected
from goodstanding.rules.simulation.labels import CAUSES, KINDS, WHY
from goodstanding.rules.simulation.reality import Difference
from goodstanding.rules.simulation.tally import ByRule, Counted
from goodstanding.web.titles import in_language

_LOG = logging.getLogger(__name__)
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


def dry_run(digest: str) -> dict[str, Any]:
    """The latest dry run that was kept of a version, and how it compares once the version is live."""
    run, found = expected.expectation(digest), expected.reality(digest)
    return {
        "dry_run": run.told if run else None,
        "dry_rows": [_row(each) for each in run.told.changes] if run else [],
        "reality": found,
        "differences": [_difference(each) for each in found.differences[:MOST]] if found else [],
    }


def run_dry(digest: str, *, wait: float) -> None:
    """Have a version run dry and kept; wait at most ``wait`` seconds, it goes on by itself."""
    thread = Thread(target=_run, args=(digest,), name=f"dry run {digest[:16]}", daemon=True)
    thread.start()
    thread.join(wait)


def _run(digest: str) -> None:
    try:
        expected.expect(digest)
    except Exception as problem:  # noqa: BLE001 - a thread has nobody to tell but the log
        _LOG.error("dry run %s broke off: %s", digest[:16], type(problem).__name__)
    finally:
        connections.close_all()


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
