"""What messages are about: every kind, whether it may be declined, and to whom it goes."""

from enum import StrEnum

import msgspec

#: A credit code is known by its length; everybody else by how the disclosure ledger names them.
CODE_LENGTH = 18
CLIENT, ACCOUNT, INSTITUTION = "c-", "o-", "i-"


class Sort(StrEnum):
    """What an addressee is."""

    DEPARTMENT = "department"
    CLIENT = "client"
    ORGANISATION = "organisation"
    ACCOUNT = "account"
    INSTITUTION = "institution"


class Channel(StrEnum):
    """How a message reaches its addressee; ``page``: by our own pages alone, nobody gave an address."""

    EMAIL = "email"
    SMS = "sms"
    WEBHOOK = "webhook"
    PAGE = "page"


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of message. A courtesy may be declined; what has to be told may not.

    ``event``: what a webhook calls it. ``subject``: what the id in it is an id of.
    """

    id: str
    event: str
    to: tuple[Sort, ...]
    subject: str
    courtesy: bool


_RECIPIENTS = (Sort.DEPARTMENT, Sort.CLIENT)
#: An institution outside the administration is told of what falls, and asked nothing.
_TOLD = (*_RECIPIENTS, Sort.INSTITUTION)
_OUTSIDE = (Sort.INSTITUTION,)
_DESK = (Sort.DEPARTMENT,)
_SUBJECTS = (Sort.ORGANISATION,)


def _kind(id: str, event: str, to: tuple[Sort, ...], subject: str, *, courtesy: bool) -> Kind:
    return Kind(id=id, event=event, to=to, subject=subject, courtesy=courtesy)


_ALL = (
    _kind("recall", "recall.opened", _TOLD, "recall", courtesy=False),
    _kind("recall-reminder", "recall.reminded", _RECIPIENTS, "recall", courtesy=False),
    _kind("reopening", "check.reopened", _RECIPIENTS, "receipt", courtesy=False),
    _kind("watch", "watch.changed", _RECIPIENTS, "watch", courtesy=False),
    _kind("objection-filed", "objection.filed", _DESK, "objection", courtesy=True),
    _kind("repair-filed", "repair.filed", _DESK, "repair", courtesy=True),
    _kind("lift-soon", "lift.due", _DESK, "task", courtesy=True),
    _kind("lift-overdue", "lift.overdue", _DESK, "task", courtesy=True),
    _kind("return-soon", "return.due", _DESK, "return", courtesy=True),
    _kind("return-overdue", "return.overdue", _DESK, "return", courtesy=True),
    _kind("changes", "register.changed", _RECIPIENTS, "changes", courtesy=True),
    _kind("test", "test", _TOLD, "endpoint", courtesy=False),
    _kind("statement-begun", "statement.begun", _SUBJECTS, "case", courtesy=False),
    _kind("statement-ending", "statement.ending", _SUBJECTS, "case", courtesy=True),
    _kind("objection-accepted", "objection.accepted", _SUBJECTS, "objection", courtesy=True),
    _kind("objection-decided", "objection.decided", _SUBJECTS, "objection", courtesy=False),
    _kind("repair-papers", "repair.papers", _SUBJECTS, "repair", courtesy=False),
    _kind("repair-accepted", "repair.accepted", _SUBJECTS, "repair", courtesy=True),
    _kind("repair-decided", "repair.decided", _SUBJECTS, "repair", courtesy=False),
    _kind("repair-revocation", "repair.revocation", _SUBJECTS, "repair", courtesy=False),
    _kind("repair-revoked", "repair.revoked", _SUBJECTS, "repair", courtesy=False),
    _kind("record-corrected", "record.corrected", _SUBJECTS, "record", courtesy=False),
    _kind("record-withdrawn", "record.withdrawn", _SUBJECTS, "record", courtesy=False),
    _kind("record-over", "record.over", _SUBJECTS, "record", courtesy=True),
    _kind("designation-revoked", "designation.revoked", _SUBJECTS, "case", courtesy=False),
    _kind("designation-over", "designation.over", _SUBJECTS, "case", courtesy=True),
    _kind("promise-made", "promise.made", _DESK, "promise", courtesy=True),
    _kind("promise-verify", "promise.verify", _DESK, "promise", courtesy=True),
    _kind("promise-soon", "promise.due", _SUBJECTS, "promise", courtesy=True),
    _kind("promise-notice", "promise.notice", _SUBJECTS, "promise", courtesy=False),
    _kind("papers-over", "papers.overdue", _DESK, "application", courtesy=True),
    _kind("papers-soon", "papers.due", _SUBJECTS, "application", courtesy=True),
    _kind("application-papers", "application.papers", _SUBJECTS, "application", courtesy=False),
    _kind("application-accepted", "application.accepted", _SUBJECTS, "application", courtesy=True),
    _kind("application-decided", "application.decided", _SUBJECTS, "application", courtesy=False),
    _kind("promise-found", "promise.found", _SUBJECTS, "promise", courtesy=False),
    _kind("consent-reminder", "consent.reminder", _SUBJECTS, "consent", courtesy=False),
    _kind("consent-given", "consent.given", _OUTSIDE, "consent", courtesy=True),
    _kind("consent-revoked", "consent.revoked", _OUTSIDE, "consent", courtesy=False),
    _kind("ask-again", "check.ask-again", _SUBJECTS, "organisation", courtesy=False),
)
KINDS: dict[str, Kind] = {each.id: each for each in _ALL}


def sort_of(addressee: str) -> Sort:
    """What an addressee is: a department's id, a client's, an account's, an institution's, a code."""
    if len(addressee) == CODE_LENGTH and addressee == addressee.upper():
        return Sort.ORGANISATION
    if addressee.startswith(CLIENT):
        return Sort.CLIENT
    if addressee.startswith(INSTITUTION):
        return Sort.INSTITUTION
    return Sort.ACCOUNT if addressee.startswith(ACCOUNT) else Sort.DEPARTMENT


def asked(addressee: str) -> bool:
    """Whether anything is asked of an addressee: an institution outside is told, and asked nothing."""
    return sort_of(addressee) is not Sort.INSTITUTION


def kinds_for(sort: Sort) -> tuple[Kind, ...]:
    """The kinds of message that go to addressees of a sort, in the order of the table."""
    return tuple(each for each in _ALL if sort in each.to)
