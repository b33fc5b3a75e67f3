"""The rows behind a number: what is counted, and each as one line of a list or a spreadsheet."""

from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from goodstanding.clocks.models import Clock
from goodstanding.clocks.queries import settled_duty
from goodstanding.disclosure import queries as disclosure
from goodstanding.disclosure.queries import Recall
from goodstanding.flow.acknowledge import due
from goodstanding.measures import queries as measures
from goodstanding.organisations.queries import named
from goodstanding.oversight import lifting, undone, waiting
from goodstanding.oversight.in_error import Restriction, restrictions
from goodstanding.oversight.lift_times import open_on_the_last_day
from goodstanding.remedies.models import Objection
from goodstanding.rules.periods import local_day
from goodstanding.rules.telling.kinds import asked as is_asked
from goodstanding.web.accounting import Account, asked
from goodstanding.web.counted_types import Found, Line, Number
from goodstanding.web.publicity_lines import PUBLICITY
from goodstanding.web.rows import duty_rows
from goodstanding.web.visit import Visit
from goodstanding.web.wording import WORDS


def _overdue(visit: Visit, account: Account) -> Found:
    return waiting.overdue(on=visit.today, calendar=visit.calendar, department=account.only)


def _soon(visit: Visit, account: Account) -> Found:
    return waiting.soon(on=visit.today, calendar=visit.calendar, department=account.only)


def _open_lifts(visit: Visit, account: Account) -> Found:
    return waiting.open_lifts(on=visit.today, calendar=visit.calendar, department=account.only)


def _lifts(visit: Visit, account: Account) -> Found:
    return lifting.reported(account.period, department=account.only)


def _objections(part: str) -> Callable[[Visit, Account], Found]:
    return lambda visit, account: undone.objections_of(
        account.period, part, department=account.only
    )


def _recalls(acknowledged: bool | None) -> Callable[[Visit, Account], Found]:
    def found(visit: Visit, account: Account) -> Found:
        told = disclosure.recalls(recipient=account.only)
        listed = [each for each in told if is_asked(each.recipient)]
        if acknowledged is None:
            return listed
        return [each for each in listed if bool(each.acknowledged_at) is acknowledged]

    return found


def _left(visit: Visit, account: Account) -> Found:
    open_then = [subject for _, subject in open_on_the_last_day(asked(visit, account))]
    return Clock.objects.filter(kind="lift", subject__in=open_then).order_by("start_on", "subject")


def _wrongful(visit: Visit, account: Account) -> Found:
    return restrictions(asked(visit, account))


def _clock_lines(visit: Visit, clocks: Iterable[Clock]) -> list[Line]:
    listed = [settled_duty(each, visit.calendar) for each in clocks]
    shown = measures.measures(ids=(each.aggregate for each in listed))
    return [
        Line(
            organisation=row.organisation,
            name=row.name,
            what=str(WORDS["duty"].get(row.kind, row.kind)),
            detail=row.detail,
            department=row.department,
            since=duty.start_on,
            due_on=duty.due_on,
            done_on=duty.met_on,
            url=row.url,
        )
        for row, duty in zip(duty_rows(visit, listed, shown), listed, strict=True)
    ]


def _objection_lines(visit: Visit, objections: Iterable[Objection]) -> list[Line]:
    listed = list(objections)
    names = named(each.organisation for each in listed)
    return [
        Line(
            organisation=each.organisation,
            name=names.get(each.organisation, each.organisation),
            what=str(WORDS["reason"].get(each.reason, each.reason)),
            detail=str(WORDS["outcome"].get(each.outcome, each.outcome)),
            department=visit.titles.department(each.department),
            since=each.filed_on,
            due_on=each.verification_due,
            done_on=each.decided_on,
            url=reverse("web:objection", args=[each.id]),
        )
        for each in listed
    ]


def _recall_lines(visit: Visit, recalls: Iterable[Recall]) -> list[Line]:
    listed = list(recalls)
    names = named(each.organisation for each in listed)
    days = due(listed, visit.law) if visit.law else {}
    return [
        Line(
            organisation=each.organisation,
            name=names.get(each.organisation, each.organisation),
            what=str(WORDS["recall"].get(each.kind, each.kind)),
            detail=each.document,
            department=visit.titles.department(each.recipient),
            since=local_day(each.told_last),
            due_on=days[each.position].due if each.position in days else None,
            done_on=local_day(each.acknowledged_at) if each.acknowledged_at else None,
            url=reverse("web:record", args=[each.record]),
        )
        for each in listed
    ]


def _restriction_lines(visit: Visit, found: Iterable[Restriction]) -> list[Line]:
    listed = list(found)
    names = named(each.organisation for each in listed)
    return [
        Line(
            organisation=each.organisation,
            name=names.get(each.organisation, each.organisation),
            what=visit.titles.ground(each.ground),
            detail=ngettext("{n} day in force", "{n} days in force", each.days).format(n=each.days),
            department=visit.titles.department(each.department),
            since=each.first_day,
            due_on=None,
            done_on=each.found_on,
            url=reverse("web:case", args=[each.id]),
        )
        for each in listed
    ]


def _clocks(
    title: Promise, found: Callable[[Visit, Account], Found], *, now: bool = True
) -> Number:
    return Number(title=title, now=now, found=found, lines=_clock_lines)


def _objecting(title: Promise, part: str) -> Number:
    return Number(title=title, now=False, found=_objections(part), lines=_objection_lines)


def _recalling(title: Promise, acknowledged: bool | None) -> Number:
    return Number(title=title, now=True, found=_recalls(acknowledged), lines=_recall_lines)


#: Every number of the oversight pages that is no cell of the duties table, by its address.
NUMBERS: dict[str, Number] = {
    "overdue": _clocks(_("Overdue now"), _overdue),
    "soon": _clocks(_("Due within three working days"), _soon),
    "open-lifts": _clocks(_("Lifts that wait"), _open_lifts),
    "lifts": _clocks(_("Lifts reported"), _lifts, now=False),
    "lifts-left": _clocks(_("Lifts open at the end of the period"), _left, now=False),
    "filed": _objecting(_("Objections filed"), "filed"),
    "decided": _objecting(_("Objections decided"), "decided"),
    "upheld": _objecting(_("Objections upheld"), "upheld"),
    "recalls": _recalling(_("Recalls sent"), None),
    "acknowledged": _recalling(_("Recalls acknowledged"), True),
    "unacknowledged": _recalling(_("Recalls not acknowledged"), False),
    "in-error": Number(
        title=_("Restrictions found in error"), now=False, found=_wrongful, lines=_restriction_lines
    ),
    **PUBLICITY,
}
