"""What restricts an organisation, by the decision behind it: a list with what is there twice."""

from datetime import date

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodstanding.flow.read import Dossier
from goodstanding.flow.stacking import stacked
from goodstanding.rules.stacking import DESIGNATIONS, MEASURES, RECORDS, Fact, Restriction
from goodstanding.web.visit import Visit

TWICE: dict[str, Promise] = {
    DESIGNATIONS: _("More than one designation rests on this decision"),
    MEASURES: _("The same measure rests on it more than once"),
    RECORDS: _("More than one record tells of it"),
}


class MeasureLine(msgspec.Struct, frozen=True, kw_only=True):
    """One measure with its departments, its state and its last day."""

    title: str
    departments: str
    state: str
    last_day: date


class Under(msgspec.Struct, frozen=True, kw_only=True):
    """One designation under a fact."""

    id: str
    title: str
    document: str
    measures: tuple[MeasureLine, ...]


class FactShown(msgspec.Struct, frozen=True, kw_only=True):
    """One fact: which record tells of it, what rests on it, and why it is flagged."""

    fact: Fact
    department: str
    under: tuple[Under, ...]
    twice: tuple[Promise, ...]


def facts_of(visit: Visit, dossier: Dossier) -> tuple[FactShown, ...]:
    """The facts that restrict an organisation today, oldest first."""
    return tuple(
        FactShown(
            fact=each,
            department=visit.titles.department(each.department),
            under=tuple(_under(visit, one) for one in each.restrictions),
            twice=tuple(TWICE[why] for why in each.twice),
        )
        for each in stacked(dossier)
    )


def _under(visit: Visit, one: Restriction) -> Under:
    return Under(
        id=one.designation,
        title=visit.titles.ground(one.ground),
        document=one.document,
        measures=tuple(
            MeasureLine(
                title=visit.titles.measure(each.measure),
                departments=visit.titles.departments(each.departments),
                state=str(each.force),
                last_day=each.last_day,
            )
            for each in one.measures
        ),
    )
