"""The way of an objection: what was done, whom it is with and until when, what comes of it."""

from datetime import date

from django.utils.translation import gettext

from goodstanding.disclosure import queries as disclosure
from goodstanding.register.reading import content
from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.states import Designation, Objection
from goodstanding.rules.working_set import WorkingSet
from goodstanding.web.clocks import Clock, clock
from goodstanding.web.service_way import service_points
from goodstanding.web.visit import Visit
from goodstanding.web.way_points import Point, done
from goodstanding.web.wording import OUTCOMES


def objection_points(visit: Visit, objection: Objection, work: WorkingSet) -> list[Point]:
    """Every point of an objection in order."""
    texts = content([objection.filed_at, objection.extended_at or 0, objection.decided_at])
    filed = gettext("Filed at the counter") if objection.at_counter else gettext("Filed")
    return [
        done(objection.filed_on, filed, texts.get(objection.filed_at, {}).get("text", "")),
        *_taken_up(visit, objection, work),
        *_extended(objection, texts.get(objection.extended_at or 0, {}).get("reasons", "")),
        *_verification(visit, objection, texts.get(objection.decided_at, {}).get("reasons", "")),
        *service_points(visit, objection),
        *_after(visit, objection),
    ]


def _taken_up(visit: Visit, objection: Objection, work: WorkingSet) -> list[Point]:
    if objection.accepted_on:
        return [done(objection.accepted_on, gettext("Taken up"), _paused(visit, objection, work))]
    due = taking_up(visit, objection)
    text = gettext("The rulebook sets no term for this step. Nothing is paused before it.")
    return [
        Point(
            at="now",
            when="",
            title=gettext("To be taken up"),
            clock=due,
            text=gettext("Nothing is paused before it.") if due else text,
            holder=visit.titles.department(objection.department),
        )
    ]


def _extended(objection: Objection, reasons: str) -> list[Point]:
    """The time to verify was extended, and why."""
    if not objection.extended_on:
        return []
    return [done(objection.extended_on, gettext("Time to verify extended once"), reasons)]


def _paused(visit: Visit, objection: Objection, work: WorkingSet) -> str:
    """Which measures were paused by it, and which the law keeps running meanwhile."""
    under = [
        measure
        for case in work.all(Designation)
        if case.span and any(stay.objection == objection.id for stay in case.span.stays)
        for measure in work.measures_under(case.id)
    ]
    if not under and objection.target_kind == "designation":
        return ""
    said = [gettext("The record is marked, and measures that rest on it are paused.")]
    for words, exempt in (
        (gettext("Paused while it is verified: {measures}"), False),
        (gettext("Not paused, by law: {measures}"), True),
    ):
        named = {each.measure for each in under if (each.stay_exempt is not None) is exempt}
        if named:
            said.append(words.format(measures=visit.titles.measures(sorted(named))))
    return "\n".join(said)


def _verification(visit: Visit, objection: Objection, reasons: str) -> list[Point]:
    if objection.decided_on:
        outcome = str(OUTCOMES.get(objection.outcome, objection.outcome))
        return [done(objection.decided_on, outcome, reasons)]
    title = gettext("Verification and outcome")
    now = objection.accepted_on is not None
    return [
        Point(
            at="now" if now else "next",
            when="",
            title=title,
            clock=verification(visit, objection),
            text=_term(visit, objection),
            holder=visit.titles.department(objection.department) if now else "",
        ),
        Point(
            at="next",
            when="",
            title=gettext("What comes of it"),
            text=gettext(
                "If you are right, it is corrected or taken back, what rests on it ends, and whoever"
                " received it is told. If not, you read the reasons, and what was paused goes on."
            ),
        ),
    ]


def _term(visit: Visit, objection: Objection) -> str:
    """The rule behind the due day, while it can be told."""
    if objection.extended_on and objection.verification:
        days = objection.verification.working_days
        return gettext("Extended by {n} working days").format(n=days)
    days = objection.verification.working_days if objection.verification else 0
    if not days and visit.law:
        days = visit.law.value("verification", visit.today)
    return gettext("{n} working days after it is taken up").format(n=days) if days else ""


def taking_up(visit: Visit, objection: Objection) -> Clock | None:
    """The clock of taking it up, where the rulebook sets a term for that."""
    if not objection.acceptance:
        return None
    return _clock(visit, objection.acceptance, objection.accepted_on or objection.decided_on)


def verification(visit: Visit, objection: Objection) -> Clock | None:
    """The clock of the verification, once it runs."""
    if objection.verification is None:
        return None
    return _clock(visit, objection.verification, objection.decided_on)


def _clock(visit: Visit, deadline: Deadline, met_on: date | None) -> Clock:
    due = visit.law.settled(deadline) if visit.law else deadline
    return clock(
        due_on=due.due,
        not_before=due.not_before,
        today=visit.today,
        calendar=visit.calendar,
        met_on=met_on,
    )


def _after(visit: Visit, objection: Objection) -> list[Point]:
    """What followed: those who received what fell are told."""
    if objection.outcome not in ("corrected", "withdrawn"):
        return []
    told = disclosure.recalls(record=objection.target)
    if not told:
        return []
    closed = [each.acknowledged_at for each in told if each.acknowledged_at]
    words = gettext("%(done)s of %(told)s recalls acknowledged")
    return [
        Point(
            at="done" if len(closed) == len(told) else "now",
            when="",
            title=gettext("Whoever received it is told not to use it"),
            text=words % {"done": len(closed), "told": len(told)},
        )
    ]
