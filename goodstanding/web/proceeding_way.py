"""The way of a review or court case: what was done, whom it is with and until when."""

from django.utils.translation import gettext

from goodstanding.register.reading import content
from goodstanding.register.searching import Acts
from goodstanding.rules.proceeding.state import Order, Proceeding
from goodstanding.web.clocks import Clock, clock
from goodstanding.web.dates import full
from goodstanding.web.timeline import Point, done
from goodstanding.web.visit import Visit
from goodstanding.web.wording import CARRIED_OUT, PLANS, PROCEEDING_OUTCOMES, SHIELD_OUTCOMES

#: More steps than a proceeding can have.
MOST = 40


def proceeding_points(visit: Visit, found: Proceeding) -> list[Point]:
    """Every point in order."""
    said = _reasons(found)
    return [
        done(found.opened_on, _opened(found), f"{found.body} {found.document}"),
        *(_order(visit, each) for each in found.orders if not each.outcome),
        *_outcome(found, said.get("proceeding-decided", "")),
        *_carried_out(visit, found, said.get("proceeding-carried-out", "")),
    ]


def _opened(found: Proceeding) -> str:
    """What its document is: of a shield not an acceptance, but what the court approved."""
    return str(PLANS[found.ruling.plan]) if found.ruling else gettext("Proceeding opened")


def _reasons(found: Proceeding) -> dict[str, str]:
    """What was said at each step, by the kind of its act; two queries."""
    acts = Acts(subject=found.id)[0:MOST]
    kinds = {each.position: each.kind.partition("/")[0] for each in acts}
    return {kinds[at]: said.get("reasons", "") for at, said in content(kinds).items()}


def _order(visit: Visit, order: Order) -> Point:
    """A stay, with its days."""
    what = (
        gettext("The decision itself, with everything that rests on it")
        if order.whole
        else gettext("The joint measures only")
    )
    until = full(order.last_day) if order.last_day else ""
    days = gettext("Last day %(day)s") % {"day": until} if until else ""
    return Point(
        at="now" if order.covers(visit.today) else "done",
        when=full(order.first_day),
        title=gettext("Stay ordered"),
        text="\n".join(filter(None, (order.document, what, days))),
    )


def _outcome(found: Proceeding, reasons: str) -> list[Point]:
    if found.decided_on is None:
        return [Point(at="now", when="", title=gettext("Outcome"), holder=found.body)]
    said = [found.outcome_document, reasons]
    if found.effect_from:
        said.append(gettext("Holds in law from %(day)s") % {"day": full(found.effect_from)})
    title = str({**PROCEEDING_OUTCOMES, **SHIELD_OUTCOMES}[found.outcome])
    return [done(found.decided_on, title, "\n".join(filter(None, said)))]


def _carried_out(visit: Visit, found: Proceeding, reasons: str) -> list[Point]:
    if found.carry_out is None:
        return []
    if found.carried_out_on:
        how = str(CARRIED_OUT[found.carried_out])
        return [done(found.carried_out_on, how, reasons)]
    return [
        Point(
            at="now",
            when="",
            title=gettext("To be carried out"),
            text=gettext("Until then what rests on the decision is paused.") if found.order else "",
            clock=carry_out_clock(visit, found),
            holder=visit.titles.department(found.department),
        )
    ]


def carry_out_clock(visit: Visit, found: Proceeding) -> Clock | None:
    """The clock of carrying an outcome out."""
    if found.carry_out is None:
        return None
    due = visit.law.settled(found.carry_out) if visit.law else found.carry_out
    return clock(
        due_on=due.due,
        not_before=due.not_before,
        today=visit.today,
        calendar=visit.calendar,
        met_on=found.carried_out_on,
    )
