"""The day a letter bears, told from the state of its matter alone."""

from datetime import date

from goodstanding.rules.states import Designation, Objection, Record, Repair


def day_of(letter: str, matter: Designation | Objection | Repair | Record) -> date | None:
    """The day of a letter; none while it is not due. Of a correction it is not in the state."""
    match matter:
        case Designation():
            return _of_case(letter, matter)
        case Objection():
            return matter.decided_on
        case Repair():
            return _of_repair(letter, matter)
        case Record():
            return matter.withdrawn.on if matter.withdrawn and letter != "correction" else None


def _of_case(letter: str, case: Designation) -> date | None:
    span = case.span
    ended = (span.ending.from_day if span.ending else span.last_day) if span else None
    return {
        "notice": case.notice.served_on if case.notice else None,
        "decision": case.decided_on,
        "lifted": ended,
        "ask-again": ended,
    }[letter]


def _of_repair(letter: str, repair: Repair) -> date | None:
    return {
        "repair-accepted": repair.accepted_on,
        "repair-outcome": repair.decided_on,
        "revocation-notice": repair.revocation.served_on if repair.revocation else None,
        "revocation": repair.revoked_on,
    }[letter]
