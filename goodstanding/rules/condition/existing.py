"""Whether the organisation existed long enough, and is the same one it was: by its registration."""

from collections.abc import Iterator
from datetime import date, timedelta

from goodstanding.rules.catalogue.condition_rules import Condition
from goodstanding.rules.condition.told import Line, Why
from goodstanding.rules.condition.window import looked_back_to, out_of_sight_on
from goodstanding.rules.legal_person import CODE_CHANGE, Organisation
from goodstanding.rules.working_set import WorkingSet

_DAY = timedelta(days=1)


def established_on(work: WorkingSet) -> date | None:
    """The earliest day under any code: a changed code keeps the age of its legal person."""
    days = (each.established_on for each in work.all(Organisation))
    return min(filter(None, days), default=None)


def existence(condition: Condition, work: WorkingSet, on: date) -> Iterator[Line]:
    """A line on the age, on an end, and on whoever was merged into it or divided within the years."""
    if condition.existed_years:
        yield _age(work, on, condition.existed_years)
    known = work.all(Organisation)
    ended = [found for each in known if (found := each.ended_by(on))]
    if ended and not _borne(known, on):
        yield _line(known[-1].id, Why.ORGANISATION_ENDED, ended[-1].since)
    for each in known:
        yield from _mergers(each, condition, on)


def _borne(known: list[Organisation], on: date) -> bool:
    """Whether the legal person lives on under any of its codes."""
    return any(each.ended_by(on) is None and not _given_up(each, on) for each in known)


def _given_up(organisation: Organisation, on: date) -> bool:
    link = organisation.replaced_by
    return link is not None and link.on <= on


def _age(work: WorkingSet, on: date, years: int) -> Line:
    known = work.all(Organisation)
    code, day = known[-1].id if known else "", established_on(work)
    if day is None:
        return _line(code, Why.REGISTRATION_UNKNOWN, None)
    if day <= looked_back_to(on, years):
        return _line(code, Why.OLD_ENOUGH, day)
    return _line(code, Why.TOO_YOUNG, day, until=out_of_sight_on(day, years) - _DAY)


def _mergers(own: Organisation, condition: Condition, on: date) -> Iterator[Line]:
    """What another brought in is not known to be clean; older than the years it is out of sight."""
    years = condition.years
    for link in own.predecessors:
        seen = years is None or link.on > looked_back_to(on, years)
        if link.by != CODE_CHANGE and link.on <= on and seen:
            until = out_of_sight_on(link.on, years) - _DAY if years else None
            yield Line(
                about="predecessor",
                id=link.other,
                why=Why.MERGED,
                day=link.on,
                until=until,
                kind=link.by,
            )


def _line(code: str, why: Why, day: date | None, *, until: date | None = None) -> Line:
    return Line(about="organisation", id=code, why=why, day=day, until=until)
