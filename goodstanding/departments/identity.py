"""Whom the city's identity service brings: a linked account, or an organisation's representative."""

import hashlib
from datetime import date, datetime

from django.db import transaction

from goodstanding.departments import enrol
from goodstanding.departments.errors import IdentityNotLinked, ReferenceUnknown
from goodstanding.departments.models import Account, IdentityLink
from goodstanding.departments.models.account import new_account_id
from goodstanding.departments.queries import actor_of
from goodstanding.rules.errors import refuse, require_none
from goodstanding.rules.identifiers import judge
from goodstanding.wallclock import LEGAL_ZONE


def account_of(issuer: str, subject: str, *, organisation: str = "", at: datetime) -> Account:
    """The account behind a proven subject at ``at``.

    A subject met with the code of an organisation represents it, for that legal day only. Raises
    `Refused` with `IdentityNotLinked`, whose reference the credit office links, and as `enrol` does.
    """
    link, _ = IdentityLink.objects.get_or_create(
        digest=_digest(issuer, subject), defaults={"met_at": at}
    )
    day = at.astimezone(LEGAL_ZONE).date()
    if organisation:
        _represents(link, organisation, day)
    if link.account is None or not link.account.open_on(day):
        refuse(IdentityNotLinked(reference=link.reference))
    return link.account


def link(account: Account, reference: str) -> IdentityLink:
    """Who showed this reference signs in as ``account`` from now on. `ReferenceUnknown` if none."""
    plain = "".join(reference.upper().split())
    found = IdentityLink.objects.filter(reference=plain, account=None).first()
    if found is None:
        refuse(ReferenceUnknown())
    found.account = account
    found.save(update_fields=["account"])
    return found


def unlink(account: Account) -> int:
    """The identity service opens this account no more; how many links there were."""
    return IdentityLink.objects.filter(account=account).update(account=None)


@transaction.atomic
def _represents(link: IdentityLink, organisation: str, day: date) -> None:
    judged = judge(organisation)
    require_none(judged.problems)
    if link.account is None:
        link.account = Account(id=new_account_id(), login=f"identity/{link.reference}")
        link.account.set_unusable_password()
        link.account.save()
        link.save(update_fields=["account"])
    if judged.code not in actor_of(link.account, on=day).organisations:
        enrol.represent(link.account, judged.code, first=day, last=day)


def _digest(issuer: str, subject: str) -> str:
    return hashlib.sha256(f"{issuer}\n{subject}".encode()).hexdigest()
