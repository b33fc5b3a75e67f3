"""What an organisation takes away: everything held as a file, and its days for a calendar."""

from django.http import HttpResponse
from django.utils.translation import get_language

from goodstanding.files.calendar_file import calendar_bytes
from goodstanding.flow import policy
from goodstanding.flow.read import read_dossier, read_standing
from goodstanding.register.reading import head, states
from goodstanding.rules.errors import refuse
from goodstanding.rules.rights import Action
from goodstanding.rules.working_set import WorkingSet
from goodstanding.web import downloads
from goodstanding.web.held import held
from goodstanding.web.own_days import days, events
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.visit import Visited


def held_file(request: Visited, code: str, suffix: str) -> HttpResponse:
    """Everything held, as a workbook or as JSON."""
    visit = request.visit
    policy.require(visit.actor, Action.READ_DOSSIER, organisation=code)
    if suffix not in ("xlsx", "json"):
        refuse(PageUnknown())
    found = held(visit, read_dossier(visit.call, code=code), WorkingSet(states(code)))
    name = f"{code}-{visit.today}.{suffix}"
    if suffix == "json":
        return downloads.download(found.json(), name=name, type=downloads.JSON)
    return downloads.download(found.workbook(), name=name, type=downloads.WORKBOOK)


def calendar(request: Visited, code: str) -> HttpResponse:
    """The organisation's days; read in again, the file replaces what an earlier one brought."""
    visit = request.visit
    policy.require(visit.actor, Action.READ_DOSSIER, organisation=code)
    # Taken before the reading: a file that is told something later has a higher sequence.
    position = head().position
    fold = read_standing(visit.call, code=code).standing
    found = days(visit, WorkingSet(states(code)), fold)
    root = request.build_absolute_uri("/").rstrip("/")
    data = calendar_bytes(
        events(found, name=fold.name, root=root),
        name=fold.name,
        language=get_language() or "",
        sequence=position,
        at=visit.call.at,
    )
    return downloads.download(data, name=f"{code}.ics", type=downloads.CALENDAR)
