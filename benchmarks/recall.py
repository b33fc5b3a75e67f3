"""Withdraw a record with many recipients and dependent checks: until the first correct lists.

The ledger grows between the measurements; the floor is the bare look-up of the same lines.
"""

import time
from collections.abc import Callable, Iterable
from typing import Any

from django.db import connections

from goodstanding import wallclock
from goodstanding.catalogue.queries import law
from goodstanding.designations import queries as designations
from goodstanding.designations.models import Case
from goodstanding.disclosure.queries import open_recalls
from goodstanding.enquiries.queries import receipt as kept
from goodstanding.flow import contest, enquire
from goodstanding.flow.answers import Question, answer
from goodstanding.flow.bench import Call
from goodstanding.flow.reopen import reopenings
from goodstanding.rules.actors import Actor, Role

RECIPIENTS, CHECKS = 10_000, 1_000
_POINTS = """
    INSERT INTO disclosure_point (recipient, department, client, record, version, case_number,
                                  receipt, position, at, times)
    SELECT 'bench-' || n, '', '', {record}, 1, '', '', %(position)s, now(), 1
      FROM generate_series(%(first)s::int, %(last)s::int) AS n
"""
_RECEIPTS = """
    INSERT INTO enquiries_receipt ({columns})
    SELECT {values} FROM enquiries_receipt, generate_series(1, %(last)s) AS n WHERE id = %(id)s
"""
_FLOOR = """
    SELECT recipient, count(*) FROM disclosure_point WHERE record = %(record)s AND version = 1
     GROUP BY recipient ORDER BY recipient
"""
_FLOOR_CHECKS = "SELECT id FROM enquiries_receipt WHERE records @> ARRAY[%(record)s] ORDER BY id"


def run(sizes: Iterable[int]) -> list[dict[str, Any]]:
    """Seconds of withdrawal and lists at each size of the ledger, beside the bare look-ups."""
    filled, found = 0, []
    barred = _barred()
    for size in sorted(sizes):
        _fill(filled, size)
        filled = size
        found.append({"ledger": size, **_one(*next(barred))})
    return found


def _one(case: Case, procedure: str) -> dict[str, Any]:
    record = case.records[0]
    _told(case, procedure, record)
    _run("ANALYZE disclosure_point", {})
    _run("ANALYZE enquiries_receipt", {})
    withdraw, _ = _timed(lambda: _withdraw(case, record))
    listed, recalls = _timed(lambda: open_recalls(record=record))
    looked, again = _timed(lambda: reopenings(today=wallclock.today()))
    mine = [each for each in again if each.record == record]
    told = sum(each.recipient.startswith("bench-") for each in recalls)
    asked = sum(each.recipient.startswith("bench-") for each in mine)
    # The city itself may have told one or two more of the record.
    if (told, asked) != (RECIPIENTS, CHECKS):
        raise RuntimeError(f"{told} recalls and {asked} checks: not what was told")
    floor, _ = _timed(
        lambda: (_run(_FLOOR, {"record": record}), _run(_FLOOR_CHECKS, {"record": record}))
    )
    return {
        "withdraw_seconds": withdraw,
        "recalls_seconds": listed,
        "reopenings_seconds": looked,
        "floor_seconds": floor,
        "ratio": {"lists / bare look-ups": (listed + looked) / floor},
    }


def _barred() -> Any:
    """Cases with one record, each with a procedure it bars now."""
    today = wallclock.today()
    cases = designations.in_force(on=today).filter(elsewhere=False).exclude(sense="advantage")
    seen = set()
    for case in cases.order_by("id"):
        if len(case.records) != 1 or case.organisation in seen:
            continue
        seen.add(case.organisation)
        for procedure in law(on=today).rulebook.procedures:
            asked = Question(code=case.organisation, procedure=procedure)
            effects = answer(asked, today=today).checked.effects
            if (
                effects
                and {e.decision.designation for e in effects} == {case.id}
                and all(e.force.value == "in-force" for e in effects)
            ):
                yield case, procedure
                break


def _call(department: str, role: Role) -> Call:
    actor = Actor(id=f"o-bench-{role}", department=department, roles=frozenset({role}))
    return Call(actor=actor, at=wallclock.now())


def _told(case: Case, procedure: str, record: str) -> None:
    """One real check, and its copies: receipts, and recipients of the record."""
    asked = Question(code=case.organisation, procedure=procedure)
    first = enquire.ask(_call("public-resources-trading", Role.OFFICER), asked)
    one = kept(id=first.receipt)
    assert one is not None
    names = [str(field.column) for field in one._meta.concrete_fields]
    values = ", ".join(
        {"id": "id || '-' || n", "recipient": "'bench-' || n"}.get(n, n) for n in names
    )
    statement = _RECEIPTS.format(columns=", ".join(names), values=values)
    _run(statement, {"last": CHECKS, "id": first.receipt})
    span = {"first": 1, "last": RECIPIENTS, "position": first.position, "record": record}
    _run(_POINTS.format(record="%(record)s"), span)


def _fill(first: int, last: int) -> None:
    """Lines of the ledger about other records, ten recipients each."""
    span = {"first": first + 1, "last": last, "position": 1}
    _run(_POINTS.format(record="'r-' || n / 10"), span)


def _withdraw(case: Case, record: str) -> None:
    call = _call(case.department, Role.REVIEWER)
    contest.withdraw_record(call, record=record, as_wrong=True, reasons="所载单位有误。")


def _run(statement: str, values: dict[str, Any]) -> Any:
    with connections["owner"].cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else None


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    started = time.perf_counter()
    found = work()
    return time.perf_counter() - started, found
