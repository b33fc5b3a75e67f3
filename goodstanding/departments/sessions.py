"""Sessions: how long they last, which are open, and ending them; times by the machine's clock."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet

from goodstanding.departments.models import Account, OpenSession, SignIn

#: However busy: a day's work, then the password again.
LONGEST = timedelta(hours=8)
#: A write for every page would say nothing more.
NOTICED = timedelta(minutes=1)
_Ending = OpenSession.Ending


def begin(account: Account, *, means: str = SignIn.Means.PASSWORD, at: datetime) -> OpenSession:
    """A new session of the account."""
    return OpenSession.objects.create(account=account, means=means, begun_at=at, seen_at=at)


def arrive(account: Account, handle: str, *, at: datetime) -> OpenSession:
    """The session of a request at ``at``; ended, with the reason, if it lasts no longer.

    It ends after `settings.SESSION_IDLE` without a request and eight hours after its beginning. A
    session that nobody began is a new one.
    """
    found = OpenSession.objects.filter(handle=handle, account=account).first() if handle else None
    if found is None:
        return begin(account, at=at)
    if found.ended_at:
        return found
    if at - found.begun_at > LONGEST:
        return end(found, _Ending.LONG, at=at)
    if at - found.seen_at > settings.SESSION_IDLE:
        return end(found, _Ending.IDLE, at=at)
    if at - found.seen_at > NOTICED:
        found.seen_at = at
        found.save(update_fields=["seen_at"])
    return found


def end(session: OpenSession, ending: str, *, at: datetime) -> OpenSession:
    """End one session; one that has ended stays as it is."""
    if session.ended_at is None:
        session.ended_at, session.ending = at, ending
        session.save(update_fields=["ended_at", "ending"])
    return session


def end_all(account: Account, ending: str, *, at: datetime, but: str = "") -> int:
    """End every session of the account but the one with the handle ``but``; how many."""
    ended = opened(account, at=at).exclude(handle=but)
    return ended.update(ended_at=at, ending=ending)


def opened(account: Account, *, at: datetime) -> QuerySet[OpenSession]:
    """The sessions still open at ``at``, the latest seen first."""
    return OpenSession.objects.filter(
        account=account,
        ended_at=None,
        seen_at__gte=at - settings.SESSION_IDLE,
        begun_at__gte=at - LONGEST,
    ).order_by("-seen_at", "handle")
