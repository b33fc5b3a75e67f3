"""Signing in with name, password and code, with a lock-out that guessing cannot outrun."""

from datetime import datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.db import transaction

from goodstanding.departments import second_factor
from goodstanding.departments.errors import CodeWrong, PasswordWrong, SignInFailed, SignInLocked
from goodstanding.departments.models import Account, SignIn
from goodstanding.departments.queries import actor_of
from goodstanding.rules.errors import Refusal, refuse
from goodstanding.wallclock import LEGAL_ZONE

FAILURES = 10
WINDOW = timedelta(minutes=15)
_Outcome = SignIn.Outcome


def authenticate(login: str, password: str, *, at: datetime) -> Account:
    """The account that may sign in with this name and password at ``at`` (aware, UTC).

    Ten wrong passwords or codes within fifteen minutes, no sign-in in between, lock the account
    until the oldest of the ten is fifteen minutes old. Every attempt is logged, also in a closed
    account's name. Whether a code must follow: `asks_more`. Raises `Refused` with `SignInFailed` or
    `SignInLocked`.
    """
    with transaction.atomic():
        account = _locked_row(login)
        outcome, refusal = _judge(account, password, at)
        SignIn.objects.create(account=account, at=at, outcome=outcome)
    if account is None or refusal:
        refuse(refusal or SignInFailed())
    return account


def asks_more(account: Account, *, at: datetime) -> bool:
    """Whether the password alone does not sign in: a code is due, or a second factor is missing."""
    if second_factor.in_use(account):
        return True
    return second_factor.required(actor_of(account, on=at.astimezone(LEGAL_ZONE).date()))


def check_password(account: Account, password: str, *, at: datetime) -> None:
    """The password again, before something that matters; a wrong one counts as at the door.

    Raises `Refused` with `PasswordWrong` or `SignInLocked`.
    """
    with transaction.atomic():
        Account.objects.select_for_update(no_key=True).get(pk=account.pk)
        until = _locked_until(account, at)
        right = not until and account.check_password(password)
        if not right:
            failed = _Outcome.LOCKED if until else _Outcome.FAILED
            log(account, failed, SignIn.Means.PASSWORD, at=at)
    if until:
        refuse(_locked(until))
    if not right:
        refuse(PasswordWrong())


def check_code(account: Account, code: str, *, at: datetime, machine: datetime) -> str:
    """By what the code proves the account; a wrong one counts like a wrong password.

    ``at`` is written into the log, ``machine`` is what the phone's clock is compared with. Raises
    `Refused` with `CodeWrong` or `SignInLocked`.
    """
    with transaction.atomic():
        Account.objects.select_for_update(no_key=True).get(pk=account.pk)
        until = _locked_until(account, at)
        means = None if until else second_factor.accepted(account, code, at=machine)
        if until or means is None:
            failed = _Outcome.LOCKED if until else _Outcome.CODE
            log(account, failed, SignIn.Means.CODE, at=at)
    if until:
        refuse(_locked(until))
    return means or refuse(CodeWrong())


def log(account: Account, outcome: str, means: str, *, at: datetime) -> None:
    """Write an attempt into the log of sign-ins."""
    SignIn.objects.create(account=account, at=at, outcome=outcome, means=means)


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
        return _Outcome.LOCKED, _locked(until)
    if not account.check_password(password):
        return _Outcome.FAILED, SignInFailed()
    if not account.open_on(at.astimezone(LEGAL_ZONE).date()):
        return _Outcome.CLOSED, SignInFailed()
    return _Outcome.ASKED if asks_more(account, at=at) else _Outcome.DONE, None


def _locked(until: datetime) -> SignInLocked:
    return SignInLocked(until=f"{until.astimezone(LEGAL_ZONE):%H:%M}")


def _locked_until(account: Account, at: datetime) -> datetime | None:
    recent = account.sign_ins.filter(at__gt=at - WINDOW, at__lte=at)
    done = recent.filter(outcome=_Outcome.DONE).order_by("-at").first()
    wrong = (_Outcome.FAILED, _Outcome.CODE)
    failed = recent.filter(outcome__in=wrong, **({"at__gt": done.at} if done else {}))
    latest = list(failed.order_by("-at").values_list("at", flat=True)[:FAILURES])
    return latest[-1] + WINDOW if len(latest) == FAILURES else None
