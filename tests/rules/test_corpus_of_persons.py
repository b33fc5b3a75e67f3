"""Every row of the corpus that holds an identity number or is about a person leaves nothing behind."""

from collections import Counter
from datetime import date

import msgspec
import pytest

from goodstanding.rules.record_types import Quarantined
from goodstanding.rules.records import judge_row
from tests.corpus.rows import Labelled, corpus
from tests.rules.intake_rules import RULES

TODAY = date(2026, 6, 1)


def judged(row: Labelled):
    return judge_row(row.cells, kind=row.record_kind, row=7, rulebook=RULES, today=TODAY)


@pytest.mark.slow
def test_recall_is_complete_and_nothing_of_a_person_is_kept():
    rows, missed, kept = 0, Counter(), Counter()
    for row in corpus():
        verdict = judged(row)
        rows += 1
        missed[row.kind] += row.stopped and not isinstance(verdict, Quarantined)
        told = msgspec.json.encode(verdict).decode()
        if row.group != "detail in facts":  # found by words beside it: measured, no gate
            kept[row.kind] += any(secret in told for secret in row.secrets)
    assert rows >= 20_000
    assert +missed == Counter()
    assert +kept == Counter()


def test_the_same_seed_gives_the_same_rows():
    first, second = ([msgspec.json.encode(row) for row in corpus(5, each=1)] for _ in range(2))
    assert first == second
