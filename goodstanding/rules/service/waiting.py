"""Which letters of a matter wait to be served, and the day from which they can be."""

from datetime import date

from goodstanding.rules.repair.state import GRANTED, TAKEN_BACK
from goodstanding.rules.states import Designation, Objection, Repair, Stage

Matter = Designation | Objection | Repair
NOTICE, DECISION, OUTCOME = "notice", "decision", "outcome"
REPAIR_OUTCOME, REVOCATION_NOTICE, REVOCATION = "repair-outcome", "revocation-notice", "revocation"
#: A letter against which the law gives remedies; against a notice it gives the statement.
WITH_REMEDIES = frozenset({DECISION, OUTCOME, REPAIR_OUTCOME, REVOCATION})


def letters(matter: Matter) -> dict[str, date]:
    """The letters there are to serve, each with the day it was made, the one that waits first."""
    match matter:
        case Designation():
            return _of_case(matter)
        case Objection():
            return {OUTCOME: matter.decided_on} if matter.decided_on else {}
        case Repair():
            return _of_repair(matter)


def _of_case(case: Designation) -> dict[str, date]:
    if case.elsewhere:
        return {}
    if case.stage is Stage.PROPOSED:
        return {NOTICE: case.opened_on}
    return {DECISION: case.decided_on} if case.decided_on else {}


def _of_repair(repair: Repair) -> dict[str, date]:
    if not repair.decided_on or repair.outcome == TAKEN_BACK:
        return {}
    # What another body decided is that body's letter; a revocation of it here is ours.
    found = {} if repair.elsewhere else {REPAIR_OUTCOME: repair.decided_on}
    if repair.revoked_on:
        return {REVOCATION: repair.revoked_on, **found}
    noticed = repair.outcome == GRANTED and repair.revocation is None
    return {**found, REVOCATION_NOTICE: repair.decided_on} if noticed else found
