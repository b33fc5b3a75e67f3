"""The persons guard on labelled rows: what it finds, what it stops wrongly, how fast it is."""

import time
from collections import Counter
from datetime import date
from typing import Any

from goodstanding.rules.record_types import Accepted, Quarantined
from goodstanding.rules.records import judge_row
from tests.corpus.rows import Labelled, corpus
from tests.rules.intake_rules import RULES

TODAY = date(2026, 6, 1)
METHOD = (
    "generated rows, labelled when made, seed 449800; a row counts as stopped if it is quarantined;"
    " method of the guard: region, day of birth and check (ISO 7064 MOD 11-2) in any layout, the"
    " party's columns, code class 92. Rows with details in the facts count as met where the facts are"
    " masked; method: words beside a name and a list of surnames, the form of phones. Held: texts in"
    " which a name may still stand by itself wait for an officer's look; method: surname, length,"
    " neighbours (rules/names_alone.py)"
)


def run() -> dict[str, Any]:
    """Rows, rows per second, and for each kind of row how many there were and were stopped."""
    rows = list(corpus())
    began = time.perf_counter()
    verdicts = [_verdict(row) for row in rows]
    took = time.perf_counter() - began
    stopped = [_is_met(row, verdict) for row, verdict in zip(rows, verdicts, strict=True)]
    held = [isinstance(verdict, Accepted) and bool(verdict.to_be_read) for verdict in verdicts]
    return {
        "rows": len(rows),
        "rows_per_second": len(rows) / took,
        "method": METHOD,
        "recall": _share(rows, stopped, wanted=True),
        "false_alarms": _share(rows, stopped, wanted=False),
        "names_met": _names_met(rows, stopped, held),
        "looks_for_nothing": _looks_for_nothing(rows, held),
        "kinds": _kinds(rows, stopped, held),
    }


def _verdict(row: Labelled) -> Any:
    return judge_row(row.cells, kind=row.record_kind, row=1, rulebook=RULES, today=TODAY)


def _is_met(row: Labelled, verdict: Any) -> bool:
    """Whether a row is stopped; for the rows with details, whether its facts are masked."""
    if isinstance(verdict, Accepted) and "detail" in row.group:
        return verdict.content["facts"] != row.cells["CF_SY"]
    return isinstance(verdict, Quarantined)


def _share(rows: list[Labelled], stopped: list[bool], *, wanted: bool) -> float:
    """Of the rows that are (not) to be stopped, the share that was."""
    pairs = zip(rows, stopped, strict=True)
    found = [was for row, was in pairs if row.stopped is wanted and "detail" not in row.group]
    return sum(found) / len(found)


def _names_met(rows: list[Labelled], stopped: list[bool], held: list[bool]) -> float:
    """Of the rows with a detail of a person in the facts, the share masked or held for a look."""
    each = zip(rows, stopped, held, strict=True)
    met = [was or waits for row, was, waits in each if row.group == "detail in facts"]
    return sum(met) / len(met)


def _looks_for_nothing(rows: list[Labelled], held: list[bool]) -> float:
    """Of the rows that pass and have no such detail, the share held for a look all the same."""
    each = zip(rows, held, strict=True)
    waits = [was for row, was in each if not row.stopped and row.group != "detail in facts"]
    return sum(waits) / len(waits)


def _kinds(rows: list[Labelled], stopped: list[bool], held: list[bool]) -> list[dict[str, Any]]:
    all_of = Counter((row.group, row.kind) for row in rows)
    hits = _hits(rows, stopped)
    waits = _hits(rows, held)
    return [
        {
            "group": group,
            "kind": kind,
            "rows": many,
            "stopped": hits[group, kind],
            "held": waits[group, kind],
        }
        for (group, kind), many in all_of.items()
    ]


def _hits(rows: list[Labelled], was: list[bool]) -> Counter[tuple[str, str]]:
    return Counter((row.group, row.kind) for row, hit in zip(rows, was, strict=True) if hit)


def told(found: dict[str, Any]) -> list[str]:
    """The lines of the report: the whole, then each kind of row."""
    lines = [
        f"## Persons guard ({found['rows']:,} rows, {found['rows_per_second']:,.0f} rows/s)",
        "",
        f"Method: {found['method']}.",
        "",
        f"Recall {found['recall']:.2%}; false alarms {found['false_alarms']:.2%}.",
        "",
        f"Details of persons in the facts masked or held for a look: {found['names_met']:.2%}; rows"
        f" without any held for nothing: {found['looks_for_nothing']:.2%}.",
        "",
        "| group | kind | rows | stopped or masked | share | held for a look |",
        "|---|---|---|---|---|---|",
    ]
    for each in found["kinds"]:
        share = each["stopped"] / each["rows"]
        lines.append(
            f"| {each['group']} | {each['kind']} | {each['rows']} | {each['stopped']} | {share:.1%}"
            f" | {each['held']} |"
        )
    return lines


if __name__ == "__main__":
    print("\n".join(told(run())))
