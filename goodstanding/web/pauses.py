"""Why something is paused: said beside a duty whose measure, case or record is under an objection."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.translation import gettext

from goodstanding.clocks.queries import Duty
from goodstanding.designations import queries as designations
from goodstanding.measures.models import AppliedMeasure
from goodstanding.publication import queries as publication
from goodstanding.web.dates import full
from goodstanding.web.visit import Visit


def pauses(
    visit: Visit, duties: Iterable[Duty], measures: Mapping[str, AppliedMeasure]
) -> dict[str, str]:
    """Why the aggregate of a duty is paused, by its id; four queries however many duties.

    A measure is paused while every designation that still carries it is stayed; a case not yet
    decided while a record it rests on is disputed, and so is a disputed record.
    """
    listed = list(duties)
    held = {
        each.aggregate: measures[each.aggregate] for each in listed if each.aggregate in measures
    }
    others = {each.aggregate for each in listed if each.aggregate not in measures}
    return {**_stayed(visit, held), **_disputed(others)}


def _stayed(visit: Visit, held: Mapping[str, AppliedMeasure]) -> dict[str, str]:
    ids = {id for measure in held.values() for id in measure.designations}
    masked = designations.stayed(on=visit.today).filter(id__in=ids) if ids else ()
    since = {each.id: each.stayed_since for each in masked}
    firm = {each.id for each in designations.in_force(on=visit.today).filter(id__in=ids)}
    return {
        id: _said(max(days))
        for id, measure in held.items()
        if (days := [day for each in measure.designations if (day := since.get(each))])
        and not firm.intersection(measure.designations)
        and not _runs_on(visit, measure)
    }


def _runs_on(visit: Visit, measure: AppliedMeasure) -> bool:
    """Whether the law lets the measure run on while an objection is verified."""
    known = visit.law.rulebook.measures.get(measure.measure) if visit.law else None
    return known is not None and known.stay_exempt is not None


def _said(since: date) -> str:
    text = gettext(
        "The measure is paused since {day}: an objection is being verified, or a review body or"
        " court ordered it."
    )
    return text.format(day=full(since))


def _disputed(ids: set[str]) -> dict[str, str]:
    cases = designations.cases(ids=ids) if ids else {}
    records = {record for case in cases.values() for record in case.records} | ids
    entries = publication.entries(records=records) if ids else {}
    marked = {id for id, entry in entries.items() if entry.disputed}
    found = {id: gettext("The record is disputed and being verified.") for id in ids & marked}
    waits = gettext("A record it rests on is disputed and being verified: no decision meanwhile.")
    return found | {id: waits for id, case in cases.items() if marked.intersection(case.records)}
