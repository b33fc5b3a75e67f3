"""What cases wait for: their turn, told for a whole list at once."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodstanding.designations.models import Case
from goodstanding.designations.queries import UNDECIDED
from goodstanding.register.reading import stored
from goodstanding.rules.designation.turn import Turn, turn
from goodstanding.rules.states import Designation
from goodstanding.web.visit import Visit

TURNS: dict[str, Promise] = {
    Turn.NOTICE: _("The notice is to be served"),
    Turn.ORGANISATION: _("The organisation may answer"),
    Turn.HEARING: _("The hearing is to be held"),
    Turn.DECISION: _("To be decided"),
}


def turns(visit: Visit, cases: Iterable[Case]) -> dict[str, Turn]:
    """The turn of each undecided case among these, by id; one query however many there are."""
    if visit.law is None:
        return {}
    ids = [each.id for each in cases if each.stage in UNDECIDED]
    found = stored(ids) if ids else {}
    return {
        id: turn(state, law=visit.law, on=visit.today)
        for id, state in found.items()
        if isinstance(state, Designation)
    }
