"""The ordinary log of what was done about accounts."""

from datetime import datetime

from goodstanding.departments.models import Account, AccountEvent


def note(account: Account, kind: str, *, by: str, at: datetime, reason: str = "") -> None:
    """Write down that ``by`` (an account's id) did this about ``account``."""
    AccountEvent.objects.create(account=account, kind=kind, by_id=by, at=at, reason=reason)
