"""The way of an application: received, told, papers, accepted, decided, and the promise."""

from datetime import date

from django.utils.translation import gettext

from goodstanding.register.reading import content
from goodstanding.register.searching import Acts
from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.application.state import Application
from goodstanding.web.application_words import CONSEQUENCES, OUTCOMES
from goodstanding.web.clocks import Clock, clock
from goodstanding.web.visit import Visit
from goodstanding.web.way_points import Point, done

#: More acts than an application has.
MOST = 50


def points_of(visit: Visit, application: Application) -> list[Point]:
    """Every point in order: what was done, what runs now and until when."""
    found = sorted(Acts(subject=application.id)[0:MOST], key=lambda each: each.position)
    texts = content(each.position for each in found)
    past = [
        _done(visit, application, each.kind.partition("/")[0], each.effective_on) for each in found
    ]
    reasons = [texts.get(each.position, {}).get("reasons", "") for each in found]
    points = [
        done(day, title, "\n".join(filter(None, (text, reason))))
        for (day, title, text), reason in zip(past, reasons, strict=True)
    ]
    return [*points, *_now(visit, application)]


def _done(visit: Visit, application: Application, kind: str, day: date) -> tuple[date, str, str]:
    promise = application.promise
    lane = gettext("Fast lane") if application.lane == "fast" else gettext("Ordinary limit")
    titles = {
        "application-received": (gettext("Received"), application.case_number),
        "missing-papers-told": (
            gettext("What is missing was told, once"),
            visit.titles.papers(application.told),
        ),
        "papers-supplied": (gettext("Papers came"), ""),
        "application-accepted": (
            gettext("Accepted with papers to follow") if promise else gettext("Accepted"),
            lane,
        ),
        "application-decided": (
            str(OUTCOMES.get(application.outcome, "")),
            application.document,
        ),
        "papers-not-supplied": (gettext("Recorded: the promised papers never came"), ""),
        "consequence-noted": (
            str(CONSEQUENCES.get(promise.consequence, "")) if promise else "",
            promise.consequence_document if promise else "",
        ),
    }
    title, text = titles.get(kind, (kind, ""))
    return day, title, text


def _now(visit: Visit, application: Application) -> list[Point]:
    department = visit.titles.department(application.department)
    found = []
    if application.promise is not None and application.awaits:
        title = gettext("Papers to bring: {papers}").format(
            papers=visit.titles.papers(application.missing)
        )
        due = _clock(visit, application.promise.due, None)
        found.append(Point(at="now", when="", title=title, clock=due))
    if not application.accepted_on and not application.outcome:
        title = gettext("Acceptance")
        told = application.list_due
        due = _deadline(visit, told) if told and not application.told_on else None
        found.append(Point(at="now", when="", title=title, clock=due, holder=department))
    if not application.outcome:
        limit = _deadline(visit, application.limit) if application.limit else None
        at = "now" if limit else "next"
        holder = department if limit else ""
        title = gettext("Decision")
        found.append(Point(at=at, when="", title=title, clock=limit, holder=holder))
    return found


def limit_clock(visit: Visit, application: Application) -> Clock | None:
    """The limit while it runs."""
    if application.outcome or application.limit is None:
        return None
    return _deadline(visit, application.limit)


def promise_clock(visit: Visit, application: Application) -> Clock | None:
    """The promised day while papers are awaited."""
    promise = application.promise
    return _clock(visit, promise.due, None) if promise and application.awaits else None


def _deadline(visit: Visit, deadline: Deadline) -> Clock:
    settled = visit.law.settled(deadline) if visit.law else deadline
    return _clock(visit, settled.due, settled.not_before)


def _clock(visit: Visit, due: date | None, not_before: date | None) -> Clock:
    return clock(due_on=due, not_before=not_before, today=visit.today, calendar=visit.calendar)
