"""By which report may a version be approved? Of the very version, at most a week old, no law since."""

from datetime import date, timedelta

import pytest

from goodstanding.rules.governing.reported import DAYS, Reported, report_refusals

MADE = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("version", "days", "law_since", "codes"),
    [
        ("mine", 0, False, []),
        ("mine", 7, False, []),
        ("mine", 8, False, ["ReportTooOld"]),
        ("mine", -1, False, []),
        ("mine", 0, True, ["ReportBehind"]),
        ("mine", 8, True, ["ReportTooOld", "ReportBehind"]),
        ("other", 8, True, ["ReportOfAnother"]),
        ("", 0, False, ["ReportOfAnother"]),
    ],
)
def test_a_report_is_of_the_version_fresh_and_of_the_law_that_holds(
    version, days, law_since, codes
):
    report = Reported(digest="d", version=version, made_on=MADE, position=9, law_since=law_since)
    found = report_refusals(report, digest="mine", on=MADE + timedelta(days=days))
    assert [each.code for each in found] == codes


def test_without_a_report_nothing_is_approved():
    assert [each.code for each in report_refusals(None, digest="mine", on=MADE)] == [
        "ReportMissing"
    ]
    assert DAYS == 7
