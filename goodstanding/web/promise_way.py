"""The way of a promise: made, due, looked at, told and answered, found, and what followed."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language, gettext

from goodstanding.register.reading import content
from goodstanding.register.searching import Acts
from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.commitment.state import Commitment
from goodstanding.web.clocks import Clock, clock
from goodstanding.web.dates import full
from goodstanding.web.promise_words import OUTCOMES, fixed
from goodstanding.web.visit import Visit
from goodstanding.web.way_points import Point, done

#: More acts than a promise can have but by switching its publicity on and off all day.
MOST = 200
Texts = Mapping[int, Mapping[str, str]]


def texts_of(promise: Commitment) -> tuple[list[Any], Texts]:
    """The acts of a promise, oldest first, and what was said at each; two queries."""
    found = sorted(Acts(subject=promise.id)[0:MOST], key=lambda each: each.position)
    return found, content(each.position for each in found)


def promised_text(promise: Commitment, texts: Texts) -> str:
    """The text as it was promised, in the reader's language; empty where it was destroyed."""
    said = texts.get(promise.made_at, {})
    english = (get_language() or "").startswith("en")
    return said.get("text_en" if english else "text", "")


def public_points(visit: Visit, promise: Commitment) -> list[Point]:
    """What strangers see of the way: made, due, and that it was kept or kept in part."""
    points = [done(promise.made_on, gettext("Promised")), _due(visit, promise)]
    if promise.finding:
        found = OUTCOMES[promise.finding.outcome]
        return [*points, done(promise.finding.found_on, str(found))]
    return [*points, Point(at="next", when="", title=gettext("Finding of the department"))]


def points_of(visit: Visit, promise: Commitment, acts: list[Any], texts: Texts) -> list[Point]:
    """Every point, for the department and the organisation, with what was said."""
    points = [done(promise.made_on, gettext("Promised"), _said(texts, promise.made_at, "matter"))]
    points += _publicity(acts)
    points += [
        done(
            each.verified_on,
            gettext("Looked at: {seen}").format(seen=OUTCOMES[each.seen]),
            f"{fixed(each.method)}\n{_said(texts, each.position, 'facts')}",
        )
        for each in promise.looks
    ]
    if promise.due_on < visit.today:
        points.append(_due(visit, promise))
    points += [*_told(visit, promise, texts), *_found(promise, acts, texts)]
    return [*points, *_ahead(visit, promise)]


def verification_clock(visit: Visit, promise: Commitment) -> Clock | None:
    """Until when the department looks: once the due day has passed and nothing was found."""
    if not promise.is_open or promise.due_on >= visit.today:
        return None
    return _clock(visit, promise.verification)


def _ahead(visit: Visit, promise: Commitment) -> list[Point]:
    if not promise.is_open:
        return []
    if promise.due_on >= visit.today:
        return [_due(visit, promise), Point(at="next", when="", title=gettext("Verification"))]
    return [
        Point(
            at="now",
            when="",
            title=gettext("The department looks whether it was kept"),
            clock=verification_clock(visit, promise),
            holder=visit.titles.department(promise.department),
        )
    ]


def _due(visit: Visit, promise: Commitment) -> Point:
    passed = promise.due_on < visit.today
    at = "done" if passed else "now" if promise.is_open else "next"
    return Point(at=at, when=full(promise.due_on), title=gettext("To be kept by this day"))


def _publicity(acts: list[Any]) -> list[Point]:
    words = {
        "commitment-shown": gettext("Consent to publicity given"),
        "commitment-hidden": gettext("Consent to publicity taken back"),
        "commitment-withdrawn": gettext("Taken back by the organisation"),
    }
    found = ((each, each.kind.partition("/")[0]) for each in acts)
    return [done(each.effective_on, words[kind]) for each, kind in found if kind in words]


def _told(visit: Visit, promise: Commitment, texts: Texts) -> list[Point]:
    told = promise.breach
    if told is None:
        return []
    facts = _said(texts, told.position, "facts")
    points = [done(told.served_on, gettext("Notice given that it was not kept"), facts)]
    if told.answered_on:
        title = gettext("Statement waived in writing") if told.waived else gettext("Answered")
        return [*points, done(told.answered_on, title, _said(texts, told.answered_at, "text"))]
    if promise.finding:
        return points
    title = gettext("The organisation may state its case")
    due = _clock(visit, told.statement)
    return [*points, Point(at="now", when="", title=title, clock=due)]


def _found(promise: Commitment, acts: list[Any], texts: Texts) -> list[Point]:
    """The finding that holds; one taken back is told with its reasons."""
    points = []
    for each in acts:
        if each.kind.startswith("commitment-finding-taken-back/"):
            said = _said(texts, each.position, "reasons")
            points.append(done(each.effective_on, gettext("Finding taken back"), said))
        if each.kind.startswith("breach-followed/"):
            said = _said(texts, each.position, "reasons")
            points.append(done(each.effective_on, gettext("Consequence carried out"), said))
    found = promise.finding
    if found is None:
        return points
    said = "\n".join(filter(None, (found.document, _said(texts, found.position, "reasons"))))
    return [done(found.found_on, str(OUTCOMES[found.outcome]), said), *points]


def _clock(visit: Visit, deadline: Deadline) -> Clock:
    settled = visit.law.settled(deadline) if visit.law else deadline
    return clock(
        due_on=settled.due,
        not_before=settled.not_before,
        today=visit.today,
        calendar=visit.calendar,
    )


def _said(texts: Texts, position: int, name: str) -> str:
    return texts.get(position, {}).get(name, "")
