"""The days that matter to an organisation, as events of its calendar: windows, ends, ways back."""

from collections.abc import Iterable, Iterator
from uuid import NAMESPACE_URL, uuid5

from django.urls import reverse
from django.utils.translation import gettext

from goodstanding.files.calendar_file import Event, Standing
from goodstanding.rules.effects import Effect, Force
from goodstanding.rules.standing import Standing as Fold
from goodstanding.rules.states import Designation, Objection, Stage
from goodstanding.rules.working_set import WorkingSet
from goodstanding.web import cards
from goodstanding.web.dates import full
from goodstanding.web.own_day import Day, due
from goodstanding.web.own_promise_days import promise_days
from goodstanding.web.own_remedy_days import remedy_days
from goodstanding.web.own_repair_days import repair_days
from goodstanding.web.visit import Visit
from goodstanding.web.wording import STATES


def days(visit: Visit, work: WorkingSet, fold: Fold) -> list[Day]:
    """Every day on which the organisation may act or is freed, soonest first.

    A day on which nothing hangs any more is kept while it lies ahead, as called off: whoever read
    in an earlier file must see it go.
    """
    cases = work.all(Designation)
    found = [
        *(day for case in cases for day in _windows(visit, case)),
        *(day for each in work.all(Objection) for day in _verification(visit, each)),
        *remedy_days(visit, work),
        *_ends(visit, fold),
        *(day for case in cases for day in _freed(visit, case)),
        *repair_days(visit, work),
        *promise_days(visit, work),
    ]
    kept = [each for each in found if each.day >= visit.today or not each.moot]
    return sorted(kept, key=lambda each: (each.day, each.kind, each.about))


def events(found: Iterable[Day], *, name: str, root: str) -> list[Event]:
    """The days as events. ``name``: the organisation's; ``root``: scheme and host of the pages."""
    return [
        Event(
            id=str(uuid5(NAMESPACE_URL, f"urn:goodstanding:{each.kind}:{each.about}")),
            day=each.day,
            standing=_standing(each),
            title=_title(each),
            text="\n".join(filter(None, (name, each.text, _provisional(each)))),
            url=f"{root}{each.url}",
        )
        for each in found
    ]


def _standing(day: Day) -> Standing:
    if day.moot:
        return Standing.CANCELLED
    return Standing.TENTATIVE if day.provisional else Standing.CONFIRMED


def _title(day: Day) -> str:
    if day.provisional and not day.moot:
        return gettext("Provisional, not before this day: {what}").format(what=day.title)
    return day.title


def _provisional(day: Day) -> str:
    if not day.provisional:
        return ""
    return gettext(
        "The official calendar of a year on the way is not published yet. The last day is not"
        " known; it is not before {day}. Download the file again later."
    ).format(day=full(day.day))


def _windows(visit: Visit, case: Designation) -> Iterator[Day]:
    """What may be said before the decision."""
    if case.notice is None:
        return
    over = case.stage is not Stage.NOTIFIED
    stated = over or bool(case.statement_on or case.waived_on)
    asked = over or bool(case.hearing_requested_on or case.hearing_waived)
    hearing = case.notice.hearing
    for kind, deadline, moot, title in (
        ("statement", case.notice.statement, stated, gettext("Last day to state our case")),
        ("hearing", hearing, asked, gettext("Last day to ask for a hearing")),
    ):
        day, provisional = due(visit, deadline) if deadline else (None, False)
        if day:
            yield Day(
                kind=kind,
                about=case.id,
                day=day,
                title=title,
                text=_of(visit, case),
                url=reverse("web:case", args=[case.id]),
                moot=moot,
                provisional=provisional,
            )


def _verification(visit: Visit, objection: Objection) -> Iterator[Day]:
    if objection.verification is None:
        return
    day, provisional = due(visit, objection.verification)
    if day:
        yield Day(
            kind="verification",
            about=objection.id,
            day=day,
            title=gettext("Our objection is verified by this day"),
            text=gettext("It is with %(department)s.")
            % {"department": visit.titles.department(objection.department)},
            url=reverse("web:objection", args=[objection.id]),
            moot=not objection.is_open,
            provisional=provisional,
        )


def _ends(visit: Visit, fold: Fold) -> Iterator[Day]:
    """The last day of each restriction, however many departments carry it out."""
    burdens = [each for each in fold.effects if each.sense != "advantage"]
    for effect in {(e.decision.designation, e.measure): e for e in burdens}.values():
        yield _end(visit, effect)


def _end(visit: Visit, effect: Effect) -> Day:
    case = effect.decision.designation
    return Day(
        kind="last-day",
        about=f"{case}:{effect.measure}",
        day=effect.last_day,
        title=_last_day_of(visit, effect.measure),
        text="\n".join(filter(None, (visit.titles.ground(effect.ground), _paused(effect)))),
        url=reverse("web:record", args=[case]),
    )


def _last_day_of(visit: Visit, measure: str) -> str:
    words = gettext("Last day of a restriction: {measure}")
    return words.format(measure=visit.titles.measure(measure))


def _paused(effect: Effect) -> str:
    return str(STATES["stayed"].word) if effect.force is Force.STAYED else ""


def _freed(visit: Visit, case: Designation) -> Iterator[Day]:
    """When leaving early may first be asked for; and what an end by decision called off."""
    if case.span is None or case.sense == "advantage" or visit.today > case.span.last_day:
        return
    ended = case.span.ending is not None
    address = reverse("web:record", args=[case.id])
    for line in case.measures if ended else ():
        yield Day(
            kind="last-day",
            about=f"{case.id}:{line.measure}",
            day=case.span.last_day,
            title=_last_day_of(visit, line.measure),
            text=_of(visit, case),
            url=address,
            moot=True,
        )
    ground = visit.law.rulebook.grounds.get(case.ground) if visit.law else None
    day = cards.earliest_exit(ground, case.decided_on)
    if day and day < case.span.last_day:
        yield Day(
            kind="way-back",
            about=case.id,
            day=day,
            title=gettext("Leaving early may be asked for from this day"),
            text=_of(visit, case),
            url=address,
            moot=ended,
        )


def _of(visit: Visit, case: Designation) -> str:
    """The ground, and whom the matter is with."""
    return f"{visit.titles.ground(case.ground)}\n{visit.titles.department(case.department)}"
