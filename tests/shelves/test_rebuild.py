"""The shelves hold exactly what the acts say, at every point of a history."""

import pytest
from django.db import connections

from goodstanding.register.rebuilding import rebuild
from tests.shelves import history

HISTORIES = {
    "withdrawn": [*history.UNTIL_WITHDRAWN],
    "dismissed": [*history.UNTIL_DISMISSED],
    "corrected": [*history.UNTIL_NOTICE, history.CORRECTED],
    "renamed": [history.entered(), history.named("岚港市新名电子有限公司", history.FIRST_DAY)],
    "over": [
        *history.UNTIL_APPLIED,
        history.fed_back(history.APPLIED, f"{history.APPLIED}.lift", history.LAST_DAY),
    ],
}


@pytest.mark.parametrize("name", HISTORIES)
def test_a_rebuild_finds_no_difference(database, name):
    history.record_acts(HISTORIES[name])
    report = rebuild(verify=True)
    assert report.acts == len(HISTORIES[name])
    assert report.found == ()


def test_a_rebuild_finds_what_was_changed_by_hand_and_puts_it_right(database):
    history.record_acts(history.UNTIL_STAYED)
    with connections["default"].cursor() as cursor:
        cursor.execute("UPDATE publication_entry SET disputed = false")
        cursor.execute("DELETE FROM clocks_clock WHERE kind = 'verification'")
    assert {each.table for each in rebuild(verify=True).found} == {
        "publication_entry",
        "clocks_clock",
    }
    rebuild(verify=False)
    assert rebuild(verify=True).found == ()
