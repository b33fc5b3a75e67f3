"""The way of a case: what was done, where it stands, what comes, each with its rule."""

from datetime import date

import msgspec
from django.utils.translation import gettext

from goodstanding.register.reading import content
from goodstanding.rules.states import Designation, Stage
from goodstanding.web.clocks import Clock, clock
from goodstanding.web.dates import full
from goodstanding.web.visit import Visit
from goodstanding.web.wording import METHODS


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One point of the line: ``done``, ``now`` or ``next``."""

    at: str
    when: str
    title: str
    text: str = ""
    clock: Clock | None = None


def points(visit: Visit, case: Designation) -> list[Point]:
    """Every point of a case in order."""
    texts = content([case.opened_at, case.statement_at, case.decided_at])
    return [
        *_proposal(case, texts.get(case.opened_at, {}).get("facts", "")),
        *_notice(visit, case),
        *_statement(visit, case, texts.get(case.statement_at, {}).get("text", "")),
        *_hearing(case),
        *_decision(visit, case, texts.get(case.decided_at, {})),
        *_end(visit, case),
    ]


def _done(day: date, title: str, text: str = "") -> Point:
    return Point(at="done", when=full(day), title=title, text=text)


def _proposal(case: Designation, facts: str) -> list[Point]:
    if case.elsewhere:
        title = gettext("Listing decided elsewhere, confirmed by a second officer")
        return [_done(case.opened_on, title, f"{case.authority} {case.document}")]
    return [_done(case.opened_on, gettext("Designation proposed"), facts)]


def _notice(visit: Visit, case: Designation) -> list[Point]:
    if case.elsewhere:
        return []
    if case.notice is None:
        ended = case.stage is not Stage.PROPOSED
        return [] if ended else [Point(at="now", when="", title=gettext("Serve the notice"))]
    how = f"{METHODS.get(case.notice.method, case.notice.method)}, {case.notice.proof}"
    return [_done(case.notice.served_on, gettext("Notice served"), how)]


def _statement(visit: Visit, case: Designation, text: str) -> list[Point]:
    if case.notice is None:
        return []
    found = []
    if case.statement_on:
        found.append(_done(case.statement_on, gettext("Statement received"), text))
    if case.waived_on:
        found.append(_done(case.waived_on, gettext("Statement waived in writing")))
    if found:
        return found
    window = visit.law.settled(case.notice.statement) if visit.law else case.notice.statement
    running = window.due is None or visit.today <= window.due
    shown = clock(
        due_on=window.due,
        not_before=window.not_before,
        today=visit.today,
        calendar=visit.calendar,
        met_on=None if running else window.due,
    )
    waits = running and case.stage is Stage.NOTIFIED
    return [
        Point(
            at="now" if waits else "done",
            when="" if waits or not window.due else full(window.due),
            title=gettext("The organisation may state its case")
            if waits
            else gettext("Statement window over, no statement"),
            clock=shown if waits else None,
        )
    ]


def _hearing(case: Designation) -> list[Point]:
    found = []
    if case.hearing_requested_on:
        found.append(_done(case.hearing_requested_on, gettext("Hearing asked for")))
    if case.hearing_held_on:
        found.append(_done(case.hearing_held_on, gettext("Hearing held")))
    elif case.hearing_requested_on and case.stage is Stage.NOTIFIED:
        found.append(Point(at="now", when="", title=gettext("Hold the hearing")))
    return found


def _decision(visit: Visit, case: Designation, texts: dict[str, str]) -> list[Point]:
    if case.elsewhere:
        return []
    if case.decided_on is None:
        ready = case.stage is Stage.NOTIFIED and (
            case.statement_on or case.waived_on or _window_over(visit, case)
        )
        text = gettext("By another person than the proposer")
        return [Point(at="now" if ready else "next", when="", title=gettext("Decision"), text=text)]
    listed = case.stage is not Stage.DROPPED
    title = gettext("Designated") if listed else gettext("Not designated")
    said = "\n".join(filter(None, (case.document, texts.get("reasons"), texts.get("answer"))))
    return [_done(case.decided_on, title, said)]


def _window_over(visit: Visit, case: Designation) -> bool:
    if case.notice is None or visit.law is None:
        return False
    due = visit.law.settled(case.notice.statement).due
    return due is not None and visit.today > due


def _end(visit: Visit, case: Designation) -> list[Point]:
    span = case.span
    if span is None:
        return []
    stays = [
        Point(
            at="now" if stay.last_day is None and span.ending is None else "done",
            when=full(stay.first_day),
            title=gettext("Measures paused while an objection is verified"),
        )
        for stay in span.stays
    ]
    if span.ending is not None:
        text = gettext("From the start: it was wrong") if span.ending.from_start else ""
        return [*stays, _done(span.ending.from_day, gettext("Ended by decision"), text)]
    over = visit.today > span.last_day
    title = gettext("Last day") if not over else gettext("Ended by itself on its last day")
    return [*stays, Point(at="done" if over else "next", when=full(span.last_day), title=title)]
