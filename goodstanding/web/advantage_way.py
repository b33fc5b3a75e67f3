"""The points only an advantage has: who recommended it, who may see it, whether it shall end."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext, ngettext

from goodstanding.register.reading import content
from goodstanding.rules.exemplar.losing import intended
from goodstanding.rules.exemplar.state import IntendedEnd, PublicityConsent
from goodstanding.rules.states import Designation
from goodstanding.web.clocks import Clock, clock
from goodstanding.web.dates import full
from goodstanding.web.visit import Visit
from goodstanding.web.way_points import Point, done


def recommended(opened: Mapping[str, str]) -> list[Point]:
    """Who recommended it, and in which list; nothing where the proposal adopts no offer."""
    if not opened.get("recommender"):
        return []
    day = opened.get("recommended_on", "")
    title = gettext("Recommended by {recommender}").format(recommender=opened["recommender"])
    when = full(date.fromisoformat(day)) if day else ""
    return [Point(at="done", when=when, title=title, text=opened.get("list_name", ""))]


def if_recognised(case: Designation) -> Point:
    """What comes where it is recognised."""
    title = ngettext(
        "If recognised: {n} month at most, then it ends by itself",
        "If recognised: {n} months at most, then it ends by itself",
        case.months,
    ).format(n=case.months)
    text = gettext("The organisation may give it up at any time, and alone decides who sees it.")
    return Point(at="next", when="", title=title, text=text)


def advantage_points(visit: Visit, case: Designation) -> list[Point]:
    """The consents to publicity and the announced end, as they came."""
    shown = [point for each in case.consents or () for point in _consent(each)]
    return [*shown, *_intended(visit, case)]


def _consent(given: PublicityConsent) -> list[Point]:
    found = [done(given.since, gettext("Consent to publicity given"))]
    if given.withdrawn_on:
        found.append(done(given.withdrawn_on, gettext("Consent to publicity taken back")))
    return found


def _intended(visit: Visit, case: Designation) -> list[Point]:
    told = case.intended_end or None
    if told is None:
        return []
    texts = content([told.position, told.answered_at])
    why = texts.get(told.position, {}).get("reasons", "")
    found = [done(told.served_on, gettext("End of an advantage announced"), why)]
    if told.answered_on:
        said = texts.get(told.answered_at, {}).get("text", "")
        waived = gettext("Statement waived in writing")
        answered = waived if told.waived else gettext("Announced end answered")
        found.append(done(told.answered_on, answered, said))
    if told.declined_on:
        return [*found, done(told.declined_on, gettext("The advantage stays"))]
    return [*found, *_waiting(visit, case, told)]


def _waiting(visit: Visit, case: Designation, told: IntendedEnd) -> list[Point]:
    if intended(case) is None:
        return []
    shown = None if told.answered_on else answer_clock(visit, told)
    if shown:
        title = gettext("The organisation may answer")
        return [Point(at="now", when="", title=title, clock=shown)]
    holder = visit.titles.department(case.department)
    text = gettext("By another person than announced it")
    return [Point(at="now", when="", title=gettext("Decision"), text=text, holder=holder)]


def answer_clock(visit: Visit, told: IntendedEnd) -> Clock | None:
    """The clock of the time to answer, while it runs."""
    window = visit.law.settled(told.statement) if visit.law else told.statement
    if window.due is not None and visit.today > window.due:
        return None
    return clock(
        due_on=window.due,
        not_before=window.not_before,
        today=visit.today,
        calendar=visit.calendar,
    )
