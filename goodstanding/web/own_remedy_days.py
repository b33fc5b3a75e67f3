"""The last days of the remedies in an organisation's calendar, counted from service of each letter."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext

from goodstanding.rules.acts.service import TermEnd
from goodstanding.rules.service.state import Service
from goodstanding.rules.service.terms import settled
from goodstanding.rules.service.waiting import Matter
from goodstanding.rules.states import Designation, Objection, Repair
from goodstanding.rules.working_set import WorkingSet
from goodstanding.web.own_day import Day
from goodstanding.web.visit import Visit
from goodstanding.web.wording import LETTERS


def remedy_days(visit: Visit, work: WorkingSet) -> Iterator[Day]:
    """Until when reconsideration and the court are open, of every letter that was served."""
    matters: list[Matter] = [
        *work.all(Designation),
        *work.all(Objection),
        *work.all(Repair),
    ]
    for matter in matters:
        for service in matter.services or ():
            yield from _of(visit, matter, service)


def _of(visit: Visit, matter: Matter, service: Service) -> Iterator[Day]:
    served = service.served
    for kind, end, title in (
        (
            "reconsideration",
            served and served.reconsideration,
            gettext("Last day to ask for administrative reconsideration"),
        ),
        ("court", served and served.court, gettext("Last day to go to court")),
    ):
        if end:
            yield from _day(visit, matter, service.letter, kind, end, title)


def _day(
    visit: Visit, matter: Matter, letter: str, kind: str, end: TermEnd, title: str
) -> Iterator[Day]:
    due = settled(end, visit.law) if visit.law else end
    day = due.due or due.not_before
    if day is None:
        return
    yield Day(
        kind=kind,
        about=f"{matter.id}:{letter}",
        day=day,
        title=title,
        text=f"{LETTERS[letter]}\n{visit.titles.department(matter.department)}",
        url=_address(matter),
        moot=day < visit.today,
        provisional=due.due is None,
    )


def _address(matter: Matter) -> str:
    match matter:
        case Designation():
            return reverse("web:case", args=[matter.id])
        case Objection():
            return reverse("web:objection", args=[matter.id])
        case Repair():
            return reverse("web:repair", args=[matter.id])
