"""Cases of procedures as tables: what effects do, the way of the stages, payment, others' reports."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
import yaml

from goodstanding.rules.catalogue.procedure_effects import ProcedureEffect
from goodstanding.rules.catalogue.sources import InForce
from goodstanding.rules.effects import Force
from goodstanding.rules.procuring.basis import Payee, PaymentBasis, basis_refusals, digest_of
from goodstanding.rules.procuring.bearing import bearings
from goodstanding.rules.procuring.results import going_on_refusals
from goodstanding.rules.procuring.stages import moving_refusals
from goodstanding.rules.procuring.third_party import report_refusals
from tests.rules.test_watching import BID

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "procuring.yaml").read_text("utf-8"))
DAY = date(2026, 3, 2)


def codes(found) -> list[str]:
    return [each.code for each in found]


@pytest.mark.parametrize("row", CASES["bears"], ids=lambda row: row["case"])
def test_what_an_effect_does_is_said_by_the_rulebook_and_stops_with_its_stage(row):
    said = ProcedureEffect(
        id="the-bonus",
        measure=BID.measure,
        procedure="tender",
        does=row["said"],
        stages=tuple(row["stages"]),
        in_force=InForce(since=DAY),
    )
    promised = {"the-bonus": Decimal(row["promised"])} if row["promised"] else {}
    effect = msgspec.structs.replace(BID, force=Force(row["force"]))
    [found] = bearings(
        [effect], said=[said] if row["said"] else [], stage=row["at"], points=promised
    )
    points = None if found.points is None else str(found.points)
    assert (found.does, found.acts, points) == (row["said"], row["acts"], row["points"])
    assert found.excludes is row["excludes"]


@pytest.mark.parametrize("row", CASES["moves"], ids=lambda row: f"{row['at']} to {row['to']}")
def test_a_case_goes_forward_one_stage_at_a_time(row):
    asked = {name: row[name] for name in ("stages", "at", "to", "bidders")}
    assert codes(moving_refusals(procedure="tender", **asked)) == row["refused"]


@pytest.mark.parametrize("row", CASES["paying"])
def test_nothing_is_paid_before_every_result(row):
    asked = {name: row[name] for name in ("bidders", "awarded", "decided")}
    assert codes(going_on_refusals(**asked)) == row["refused"]


@pytest.mark.parametrize("row", CASES["bases"])
def test_a_basis_is_of_one_day(row):
    payees = [_payee(n, days) for n, days in enumerate(row["asked"], start=1)]
    assert codes(basis_refusals(payees, stage=row["stage"], on=DAY)) == row["refused"]


def _payee(row: int, days: int | None) -> Payee:
    on = None if days is None else DAY - timedelta(days=days)
    named = dict.fromkeys(("organisation", "receipt", "answer", "act_as", "rulebook"), "x")
    return Payee(row=row, position=1, on=on, **named)


def test_another_receipt_is_another_basis():
    named = dict.fromkeys(("case", "department", "procedure", "number", "document"), "x")
    one = PaymentBasis(on=DAY, payees=(_payee(1, 0),), **named)
    other = msgspec.structs.replace(
        one, payees=(msgspec.structs.replace(_payee(1, 0), receipt="y"),)
    )
    assert digest_of(one) == digest_of(msgspec.structs.replace(one))
    assert digest_of(one) != digest_of(other)


@pytest.mark.parametrize("row", CASES["reports"])
def test_a_report_with_a_grade_is_refused_and_one_unread_needs_a_word(row):
    asked = {"source": row["source"], "stated": row["stated"]}
    assert codes(report_refusals([row["text"]], **asked)) == row["refused"]
