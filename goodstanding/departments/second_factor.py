"""The second factor: codes of a phone (RFC 6238) and recovery codes; kept here, computed by pyotp."""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable
from datetime import datetime

import pyotp
from django.conf import settings

from goodstanding.departments import secrets_kept
from goodstanding.departments.errors import CodeWrong
from goodstanding.departments.models import Account, RecoveryCode, SecondFactor, SignIn
from goodstanding.rules.actors import STAFF, Actor
from goodstanding.rules.errors import refuse

STEP = 30
RECOVERY_CODES = 10
ISSUER = "Goodstanding"


def in_use(account: Account) -> SecondFactor | None:
    """The second factor of the account, if it has confirmed one."""
    return SecondFactor.objects.filter(account=account, confirmed_at__isnull=False).first()


def have_one(ids: Iterable[str]) -> set[str]:
    """Which of these accounts have a second factor."""
    found = SecondFactor.objects.filter(account__in=list(ids), confirmed_at__isnull=False)
    return set(found.values_list("account_id", flat=True))


def required(actor: Actor) -> bool:
    """Whether this person may only work here with a second factor."""
    return settings.SECOND_FACTOR == "required" and bool(actor.roles & STAFF)


def offered(account: Account) -> str:
    """The secret to be enrolled (base32): the same one until it is confirmed."""
    found, _ = SecondFactor.objects.get_or_create(
        account=account, defaults={"secret": secrets_kept.sealed(pyotp.random_base32())}
    )
    secret = secrets_kept.opened(found.secret)
    if not secret:
        secret = pyotp.random_base32()
        found.secret, found.confirmed_at = secrets_kept.sealed(secret), None
        found.save(update_fields=["secret", "confirmed_at"])
    return secret


def address(account: Account, secret: str) -> str:
    """What the QR code says to the phone."""
    return pyotp.TOTP(secret).provisioning_uri(name=account.login, issuer_name=ISSUER)


def confirm(account: Account, code: str, *, at: datetime) -> list[str]:
    """From now on the account has a second factor; answers with its recovery codes, shown once.

    ``at`` is the moment by the machine's clock. Raises `Refused` with `CodeWrong`.
    """
    found = SecondFactor.objects.select_for_update().filter(account=account).first()
    if found is None or not _fits(found, code, at):
        refuse(CodeWrong())
    found.confirmed_at = at
    found.save(update_fields=["confirmed_at", "last_step"])
    return renew_recovery_codes(account)


def accepted(account: Account, typed: str, *, at: datetime) -> str | None:
    """By what the code proves the account at ``at`` (machine's clock), or None; it is used up.

    A code of six digits is the phone's, of its step or one beside it, and works once; anything else
    is looked for among the recovery codes.
    """
    plain = "".join(each for each in typed.upper() if each.isalnum())
    if len(plain) == 6 and plain.isdecimal():
        found = SecondFactor.objects.select_for_update().filter(account=account).first()
        fits = found is not None and found.confirmed_at is not None and _fits(found, plain, at)
        return SignIn.Means.CODE if fits else None
    left = RecoveryCode.objects.filter(account=account, digest=_digest(plain), used_at=None)
    return SignIn.Means.RECOVERY if left.update(used_at=at) else None


def renew_recovery_codes(account: Account) -> list[str]:
    """Ten new codes; the old ones open nothing from now on."""
    codes = [_new_code() for _ in range(RECOVERY_CODES)]
    RecoveryCode.objects.filter(account=account).delete()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(account=account, digest=_digest(code)) for code in codes
    )
    return ["-".join(code[n : n + 4] for n in range(0, len(code), 4)) for code in codes]


def codes_left(account: Account) -> int:
    """How many recovery codes are not used yet."""
    return RecoveryCode.objects.filter(account=account, used_at=None).count()


def remove(account: Account) -> None:
    """The account has no second factor any more, and no recovery codes."""
    SecondFactor.objects.filter(account=account).delete()
    RecoveryCode.objects.filter(account=account).delete()


def _fits(factor: SecondFactor, code: str, at: datetime) -> bool:
    """Whether the code is of a step near ``at`` that is later than the last one used."""
    secret = secrets_kept.opened(factor.secret)
    plain = "".join(code.split())
    now = int(at.timestamp()) // STEP
    for step in (now - 1, now, now + 1) if secret and plain.isascii() else ():
        right = hmac.compare_digest(pyotp.TOTP(secret).at(step * STEP), plain)
        if right and (factor.last_step is None or step > factor.last_step):
            factor.last_step = step
            factor.save(update_fields=["last_step"])
            return True
    return False


def _new_code() -> str:
    return base64.b32encode(secrets.token_bytes(10)).decode()


def _digest(code: str) -> str:
    # No salt is needed: 80 random bits have no dictionary.
    return hashlib.sha256(code.encode()).hexdigest()
