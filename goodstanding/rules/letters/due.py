"""Which letters is an organisation due, and what is missing for one that is not due yet?"""

from datetime import date

from goodstanding.rules.errors import Conflict, Refusal
from goodstanding.rules.repair.state import TAKEN_BACK
from goodstanding.rules.service.state import service_of
from goodstanding.rules.service.waiting import NOTICE
from goodstanding.rules.states import Designation, Objection, Record, Repair, Stage


class LetterOfAnotherAuthority(Conflict):
    """This listing was decided by {authority}: notice and decision are that authority's own letters.
    Ask it for them under the number {document}."""


class NoticeNotServed(Conflict):
    """The notice has not been served yet. The letter is here from the day it is."""


class NoNoticeAnyMore(Conflict):
    """This case ended before a notice was served, so there is no such letter."""


class CaseNotDecided(Conflict):
    """The case is not decided yet. The letter of the decision is here from the day it is."""


class ObjectionNotDecided(Conflict):
    """The objection is not decided yet. The letter of the outcome is here from the day it is."""


class RepairNotTakenUp(Conflict):
    """The application is not taken up yet. The letter is here from the day it is."""


class RepairNotDecided(Conflict):
    """The repair is not decided yet. The letter of the decision is here from the day it is."""


class NoRevocationNotice(Conflict):
    """No notice of a revocation was served, so there is no such letter."""


class RepairNotRevoked(Conflict):
    """The repair is not revoked, so there is no such letter."""


class RecordNeverCorrected(Conflict):
    """The record was never corrected, so there is no such letter."""


class RecordNotTakenBack(Conflict):
    """The record is not taken back, so there is no such letter."""


class StillInForce(Conflict):
    """The designation has not ended. The letter that confirms its end is here once it has."""


class NotFoundWrong(Conflict):
    """It was not found to be wrong, so there is nothing to ask again for."""


class RepairDecidedElsewhere(Conflict):
    """The repair was decided by {by}, whose letter it is."""


def notice_refusals(case: Designation, *, serving: bool) -> list[Refusal]:
    """The notice is a letter once served or announced; before that only for who has to serve it.

    Args:
        serving: whether the reader serves the department of the case.
    """
    if case.elsewhere:
        return [_anothers(case)]
    if case.notice is not None:
        return []
    if case.stage is not Stage.PROPOSED:
        return [NoNoticeAnyMore()]
    announced = service_of(case.services, NOTICE).public is not None
    return [] if serving or announced else [NoticeNotServed()]


def decision_refusals(case: Designation) -> list[Refusal]:
    """The decision is a letter once taken here, to designate or not to."""
    if case.elsewhere:
        return [_anothers(case)]
    return [] if case.decided_on else [CaseNotDecided()]


def outcome_refusals(objection: Objection) -> list[Refusal]:
    """The outcome of an objection is a letter once decided."""
    return [] if objection.decided_on else [ObjectionNotDecided()]


def accepted_refusals(repair: Repair) -> list[Refusal]:
    """An application is a letter once taken up."""
    return [] if repair.accepted_on else [RepairNotTakenUp()]


def repair_refusals(repair: Repair) -> list[Refusal]:
    """The outcome of a repair is a letter once decided; what was taken back has none."""
    if repair.elsewhere:
        return [RepairDecidedElsewhere(by=repair.elsewhere.authority)]
    decided = repair.decided_on and repair.outcome != TAKEN_BACK
    return [] if decided else [RepairNotDecided()]


def revocation_notice_refusals(repair: Repair) -> list[Refusal]:
    """The notice of a revocation is a letter once served."""
    return [] if repair.revocation else [NoRevocationNotice()]


def revocation_refusals(repair: Repair) -> list[Refusal]:
    """A revocation is a letter once decided."""
    return [] if repair.revoked_on else [RepairNotRevoked()]


def correction_refusals(record: Record) -> list[Refusal]:
    """A record has a letter of its last correction."""
    return [] if len(record.versions) > 1 else [RecordNeverCorrected()]


def withdrawal_refusals(record: Record) -> list[Refusal]:
    """A record has a letter of its withdrawal."""
    return [] if record.withdrawn else [RecordNotTakenBack()]


def lifted_refusals(case: Designation, on: date) -> list[Refusal]:
    """The end of a designation is confirmed from the day after its last, or from its ending by an act.

    A repair that was revoked brings it back: nothing is confirmed while it is in force.
    """
    span = case.span
    over = span is not None and (span.ending is not None or on > span.last_day)
    return [] if over else [StillInForce()]


def again_refusals(target: Record | Designation) -> list[Refusal]:
    """Only what was wrong from the start is asked for again."""
    if isinstance(target, Record):
        wrong = target.withdrawn is not None and target.withdrawn.as_wrong
    else:
        ending = target.span.ending if target.span else None
        wrong = ending is not None and ending.from_start
    return [] if wrong else [NotFoundWrong()]


def _anothers(case: Designation) -> Refusal:
    return LetterOfAnotherAuthority(authority=case.authority, document=case.document)
