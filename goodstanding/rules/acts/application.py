"""Acts on an application at a department's desk: received, accepted, papers that follow, decided."""

from datetime import date

import msgspec

from goodstanding.rules.acts.values import Deadline


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One check that was asked for the application: its receipt and what it answered."""

    procedure: str
    receipt: str
    answer: str
    act_as: str


class Promised(msgspec.Struct, frozen=True, kw_only=True):
    """The papers an organisation promised in writing to supply, and by when.

    ``document``: of the written promise; ``longest``: what the item allows; ``commitment``: the promise
    of the catalogue that it is, where a text of it was in force.
    """

    papers: tuple[str, ...]
    due: date
    document: str
    longest: Deadline
    commitment: str = ""


class ApplicationReceived(msgspec.Struct, frozen=True, kw_only=True, tag="application-received/1"):
    """An organisation applied for an item: which of its papers are there, which are missing.

    ``list_due``: until when the missing ones are told, null where none is missing or no rule counts.
    """

    item: str
    department: str
    case_number: str
    handed_in: tuple[str, ...]
    missing: tuple[str, ...]
    list_due: Deadline | None
    asked: tuple[Asked, ...]


class MissingPapersTold(msgspec.Struct, frozen=True, kw_only=True, tag="missing-papers-told/1"):
    """The applicant was told, once, of everything that is missing."""

    papers: tuple[str, ...]


class PapersSupplied(msgspec.Struct, frozen=True, kw_only=True, tag="papers-supplied/1"):
    """Papers that were missing or promised are there."""

    papers: tuple[str, ...]


class ApplicationAccepted(msgspec.Struct, frozen=True, kw_only=True, tag="application-accepted/1"):
    """The application is accepted: its limit, and what may still follow.

    ``lane``: `fast` or `ordinary`; ``ordinary``: working days of the ordinary limit, from which
    what was saved is counted; ``promised``: null where nothing follows.
    """

    lane: str
    limit: Deadline
    ordinary: int
    asked: tuple[Asked, ...]
    promised: Promised | None


class ApplicationDecided(msgspec.Struct, frozen=True, kw_only=True, tag="application-decided/1"):
    """It ends: granted, refused, not accepted, or withdrawn by the organisation.

    ``used``: working days it took, null before acceptance or across a year without calendar.
    """

    outcome: str
    document: str
    decided_on: date
    used: int | None


class PapersNotSupplied(msgspec.Struct, frozen=True, kw_only=True, tag="papers-not-supplied/1"):
    """The department records that promised papers did not come by their day."""

    papers: tuple[str, ...]


class ConsequenceNoted(msgspec.Struct, frozen=True, kw_only=True, tag="consequence-noted/1"):
    """What the department did, by its own decision after notice, because promised papers never came.

    ``consequence``: `none` or `revoked`; ``noticed_on``: null where nothing followed.
    """

    consequence: str
    document: str
    noticed_on: date | None
    decided_on: date
