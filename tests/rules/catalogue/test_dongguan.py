"""The pack dongguan-2018 says what the contract and the law fix, on the days they fix it."""

from datetime import date

import pytest

from goodstanding.rules.catalogue.sources import CARRIES_A_RESTRICTION
from tests.rules.catalogue.packs import dongguan

BOOK = dongguan()
FIRST = date(2018, 2, 11)
NOW = date(2026, 6, 1)

DEPARTMENTS = """credit-office market-regulation human-resources ecology-environment
emergency-management fire-rescue housing-construction transport tax finance development-reform
commerce science-industry natural-resources health culture-tourism civil-affairs government-services
public-resources-trading customs financial-work intermediate-court agriculture water education"""
#: Registers public institutions; no work plan gives it anything else to do.
ADDED = ("institution-registration",)
PROCEDURES = """tender procurement grant licence project-approval land concession
financial-institution honour inspection fast-lane documents-to-follow loan insurance payment"""
KINDS = """licence penalty enforcement-default abnormal-operation severe-listing honour commitment
contract-performance inspection-result"""


def test_the_fixed_ids_are_exactly_those_of_the_contract() -> None:
    assert set(BOOK.departments) == {*DEPARTMENTS.split(), *ADDED}
    assert set(BOOK.procedures) == set(PROCEDURES.split())
    assert set(BOOK.kinds) == set(KINDS.split())


def test_the_register_holds_five_classes() -> None:
    assert BOOK.classes_in == {
        "enterprise",
        "co-operative",
        "public-institution",
        "social-organisation",
        "rural-collective",
    }


@pytest.mark.parametrize(
    ("rule", "value", "unit", "to_confirm"),
    [
        ("statement", 5, "working_days", True),
        ("response", 5, "working_days", True),
        ("feedback", 10, "working_days", False),
        ("verification", 2, "working_days", True),
        ("verification-extension", 3, "working_days", True),
        ("lift", 3, "working_days", True),
        ("publication", 7, "working_days", False),
        ("hearing-request", 5, "working_days", True),
        ("return", 10, "day_of_month", False),
    ],
)
def test_the_numbers_of_the_work_plan(rule: str, value: int, unit: str, to_confirm: bool) -> None:
    found = BOOK.parameter(rule, FIRST)
    assert (found.value, found.unit, found.to_confirm) == (value, unit, to_confirm)


def test_the_hearing_is_asked_for_under_the_law_from_its_own_day() -> None:
    assert BOOK.parameter("hearing-request", date(2021, 7, 14)).citation is None
    citation = BOOK.parameter("hearing-request", date(2021, 7, 15)).citation
    assert citation is not None
    assert citation.article == "64"


@pytest.mark.parametrize(
    ("ground", "measure", "since"),
    [
        ("food-safety/serious-violation", "food-key-supervision", FIRST),
        ("food-safety/serious-violation", "market-access-scrutiny", date(2019, 12, 1)),
        ("food-safety/licence-revoked", "food-licence-refusal", FIRST),
        ("wage-arrears/refusal-after-order", "procurement-exclusion", FIRST),
        ("wage-arrears/refusal-after-order", "tender-exclusion", date(2020, 5, 1)),
        ("wage-arrears/refusal-after-order", "fiscal-fund-exclusion", date(2020, 5, 1)),
        ("bid-rigging/collusion", "tender-exclusion", FIRST),
        ("bid-rigging/false-bid", "tender-exclusion", FIRST),
        ("bid-rigging/procurement-collusion", "procurement-exclusion", FIRST),
        ("enforcement-default/court-listing", "tender-exclusion", FIRST),
        ("work-safety/grave-violation", "project-approval-suspended", date(2021, 9, 1)),
        ("environment/permit-by-deceit", "discharge-permit-refusal", date(2021, 3, 1)),
        ("tax/export-rebate-fraud", "export-rebate-suspended", FIRST),
        ("contract-fraud/tender-contract-not-performed", "tender-exclusion", FIRST),
        (
            "intellectual-property/wilful-grave-infringement",
            "fiscal-fund-exclusion",
            date(2022, 5, 1),
        ),
    ],
)
def test_a_pairing_begins_with_the_law_that_carries_it(
    ground: str, measure: str, since: date
) -> None:
    before = date.fromordinal(since.toordinal() - 1)
    assert measure in {pairing.measure for pairing in BOOK.pairings_of(ground, since)}
    assert measure not in {pairing.measure for pairing in BOOK.pairings_of(ground, before)}


def test_two_grounds_lead_to_one_measure_of_one_department() -> None:
    grounds = {
        ground
        for ground in BOOK.grounds
        for pairing in BOOK.pairings_of(ground, NOW)
        if pairing.measure == "tender-exclusion"
    }
    assert {"wage-arrears/refusal-after-order", "bid-rigging/collusion"} <= grounds
    assert "public-resources-trading" in BOOK.measure("tender-exclusion").departments


@pytest.mark.parametrize(
    ("ground", "months", "most", "exit_after"),
    [
        ("food-safety/serious-violation", 36, 36, 12),
        ("wage-arrears/refusal-after-order", 36, 36, 6),
        ("bid-rigging/collusion", 12, 24, 12),
        ("bid-rigging/false-bid", 12, 36, 12),
        ("enforcement-default/court-listing", 24, 24, 0),
    ],
)
def test_every_ground_has_its_term_and_its_way_back(
    ground: str, months: int, most: int, exit_after: int
) -> None:
    found = BOOK.ground(ground)
    assert (found.term.months, found.term.max_months) == (months, most)
    assert found.way_back.after_months == exit_after
    assert found.way_back.free_of_charge


def test_the_court_decides_defaults_and_the_register_only_transcribes_them() -> None:
    elsewhere = {id for id, ground in BOOK.grounds.items() if ground.decided_elsewhere}
    assert elsewhere == {"enforcement-default/court-listing"}
    assert {id for id, kind in BOOK.kinds.items() if kind.transcribed} == {
        "enforcement-default",
        "severe-listing",
    }


def test_only_inspections_for_safety_run_on_during_an_objection_each_by_a_law() -> None:
    exempt = {row.id: row.stay_exempt for row in BOOK.measures.values() if row.stay_exempt}
    assert set(exempt) == {
        "food-key-supervision",
        "medicine-key-supervision",
        "work-safety-key-supervision",
    }
    for id, citation in exempt.items():
        assert BOOK.instrument(citation.instrument).level == "law"
        assert BOOK.measure(id).procedures == ("inspection",)


@pytest.mark.parametrize(
    ("ground", "measure", "day", "months"),
    [
        ("drug-safety/licence-by-deceit", "drug-licence-refusal", date(2019, 11, 30), 60),
        ("drug-safety/licence-by-deceit", "drug-licence-refusal", date(2019, 12, 1), 120),
        ("medical-device-safety/unlicensed", "device-licence-refusal", date(2021, 5, 31), 60),
        ("medical-device-safety/unlicensed", "device-licence-refusal", date(2021, 6, 1), 120),
    ],
)
def test_a_revised_law_gives_its_own_years_from_its_own_day(
    ground: str, measure: str, day: date, months: int
) -> None:
    found = [pair for pair in BOOK.pairings_of(ground, day) if pair.measure == measure]
    assert [pair.max_months for pair in found] == [months]


@pytest.mark.parametrize("measure", ["green-channel", "tender-bonus", "lender-may-consult"])
def test_an_exemplar_has_its_advantages_without_a_gap_between_plan_and_regulation(
    measure: str,
) -> None:
    for day in (FIRST, date(2021, 5, 31), date(2021, 6, 1), NOW):
        paired = BOOK.pairings_of("exemplar/recognised", day)
        assert measure in {pairing.measure for pairing in paired}
    assert BOOK.ends("exemplar/recognised", measure, FIRST) is None
    assert BOOK.measure(measure).sense == "advantage"


def test_every_restriction_is_carried_by_a_law_or_a_regulation() -> None:
    for pairing in BOOK.pairings:
        if BOOK.measure(pairing.measure).sense == "advantage":
            continue
        levels = {BOOK.instrument(cited.instrument).level for cited in pairing.citations}
        assert levels & CARRIES_A_RESTRICTION, pairing


def test_nothing_adverse_reaches_lenders_insurers_or_persons() -> None:
    for measure in BOOK.measures.values():
        reaches = {"loan", "insurance"} & set(measure.procedures)
        assert not reaches or measure.sense == "advantage"
        assert set(measure.targets) <= BOOK.classes_in
