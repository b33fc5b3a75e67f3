"""A row with a name and no code attaches to nobody; its name is told for a person to look up."""

from datetime import date

import pytest

from goodstanding.rules.naming_rows import named_only
from goodstanding.rules.record_types import Rejected
from goodstanding.rules.records import judge_row
from tests.rules.intake_rules import RULES
from tests.rules.penalty_rows import TITLES, honour, penalty, wrong_check

NAME = "岚港市示例第1号电子有限公司"
TITLED = {TITLES.get(name, name): text for name, text in penalty(1, CF_XDR_SHXYM="").items()}


@pytest.mark.parametrize(
    ("kind", "cells", "name"),
    [
        ("penalty", penalty(1, CF_XDR_SHXYM=""), NAME),
        ("penalty", TITLED, NAME),
        ("penalty", penalty(1, CF_XDR_SHXYM="9.14498E+17"), NAME),
        ("penalty", penalty(1, CF_XDR_SHXYM=wrong_check(1)), NAME),
        ("penalty", penalty(1, CF_XDR_SHXYM="914498"), NAME),
        ("honour", honour(1, HO_CODE=""), NAME),
        # The code is sound, something else is wrong: there is nobody to look for.
        ("penalty", penalty(1, CF_WSH=""), ""),
        ("penalty", penalty(1, CF_CFJGDM=""), ""),
        ("penalty", penalty(1, CF_XDR_SHXYM="", CF_XDR_MC=""), ""),
    ],
)
def test_the_name_of_a_row_without_a_code(kind, cells, name):
    verdict = judge_row(cells, kind=kind, row=7, rulebook=RULES, today=date(2026, 6, 1), flaws={})
    assert isinstance(verdict, Rejected)
    problems = [(each.column, each.code) for each in verdict.problems]
    assert named_only(problems, verdict.echo, kind=kind) == name
