"""Acts of service: an attempt failed, a public notice was put up, a letter was served."""

from datetime import date

import msgspec


class TermEnd(msgspec.Struct, frozen=True, kw_only=True):
    """The last day of a term of ``value`` ``unit`` (days or months), counted from ``start``.

    ``due`` is null while the official calendar of a year it crosses is not loaded; it is then not
    before ``not_before``.
    """

    start: date
    value: int
    unit: str
    due: date | None
    not_before: date | None
    rule: str


class ServiceFailed(msgspec.Struct, frozen=True, kw_only=True, tag="service-failed/1"):
    """An attempt to serve a letter that failed, and why; every attempt is kept."""

    letter: str
    method: str
    attempted_on: date
    reason: str
    proof: str


class PublicNoticeBegun(msgspec.Struct, frozen=True, kw_only=True, tag="public-notice-begun/1"):
    """A letter that could not be served otherwise is announced; served once ``ends`` is over.

    ``document``: the number of the public notice; ``proof``: where it was put up.
    """

    letter: str
    document: str
    published_on: date
    proof: str
    ends: TermEnd


class LetterServed(msgspec.Struct, frozen=True, kw_only=True, tag="letter-served/1"):
    """A letter was served: how, by which proof; from here the remedies have their own clocks.

    ``witness``: of a letter left at the premises, by role; ``consent``: where it is kept that the
    organisation agreed to electronic service; ``through``: the authority entrusted with it.
    """

    letter: str
    served_on: date
    method: str
    proof: str
    witness: str
    consent: str
    through: str
    reconsideration: TermEnd | None
    court: TermEnd | None
