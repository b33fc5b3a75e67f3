"""Which letters is an organisation due, and what is missing for one that is not due yet?"""

from goodstanding.rules.errors import Conflict, Refusal
from goodstanding.rules.states import Designation, Objection, Stage


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


def notice_refusals(case: Designation, *, serving: bool) -> list[Refusal]:
    """The notice is a letter once served; before that only for who has to serve it.

    Args:
        serving: whether the reader serves the department of the case.
    """
    if case.elsewhere:
        return [_anothers(case)]
    if case.notice is not None:
        return []
    if case.stage is not Stage.PROPOSED:
        return [NoNoticeAnyMore()]
    return [] if serving else [NoticeNotServed()]


def decision_refusals(case: Designation) -> list[Refusal]:
    """The decision is a letter once taken here, to designate or not to."""
    if case.elsewhere:
        return [_anothers(case)]
    return [] if case.decided_on else [CaseNotDecided()]


def outcome_refusals(objection: Objection) -> list[Refusal]:
    """The outcome of an objection is a letter once decided."""
    return [] if objection.decided_on else [ObjectionNotDecided()]


def _anothers(case: Designation) -> Refusal:
    return LetterOfAnotherAuthority(authority=case.authority, document=case.document)
