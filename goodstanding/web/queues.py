"""What waits for whom: the queues of an officer and of a second person, each with its list."""

from collections import Counter
from urllib.parse import urlencode

import msgspec
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodstanding.designations.finding import Wanted, find
from goodstanding.designations.models import Case
from goodstanding.designations.queries import endings_told
from goodstanding.inspections import queries as inspections
from goodstanding.intake.staging import waiting_for_colleague
from goodstanding.procedures.queries import cases as procedure_cases
from goodstanding.removals.queries import to_approve
from goodstanding.rules.actors import Role
from goodstanding.rules.changing.columns import CHANGES
from goodstanding.rules.designation.turn import Turn
from goodstanding.web import (
    application_lists,
    confirmations,
    looks,
    objection_lists,
    promise_lists,
    repair_lists,
)
from goodstanding.web.application_lists import ApplicationFilter
from goodstanding.web.case_lists import ENDING
from goodstanding.web.confirmations import ConfirmationFilter
from goodstanding.web.looks import LookFilter
from goodstanding.web.objection_lists import ObjectionFilter
from goodstanding.web.promise_lists import DeskPromiseFilter
from goodstanding.web.repair_lists import RepairFilter
from goodstanding.web.returns import whole_city
from goodstanding.web.turns import turns
from goodstanding.web.visit import Visit


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    """What waits for one kind of step: how many, and the address of exactly these."""

    word: Promise
    count: int
    url: str


def queues(visit: Visit) -> list[Queue]:
    """The queues of whoever looks: an officer's, a reviewer's, or both where somebody is both.

    Four eyes count: what somebody proposed, took up or entered waits for another than them.
    """
    roles = visit.actor.roles
    desk = bool(roles & {Role.OFFICER, Role.REVIEWER})
    waiting = _cases(visit) if desk else []
    found = []
    if Role.OFFICER in roles:
        found += _officer(visit, waiting)
    if Role.REVIEWER in roles:
        found += _reviewer(visit, waiting)
    return [*found, *(_confirmations(visit) + _looks(visit) + _unpaid(visit) if desk else [])]


def _cases(visit: Visit) -> list[tuple[Case, Turn]]:
    wanted = Wanted(department=visit.actor.department, undecided=True)
    cases = list(find(wanted, on=visit.today))
    told = turns(visit, cases)
    return [(each, told[each.id]) for each in cases if each.id in told]


def _officer(visit: Visit, waiting: list[tuple[Case, Turn]]) -> list[Queue]:
    many = Counter(turn for _, turn in waiting)
    return [
        _of_cases(_("Notices to serve"), many[Turn.NOTICE], waits=Turn.NOTICE),
        _of_cases(_("Hearings to hold"), many[Turn.HEARING], waits=Turn.HEARING),
        _objections(visit, _("Objections to take up"), state="filed"),
        _contests(visit),
        _repairs(visit, _("Applications for repair to answer"), state="filed"),
        *_applications(visit),
        _promises(visit, _("Claims about promises to look at"), claimed="new"),
    ]


def _reviewer(visit: Visit, waiting: list[tuple[Case, Turn]]) -> list[Queue]:
    me = visit.actor.id
    ready = sum(turn is Turn.DECISION and case.proposer != me for case, turn in waiting)
    return [
        _of_cases(_("Cases to decide"), ready, waits=Turn.DECISION, by="others"),
        _endings(visit),
        _objections(visit, _("Objections to decide"), state="accepted", by="others"),
        _changes(visit),
        _repairs(visit, _("Repairs to decide"), state="repair-accepted", by="others"),
        _removals(visit),
        _promises(visit, _("Promises with a notice to find on"), state="promise-notified"),
        _plans(visit),
    ]


def _endings(visit: Visit) -> Queue:
    many = endings_told(department=visit.actor.department).count()
    return _of_cases(_("Advantages announced to end, to decide"), many, waits=ENDING)


def _plans(visit: Visit) -> Queue:
    department, me = visit.actor.department, visit.actor.id
    found = inspections.to_approve(department=department, other_than=me)
    word = _("Inspection plans to approve")
    return Queue(word=word, count=found.count(), url=f"{reverse('web:inspections')}?by=others")


def _contests(visit: Visit) -> Queue:
    found = inspections.with_contests(department=visit.actor.department)
    word = _("Inspection plans with contests to answer")
    return Queue(word=word, count=found.count(), url=reverse("web:inspections"))


def _applications(visit: Visit) -> list[Queue]:
    """Only where the rulebook gives the department items to handle."""
    items = visit.law.rulebook.items.values() if visit.law else ()
    if not any(each.department == visit.actor.department for each in items):
        return []
    return [
        _application(visit, _("Applications to accept"), state="to-accept"),
        _application(visit, _("Promised papers that did not come"), state="promise-over"),
    ]


def _application(visit: Visit, word: Promise, **asked: str) -> Queue:
    chosen = ApplicationFilter.asking(visit, asked)
    count = application_lists.fitting(visit, chosen).count()
    return Queue(word=word, count=count, url=chosen.address)


def _changes(visit: Visit) -> Queue:
    found = waiting_for_colleague(
        department=visit.actor.department,
        other_than=visit.actor.id,
        kinds=CHANGES,
        at=visit.call.at,
    )
    word = _("Files of changes to records to look at")
    return Queue(word=word, count=len(found), url=reverse("web:changes"))


def _removals(visit: Visit) -> Queue:
    found = to_approve(department=visit.actor.department, other_than=visit.actor.id)
    word = _("Destructions of contents to approve")
    return Queue(word=word, count=found.count(), url=f"{reverse('web:removals')}?by=others")


def _of_cases(word: Promise, count: int, **asked: str) -> Queue:
    return Queue(word=word, count=count, url=f"{reverse('web:cases')}?{urlencode(asked)}")


def _objections(visit: Visit, word: Promise, **asked: str) -> Queue:
    chosen = ObjectionFilter.asking(visit, asked)
    count = objection_lists.fitting(visit, chosen).count()
    return Queue(word=word, count=count, url=chosen.address)


def _repairs(visit: Visit, word: Promise, **asked: str) -> Queue:
    chosen = RepairFilter.asking(visit, asked)
    count = repair_lists.fitting(visit, chosen).count()
    return Queue(word=word, count=count, url=chosen.address)


def _promises(visit: Visit, word: Promise, **asked: str) -> Queue:
    chosen = DeskPromiseFilter.asking(visit, asked)
    count = promise_lists.of_desk(visit, chosen).count()
    return Queue(word=word, count=count, url=chosen.address)


def _confirmations(visit: Visit) -> list[Queue]:
    chosen = ConfirmationFilter.asking(visit, {"by": "others"})
    found = confirmations.fitting(visit, chosen)
    word = _("Listings decided elsewhere to confirm")
    return [Queue(word=word, count=len(found), url=chosen.address)]


def _unpaid(visit: Visit) -> list[Queue]:
    found = procedure_cases(department=visit.actor.department, stage="unpaid")
    word = _("Payments that wait for their basis")
    return [Queue(word=word, count=found.count(), url=f"{reverse('web:procedures')}?stage=unpaid")]


def _looks(visit: Visit) -> list[Queue]:
    return [
        _look(visit, _("Bases to correct: not read, so not public"), what="basis"),
        _look(visit, _("Texts to read before they are public"), what="text"),
    ]


def _look(visit: Visit, word: Promise, **asked: str) -> Queue:
    mine = {"department": visit.actor.department} if whole_city(visit) else {}
    chosen = LookFilter.asking(visit, {**mine, **asked})
    return Queue(word=word, count=looks.fitting(visit, chosen).count(), url=chosen.address)
