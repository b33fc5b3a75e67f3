"""Signing in with name and password, with a lock-out that guessing cannot outrun."""

from datetime import datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.db import transaction

from goodstanding.departments.errors import SignInFailed, SignInLocked
from goodstanding.departments.models import Account, SignIn
from goodstanding.rules.errors import Refusal, refuse
from goodstanding.wallclock import LEGAL_ZONE

FAILURES = 10
WINDOW = timedelta(minutes=15)
_Outcome = SignIn.Outcome


def authenticate(login: str, password: str, *, at: datetime) -> Account:
    """The account that may sign in with this name and password at ``at`` (aware, UTC).

    Ten wrong passwords within fifteen minutes, none right in between, lock the account until the
    oldest of the ten is fifteen minutes old. Every attempt is logged, also in a closed account's
    name. Raises `Refused` with `SignInFailed` or `SignInLocked`.
    """
    with transaction.atomic():
        account = _locked_row(login)
        outcome, refusal = _judge(account, password, at)
        SignIn.objects.create(account=account, at=at, outcome=outcome)
    if account is None or refusal:
        refuse(refusal or SignInFailed())
    return account


def _locked_row(login: str) -> Account | None:
    # The row is locked, so that guesses sent at once are counted one after the other.
    if not login.isprintable():
        return None
    return Account.objects.select_for_update(no_key=True).filter(login=login).first()


def _judge(account: Account | None, password: str, at: datetime) -> tuple[str, Refusal | None]:
    if account is None:
        # As much work as for a known name, so that the time taken does not tell which exist.
        make_password(password)
        return _Outcome.FAILED, SignInFailed()
    if until := _locked_until(account, at):
        return _Outcome.LOCKED, SignInLocked(until=f"{until.astimezone(LEGAL_ZONE):%H:%M}")
    if not account.check_password(password):
        return _Outcome.FAILED, SignInFailed()
    if not account.open_on(at.astimezone(LEGAL_ZONE).date()):
        return _Outcome.CLOSED, SignInFailed()
    return _Outcome.DONE, None


def _locked_until(account: Account, at: datetime) -> datetime | None:
    recent = account.sign_ins.filter(at__gt=at - WINDOW, at__lte=at)
    done = recent.filter(outcome=_Outcome.DONE).order_by("-at").first()
    failed = recent.filter(outcome=_Outcome.FAILED, **({"at__gt": done.at} if done else {}))
    latest = list(failed.order_by("-at").values_list("at", flat=True)[:FAILURES])
    return latest[-1] + WINDOW if len(latest) == FAILURES else None
