"""What an organisation has earned, as its own page shows it: until when, who sees it, what next."""

from collections.abc import Iterable
from typing import Any

from goodstanding.flow.read import ShownCase
from goodstanding.rules.exemplar.losing import intended
from goodstanding.rules.publicity import consent
from goodstanding.rules.stacking import ADVANTAGE
from goodstanding.rules.standing import designation_state
from goodstanding.rules.states import Designation
from goodstanding.web import subjects
from goodstanding.web.advantage_steps import OURS
from goodstanding.web.advantage_way import answer_clock
from goodstanding.web.step_pages import CASE_STEPS
from goodstanding.web.timeline import statement_clock
from goodstanding.web.views.steps import offered
from goodstanding.web.visit import Visit

_ASKED = frozenset({"statement", "waiver"})
_LIVING = ("proposed", "notified", "in-force", "stayed", "to-come")


def earned(visit: Visit, cases: Iterable[ShownCase]) -> list[dict[str, Any]]:
    """The advantages that are proposed or in force, latest opened last, each with its open steps."""
    good = [each for each in cases if each.row.sense == ADVANTAGE]
    found = [_shown(visit, each) for each in good]
    return [each for each in found if each["state"] in _LIVING or each["advantage"]]


def _shown(visit: Visit, shown: ShownCase) -> dict[str, Any]:
    subject = subjects.case(visit, shown.row.id)
    case = subject.state
    assert isinstance(case, Designation)
    pages = [*(each for each in CASE_STEPS if each.name in _ASKED), *OURS]
    steps = [offered(visit, subject, page) for page in pages]
    state = designation_state(case, on=visit.today)
    told = intended(case)
    return {
        "subject": subject,
        "case": shown.row,
        "state": "in-force-advantage" if state == "in-force" else state,
        "advantage": state == "in-force",
        "consent": consent(case),
        "clock": statement_clock(visit, case),
        "told": told,
        "answer_by": answer_clock(visit, told) if told and not told.answered_on else None,
        "steps": [each for each in steps if not each.reasons],
        "department": visit.titles.department(shown.row.department),
    }
