"""The days of an organisation's promises: what is to be kept by when, what may be answered by when."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext

from goodstanding.rules.states import Commitment
from goodstanding.rules.working_set import WorkingSet
from goodstanding.web.own_day import Day, due
from goodstanding.web.visit import Visit


def promise_days(visit: Visit, work: WorkingSet) -> Iterator[Day]:
    """The due day of each promise, and the last day to answer a notice about it."""
    for each in work.all(Commitment):
        text = "\n".join(
            (visit.titles.commitment(each.template), visit.titles.department(each.department))
        )
        url = reverse("web:promise", args=[each.id])
        yield Day(
            kind="promise",
            about=each.id,
            day=each.due_on,
            title=gettext("Last day to keep a promise"),
            text=text,
            url=url,
            moot=not each.is_open or each.due_on < visit.today,
        )
        if each.breach is None:
            continue
        day, provisional = due(visit, each.breach.statement)
        if day:
            yield Day(
                kind="promise-answer",
                about=each.id,
                day=day,
                title=gettext("Last day to answer a notice about a promise"),
                text=text,
                url=url,
                moot=not each.is_open or each.breach.answered_on is not None,
                provisional=provisional,
            )
