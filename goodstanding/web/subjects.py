"""What a step is about: a case, a record, an objection or a measure, with who may look at it."""

from collections.abc import Callable

import msgspec
from django.urls import reverse
from django.utils.translation import gettext

from goodstanding.flow import policy
from goodstanding.flow.respond import measure_of
from goodstanding.register.reading import states, stream_of
from goodstanding.rules.catalogue.commitment_rules import CommitmentTemplate
from goodstanding.rules.errors import refuse
from goodstanding.rules.rights import Action
from goodstanding.rules.states import (
    Application,
    Commitment,
    Designation,
    Distinction,
    Measure,
    Objection,
    Organisation,
    Proceeding,
    Record,
    Removal,
    Repair,
)
from goodstanding.rules.working_set import WorkingSet
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.visit import Visit


class Meant(msgspec.Struct, frozen=True, kw_only=True):
    """An organisation itself, as a department handles it."""

    id: str
    organisation: str
    department: str


class ToPromise(msgspec.Struct, frozen=True, kw_only=True):
    """An organisation about to promise something to a department, by a text of the catalogue."""

    id: str
    organisation: str
    department: str
    template: CommitmentTemplate


About = (
    Designation
    | Record
    | Objection
    | Measure
    | Distinction
    | Meant
    | Repair
    | Removal
    | Proceeding
    | Commitment
    | ToPromise
    | Application
)


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """The thing a page is about; ``state`` is the register's, ``work`` all of its organisation."""

    id: str
    state: About
    work: WorkingSet
    title: str
    url: str

    @property
    def organisation(self) -> str:
        """The credit code of the organisation concerned."""
        return self.state.organisation

    @property
    def department(self) -> str:
        """The department it belongs to."""
        return self.state.department

    @property
    def name(self) -> str:
        """The organisation's present name."""
        found = self.work.find(Organisation, self.organisation)
        return found.name if found else self.organisation


Load = Callable[[Visit, str], Subject]


def case(visit: Visit, id: str) -> Subject:
    """A case; for the department, the organisation, the credit office and auditors."""
    work = _work(id)
    found = work.find(Designation, id) or refuse(PageUnknown())
    _may_read(visit, Action.READ_CASE, found)
    title = visit.titles.ground(found.ground)
    return Subject(id=id, state=found, work=work, title=title, url=reverse("web:case", args=[id]))


def record(visit: Visit, id: str) -> Subject:
    """A record, or a designation under its permanent address."""
    work = _work(id)
    found = work.find(Record, id) or work.find(Designation, id) or refuse(PageUnknown())
    _may_read(visit, Action.READ_DOSSIER, found)
    named = isinstance(found, Record)
    title = found.document if isinstance(found, Record) else visit.titles.ground(found.ground)
    url = reverse("web:record" if named else "web:case", args=[id])
    return Subject(id=id, state=found, work=work, title=title, url=url)


def record_alone(visit: Visit, id: str) -> Subject:
    """A record; a designation has no such step."""
    found = record(visit, id)
    return found if isinstance(found.state, Record) else refuse(PageUnknown())


def objection(visit: Visit, id: str) -> Subject:
    """An objection; for who decides it and who made it."""
    work = _work(id)
    found = work.find(Objection, id) or refuse(PageUnknown())
    _may_read(visit, Action.READ_DOSSIER, found)
    url = reverse("web:objection", args=[id])
    return Subject(id=id, state=found, work=work, title=gettext("Objection"), url=url)


def repair(visit: Visit, id: str) -> Subject:
    """An application for repair; for who decides it and who made it."""
    work = _work(id)
    found = work.find(Repair, id) or refuse(PageUnknown())
    _may_read(visit, Action.READ_DOSSIER, found)
    url = reverse("web:repair", args=[id])
    return Subject(id=id, state=found, work=work, title=gettext("Repair"), url=url)


def proceeding(visit: Visit, id: str) -> Subject:
    """A review or court case; for the department it is about and the organisation."""
    work = _work(id)
    found = work.find(Proceeding, id) or refuse(PageUnknown())
    _may_read(visit, Action.READ_DOSSIER, found)
    url = reverse("web:proceeding", args=[id])
    title = gettext("Review or court case")
    return Subject(id=id, state=found, work=work, title=title, url=url)


def promise(visit: Visit, id: str) -> Subject:
    """A promise; for the department it was made to and the organisation that made it."""
    work = _work(id)
    found = work.find(Commitment, id) or refuse(PageUnknown())
    _may_read(visit, Action.READ_COMMITMENT, found)
    title = visit.titles.commitment(found.template)
    return Subject(
        id=id, state=found, work=work, title=title, url=reverse("web:promise", args=[id])
    )


def application(visit: Visit, id: str) -> Subject:
    """An application at a desk; for the department, the organisation, and oversight."""
    work = _work(id)
    found = work.find(Application, id) or refuse(PageUnknown())
    _may_read(visit, Action.READ_APPLICATIONS, found)
    url, title = reverse("web:application", args=[id]), visit.titles.item(found.item)
    return Subject(id=id, state=found, work=work, title=title, url=url)


def task(visit: Visit, id: str) -> Subject:
    """The measure a task belongs to; for the implementing department and oversight."""
    work = _work(measure_of(id))
    found = work.find(Measure, measure_of(id)) or refuse(PageUnknown())
    _may_read(visit, Action.READ_TASKS, found)
    title = visit.titles.measure(found.measure)
    return Subject(id=id, state=found, work=work, title=title, url=reverse("web:task", args=[id]))


def _work(aggregate: str) -> WorkingSet:
    stream = stream_of(aggregate)
    return WorkingSet(states(stream) if stream else {})


def work_of(aggregate: str) -> WorkingSet | None:
    """All of the organisation an aggregate belongs to; None where the register has none."""
    return _work(aggregate) if aggregate and stream_of(aggregate) else None


def _may_read(visit: Visit, action: Action, found: About) -> None:
    policy.require(
        visit.actor, action, department=found.department, organisation=found.organisation
    )
