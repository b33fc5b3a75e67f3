"""Reading without signing in is counted, told truthfully, and nobody is remembered."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client, RequestFactory, override_settings

from goodstanding.web import limits

AT = datetime(2026, 11, 24, 4, 0, 15, tzinfo=UTC)
HERE, THERE = "203.0.113.7", "203.0.113.8"

few = override_settings(PAGES_PER_MINUTE=3)


def _counted(address, *, at=AT, **headers):
    return limits.counted(RequestFactory(REMOTE_ADDR=address, headers=headers).get("/"), at=at)


def _rows():
    with connection.cursor() as cursor:
        cursor.execute("SELECT client, number FROM api_window")
        return cursor.fetchall()


@few
def test_each_address_has_its_own_minute(database):
    used = [_counted(HERE).used for _ in range(4)]
    assert used == [1, 2, 3, 4]
    assert _counted(HERE).spent
    assert _counted(THERE).headers == {
        "RateLimit-Limit": "3",
        "RateLimit-Remaining": "2",
        "RateLimit-Reset": "45",
    }
    assert _counted(HERE, at=AT + timedelta(seconds=45)).used == 1


@few
def test_no_address_is_kept_and_past_minutes_are_dropped(database):
    _counted(HERE)
    (first,) = _rows()
    _counted(HERE, at=AT + timedelta(minutes=1))
    (second,) = _rows()
    assert first[0] != second[0]
    assert second[1] == first[1] + 1
    assert HERE not in first[0]


@few
def test_behind_a_proxy_that_is_not_named_nobody_is_counted(database):
    assert _counted("127.0.0.1", **{"X-Forwarded-For": HERE}) is None
    assert _counted("127.0.0.1").used == 1
    assert _counted(HERE, **{"X-Forwarded-For": THERE}).used == 1


@few
@override_settings(ADDRESS_HEADER="X-Real-IP")
def test_a_named_proxy_tells_who_reads(database):
    used = [_counted("127.0.0.1", **{"X-Real-IP": each}).used for each in (HERE, THERE, HERE)]
    assert used == [1, 1, 2]


@few
def test_too_many_pages_are_answered_in_words(city):
    # Twice as many as a minute allows, for the case that the minute turns meanwhile.
    answers = [Client(REMOTE_ADDR=HERE).get("/guide") for _ in range(8)]
    refused = next(each for each in answers if each.status_code == 429)
    assert 1 <= int(refused["Retry-After"]) <= 60
    assert refused["RateLimit-Remaining"] == "0"
    assert "每分钟可以打开 3 个页面" in refused.content.decode()


@few
@pytest.mark.parametrize("who", ["officer", "representative"])
def test_who_signed_in_is_not_counted(city, who):
    client = city.client(who)
    assert {client.get("/guide").status_code for _ in range(8)} == {200}
    assert "RateLimit-Limit" not in client.get("/guide")
