"""The way of a case: what was done, where it stands, what comes, each with its rule."""

from django.utils.translation import gettext, ngettext

from goodstanding.register.reading import content
from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.designation.closing import Closing
from goodstanding.rules.exemplar.own import GIVEN_UP
from goodstanding.rules.service.waiting import DECISION, NOTICE
from goodstanding.rules.stacking import ADVANTAGE
from goodstanding.rules.states import Designation, Stage
from goodstanding.web.advantage_way import advantage_points, if_recognised, recommended
from goodstanding.web.clocks import Clock, clock
from goodstanding.web.dates import full
from goodstanding.web.service_way import delivered, service_points
from goodstanding.web.visit import Visit
from goodstanding.web.way_points import Point, done


def points(visit: Visit, case: Designation) -> list[Point]:
    """Every point of a case in order."""
    texts = content([case.opened_at, case.statement_at, case.decided_at])
    opened = texts.get(case.opened_at, {})
    return [
        *recommended(opened),
        *_proposal(case, opened.get("facts", "")),
        *service_points(visit, case, letters=(NOTICE,)),
        *_notice(visit, case),
        *_statement(visit, case, texts.get(case.statement_at, {}).get("text", "")),
        *_hearing(visit, case),
        *_decision(visit, case, texts.get(case.decided_at, {})),
        *service_points(visit, case, letters=(DECISION,)),
        *advantage_points(visit, case),
        *_end(visit, case),
    ]


def _now(visit: Visit, case: Designation, title: str) -> Point:
    """What the department has to do now."""
    holder = visit.titles.department(case.department)
    return Point(at="now", when="", title=title, holder=holder)


def _proposal(case: Designation, facts: str) -> list[Point]:
    if case.elsewhere:
        title = gettext("Listing decided elsewhere, confirmed by a second officer")
        return [done(case.opened_on, title, f"{case.authority} {case.document}")]
    title = gettext("Recognition proposed") if _good(case) else gettext("Designation proposed")
    return [done(case.opened_on, title, facts)]


def _notice(visit: Visit, case: Designation) -> list[Point]:
    if case.elsewhere:
        return []
    if case.notice is None:
        ended = case.stage is not Stage.PROPOSED
        return [] if ended else [_now(visit, case, gettext("Serve the notice"))]
    how = delivered(case.notice.method, case.notice.proof, *(case.notice.besides or ()))
    return [done(case.notice.served_on, gettext("Notice served"), how)]


def _statement(visit: Visit, case: Designation, text: str) -> list[Point]:
    if case.notice is None:
        return []
    found = []
    if case.statement_on:
        found.append(done(case.statement_on, gettext("Statement received"), text))
    if case.waived_on:
        agreed = gettext("The organisation agreed")
        waived = agreed if _good(case) else gettext("Statement waived in writing")
        found.append(done(case.waived_on, waived))
    if found:
        return found
    shown = statement_clock(visit, case)
    due = _settled(visit, case.notice.statement).due
    if shown is not None:
        title = (
            gettext("The organisation may say what it thinks of it, or agree")
            if _good(case)
            else gettext("The organisation may state its case")
        )
        return [Point(at="now", when="", title=title, clock=shown)]
    title = gettext("Statement window over, no statement")
    return [Point(at="done", when=full(due) if due else "", title=title)]


def statement_clock(visit: Visit, case: Designation) -> Clock | None:
    """The clock of the statement window, while it runs and nothing was stated."""
    if case.notice is None or case.stage is not Stage.NOTIFIED:
        return None
    if case.statement_on or case.waived_on:
        return None
    window = _settled(visit, case.notice.statement)
    over = window.due is not None and visit.today > window.due
    return None if over else _clock(visit, window)


def _settled(visit: Visit, window: Deadline) -> Deadline:
    return visit.law.settled(window) if visit.law else window


def _clock(visit: Visit, window: Deadline) -> Clock:
    return clock(
        due_on=window.due,
        not_before=window.not_before,
        today=visit.today,
        calendar=visit.calendar,
    )


def _hearing_window(visit: Visit, case: Designation) -> list[Point]:
    """As long as a hearing can still be asked for."""
    offered = case.notice.hearing if case.notice else None
    if offered is None or case.stage is not Stage.NOTIFIED or case.hearing_waived:
        return []
    window = _settled(visit, offered)
    if window.due is not None and visit.today > window.due:
        return []
    title = gettext("The organisation may ask for a hearing")
    return [Point(at="now", when="", title=title, clock=_clock(visit, window))]


def _hearing(visit: Visit, case: Designation) -> list[Point]:
    if not case.hearing_requested_on:
        return _hearing_window(visit, case)
    found = []
    if case.hearing_requested_on:
        found.append(done(case.hearing_requested_on, gettext("Hearing asked for")))
    if case.hearing_held_on:
        found.append(done(case.hearing_held_on, gettext("Hearing held")))
    elif case.hearing_requested_on and case.stage is Stage.NOTIFIED:
        found.append(_now(visit, case, gettext("Hold the hearing")))
    return found


def _decision(visit: Visit, case: Designation, texts: dict[str, str]) -> list[Point]:
    if case.elsewhere:
        return []
    if case.decided_on is None:
        ready = case.stage is Stage.NOTIFIED and (
            case.statement_on or case.waived_on or _window_over(visit, case)
        )
        return [
            Point(
                at="now" if ready else "next",
                when="",
                title=gettext("Decision"),
                text=gettext("By another person than the proposer"),
                holder=visit.titles.department(case.department) if ready else "",
            ),
            _if_designated(case),
        ]
    listed = case.stage is not Stage.DROPPED
    title = _decided(case, listed)
    told = ("reasons", "answer", "second_reason")
    said = "\n".join(filter(None, (case.document, *(texts.get(each) for each in told))))
    return [done(case.decided_on, title, said)]


def _decided(case: Designation, listed: bool) -> str:
    if _good(case):
        return gettext("Recognised") if listed else gettext("Not recognised")
    return gettext("Designated") if listed else gettext("Not designated")


def _good(case: Designation) -> bool:
    return case.sense == ADVANTAGE


def _if_designated(case: Designation) -> Point:
    if _good(case):
        return if_recognised(case)
    title = ngettext(
        "If designated: {n} month at most, then it ends by itself",
        "If designated: {n} months at most, then it ends by itself",
        case.months,
    ).format(n=case.months)
    text = gettext("Objection and leaving early stay open. If not, the case is closed.")
    return Point(at="next", when="", title=title, text=text)


def _window_over(visit: Visit, case: Designation) -> bool:
    if case.notice is None:
        return False
    due = _settled(visit, case.notice.statement).due
    return due is not None and visit.today > due


def _end(visit: Visit, case: Designation) -> list[Point]:
    span = case.span
    if span is None:
        declined = case.stage is Stage.ENDED and _good(case)
        return [Point(at="done", when="", title=gettext("Declined or ended"))] if declined else []
    stays = [
        Point(
            at="now" if stay.covers(visit.today) and span.ending is None else "done",
            when=full(stay.first_day),
            title=gettext("Measures paused by order of a review body or court")
            if stay.ordered
            else gettext("Measures paused while an objection is verified"),
        )
        for stay in span.stays
    ]
    if span.ending is not None:
        text = gettext("From the start: it was wrong") if span.ending.from_start else ""
        title = _ended(span.ending.cause)
        return [*stays, done(span.ending.from_day, title, text)]
    over = visit.today > span.last_day
    title = gettext("Last day") if not over else gettext("Ended by itself on its last day")
    return [*stays, Point(at="done" if over else "next", when=full(span.last_day), title=title)]


def _ended(cause: str) -> str:
    if cause == GIVEN_UP:
        return gettext("Given up by the organisation")
    return gettext("Ended by repair") if cause == "repaired" else gettext("Ended by decision")


def closing_points(visit: Visit, end: Closing) -> list[Point]:
    """That the case is closed, or which departments have still to lift before it is."""
    if end.closed_on is not None:
        return [done(end.closed_on, gettext("Case closed: nothing is left to lift"))]
    if not end.waits:
        return []
    many = len(end.lifts)
    title = ngettext("Waits for {n} lift", "Waits for {n} lifts", many).format(n=many)
    holder = visit.titles.departments(sorted({department for _, department in end.lifts}))
    text = gettext("Nobody can close the case before.")
    return [Point(at="now", when="", title=title, holder=holder, text=text)]
