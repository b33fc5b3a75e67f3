"""One thing one addressee is to be told once; and what acts are news of."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import msgspec

from goodstanding.rules.actors import institution_recipient
from goodstanding.rules.acts import (
    application,
    commitment,
    consent,
    designation,
    objection,
    record,
    repair,
)
from goodstanding.rules.acts.envelope import Act
from goodstanding.rules.telling.kinds import KINDS


class News(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be told: ids only, never what stands in a record.

    ``occurrence`` tells apart what can happen to a subject more than once: a position, or a day.
    ``position``: the act behind it, 0 where none is. ``organisation``: whom it is about, where it is
    about one. ``not_after``: from the day after it, it is of no use any more.
    """

    kind: str
    addressee: str
    subject: str
    occurrence: str
    organisation: str = ""
    position: int = 0
    not_after: date | None = None

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Told once under this key, it is never told again."""
        return self.addressee, self.kind, self.subject, self.occurrence


#: An ending of a designation that follows neither from an objection nor from a record or a repair:
#: those are told under their own names.
_BY_ITSELF = "revoked"


def news_of(acts: Iterable[Act]) -> tuple[News, ...]:
    """What acts are news of to the organisation or to the department in charge, in their order."""
    return tuple(news for act in acts for news in _of(act))


def _of(act: Act) -> tuple[News, ...]:
    told = _TELLS.get(type(act.effect))
    return told(act) if told else ()


def _organisation(kind: str, until: str = "") -> Callable[[Act], tuple[News, ...]]:
    """To the organisation itself; ``until`` is the effect's deadline after which it is of no use."""

    def told(act: Act) -> tuple[News, ...]:
        deadline: Any = getattr(act.effect, until) if until else None
        last = deadline.due if deadline else None
        return (_news(act, kind, act.header.stream, last),)

    return told


def _department(kind: str) -> Callable[[Act], tuple[News, ...]]:
    """To the department in charge, unless it entered this itself at its counter."""

    def told(act: Act) -> tuple[News, ...]:
        owner: str = getattr(act.effect, "department", "")
        return () if act.header.department == owner else (_news(act, kind, owner, None),)

    return told


def _grantee(kind: str) -> Callable[[Act], tuple[News, ...]]:
    """To the institution that consent was given to."""

    def told(act: Act) -> tuple[News, ...]:
        code: str = getattr(act.effect, "grantee", "")
        last = getattr(act.effect, "last_day", None)
        return (_news(act, kind, institution_recipient(code), last),)

    return told


def _revoked(act: Act) -> tuple[News, ...]:
    ended = act.effect
    if isinstance(ended, designation.DesignationEnded) and ended.cause == _BY_ITSELF:
        return (_news(act, "designation-revoked", act.header.stream, None),)
    return ()


def _news(act: Act, kind: str, addressee: str, not_after: date | None) -> News:
    return News(
        kind=KINDS[kind].id,
        addressee=addressee,
        subject=act.header.aggregate,
        occurrence=str(act.header.position),
        organisation=act.header.stream,
        position=act.header.position,
        not_after=not_after,
    )


_CORRECTED = _organisation("record-corrected")
_TELLS: dict[type, Callable[[Act], tuple[News, ...]]] = {
    designation.NoticeServed: _organisation("statement-begun", until="statement"),
    designation.DesignationEnded: _revoked,
    commitment.CommitmentMade: _department("promise-made"),
    commitment.BreachNotified: _organisation("promise-notice", until="statement"),
    commitment.CommitmentFound: _organisation("promise-found"),
    application.MissingPapersTold: _organisation("application-papers"),
    application.ApplicationAccepted: _organisation("application-accepted"),
    application.ApplicationDecided: _organisation("application-decided"),
    objection.ObjectionFiled: _department("objection-filed"),
    objection.ObjectionAccepted: _organisation("objection-accepted"),
    objection.ObjectionDecided: _organisation("objection-decided"),
    repair.RepairApplied: _department("repair-filed"),
    repair.RepairPapersAsked: _organisation("repair-papers"),
    repair.RepairAccepted: _organisation("repair-accepted"),
    repair.RepairDecided: _organisation("repair-decided"),
    repair.RevocationNotified: _organisation("repair-revocation", until="statement"),
    repair.RepairRevoked: _organisation("repair-revoked"),
    record.RecordCorrectedV1: _CORRECTED,
    record.RecordCorrectedV2: _CORRECTED,
    record.RecordCorrected: _CORRECTED,
    consent.ConsentGiven: _grantee("consent-given"),
    consent.ConsentRevoked: _grantee("consent-revoked"),
    record.RecordWithdrawn: _organisation("record-withdrawn"),
}
#: The kinds of act that are news, as they stand in the headers.
ACT_KINDS: tuple[str, ...] = tuple(
    sorted(str(each.__struct_config__.tag) for each in _TELLS)  # type: ignore[attr-defined]
)
