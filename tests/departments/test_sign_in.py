"""Ten wrong passwords in fifteen minutes, and what the log keeps of it."""

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.contrib.auth import get_user_model
from django.db import connections

from goodstanding.departments import enrol
from goodstanding.departments.backend import AccountBackend
from goodstanding.departments.models import Account, SignIn
from goodstanding.departments.queries import actor_of
from goodstanding.departments.signin import FAILURES, authenticate
from goodstanding.rules.actors import Role
from goodstanding.rules.errors import Refused
from tests.departments.people import FIRST, PASSWORD

NOON = datetime(2018, 3, 1, 4, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


@pytest.fixture
def account(database, quick_passwords):
    return enrol.open_account(login="tax/lin", password=PASSWORD)


def told(login, password, at):
    with pytest.raises(Refused) as refused:
        authenticate(login, password, at=at)
    return refused.value.codes


def fail(times, *, start=NOON, step=SECOND):
    return [told("tax/lin", "wrong", start + step * n) for n in range(times)]


def test_the_right_password_signs_in_and_is_logged(account):
    assert authenticate("tax/lin", PASSWORD, at=NOON) == account
    assert list(SignIn.objects.values_list("account", "at", "outcome")) == [
        (account.id, NOON, "done")
    ]


@pytest.mark.parametrize("login", ["nobody", "TAX/LIN", "", "tax/lin\0", "x" * 5000, "林"])
def test_an_unknown_name_is_told_the_same_as_a_wrong_password_and_is_not_kept(account, login):
    assert told(login, PASSWORD, NOON) == told("tax/lin", "wrong", NOON) == ("SignInFailed",)
    assert [row.account_id for row in SignIn.objects.order_by("pk")] == [None, account.id]


def test_the_tenth_failure_locks_and_the_right_password_no_longer_helps(account):
    assert fail(FAILURES - 1) == [("SignInFailed",)] * (FAILURES - 1)
    assert authenticate("tax/lin", PASSWORD, at=NOON + MINUTE)
    fail(FAILURES, start=NOON + 2 * MINUTE)
    assert told("tax/lin", PASSWORD, NOON + 3 * MINUTE) == ("SignInLocked",)


def test_the_lock_opens_when_the_oldest_of_the_ten_is_fifteen_minutes_old(account):
    fail(FAILURES)
    with pytest.raises(Refused, match="after 12:15"):
        authenticate("tax/lin", PASSWORD, at=NOON + 15 * MINUTE - SECOND)
    assert authenticate("tax/lin", PASSWORD, at=NOON + 15 * MINUTE) == account


def test_knocking_at_a_locked_door_does_not_prolong_the_lock(account):
    fail(FAILURES)
    assert fail(30, start=NOON + 5 * MINUTE) == [("SignInLocked",)] * 30
    assert authenticate("tax/lin", PASSWORD, at=NOON + 15 * MINUTE) == account


def test_slow_failures_never_lock(account):
    assert set(fail(20, step=2 * MINUTE)) == {("SignInFailed",)}


def test_a_success_wipes_the_slate(account):
    fail(FAILURES - 1)
    authenticate("tax/lin", PASSWORD, at=NOON + MINUTE)
    fail(FAILURES - 1, start=NOON + 2 * MINUTE)
    assert authenticate("tax/lin", PASSWORD, at=NOON + 3 * MINUTE) == account


def test_one_account_locked_leaves_the_others_alone(account):
    other = enrol.open_account(login="tax/he", password=PASSWORD)
    fail(FAILURES)
    assert authenticate("tax/he", PASSWORD, at=NOON + MINUTE) == other


def test_a_closed_account_is_told_no_more_than_a_wrong_password(account):
    enrol.close_account(account, on=FIRST)
    assert told("tax/lin", PASSWORD, NOON) == ("SignInFailed",)
    assert SignIn.objects.get().outcome == "closed"
    # 23:59 of the day before, in Shanghai.
    assert authenticate("tax/lin", PASSWORD, at=NOON - 12 * 60 * MINUTE - MINUTE) == account


def test_guesses_sent_at_once_are_counted_one_after_the_other(account):
    start, codes = Barrier(16), []

    def guess():
        start.wait()
        try:
            authenticate("tax/lin", "wrong", at=NOON)
        except Refused as refusal:
            codes.extend(refusal.codes)
        finally:
            connections.close_all()

    threads = [Thread(target=guess) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(codes) == ["SignInFailed"] * FAILURES + ["SignInLocked"] * 6


def test_a_session_finds_its_account_and_a_closed_one_may_nothing(account):
    backend = AccountBackend()
    enrol.grant_role(account, Role.OFFICER, department="tax", first=FIRST)
    enrol.close_account(account, on=FIRST + timedelta(days=1))
    found = backend.get_user(account.id)
    assert actor_of(found, on=FIRST).roles == {Role.OFFICER}
    assert actor_of(found, on=FIRST + timedelta(days=1)).roles == {Role.VISITOR}
    assert backend.get_user("o-nobody") is None


def test_the_password_is_kept_as_a_hash_only(account):
    assert get_user_model() is Account
    assert PASSWORD not in account.password
    assert {field.name for field in SignIn._meta.get_fields()} == {
        *("id", "account", "at", "outcome", "means")
    }
