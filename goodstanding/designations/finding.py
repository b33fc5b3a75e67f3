"""Which cases fit what is asked: state, ground, organisation or document, days."""

from datetime import date

import msgspec
from django.db.models import Case as Choice
from django.db.models import Exists, F, Q, QuerySet, TextField, Value, When

from goodstanding.database.folding import FoldedDocument, folded_document
from goodstanding.designations.models import Case
from goodstanding.designations.queries import UNDECIDED, covering
from goodstanding.organisations.queries import meant

#: What a case can be on a day, as `rules.standing.designation_state` tells it.
STATES = ("proposed", "notified", "in-force", "stayed", "over", "dropped", "ended", "to-come")


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What a list of cases asks for; what is left empty asks for nothing.

    ``text``: of a name or code of the organisation, of a document's or a case's number.
    ``proposed_by``: an officer's id; ``not_by``: another proposed it.
    Days are legal days, both included.
    """

    department: str = ""
    state: str = ""
    undecided: bool = False
    ground: str = ""
    text: str = ""
    proposed_by: str = ""
    not_by: str = ""
    opened_since: date | None = None
    opened_until: date | None = None
    ends_since: date | None = None
    ends_until: date | None = None


def find(wanted: Wanted, *, on: date) -> QuerySet[Case]:
    """The cases that fit, latest opened first, each with its ``state`` on a day."""
    found = Case.objects.annotate(state=_state(on)).filter(_days(wanted))
    if wanted.department:
        found = found.filter(department=wanted.department)
    if wanted.state:
        found = found.filter(state=wanted.state)
    if wanted.undecided:
        found = found.filter(stage__in=UNDECIDED)
    if wanted.ground:
        found = found.filter(ground=wanted.ground)
    if wanted.proposed_by:
        found = found.filter(proposer=wanted.proposed_by)
    if wanted.not_by:
        found = found.exclude(proposer=wanted.not_by)
    if wanted.text:
        found = found.annotate(folded=FoldedDocument("document")).filter(_text(wanted.text))
    return found.order_by("-opened_on", "id")


def _state(on: date) -> Choice:
    ended = Q(ended_from_start=True) | Q(ended_on__lte=on)
    return Choice(
        When(first_day__isnull=True, then=F("stage")),
        When(ended, then=Value("ended")),
        When(last_day__lt=on, then=Value("over")),
        When(first_day__gt=on, then=Value("to-come")),
        When(Exists(covering(on)), then=Value("stayed")),
        default=Value("in-force"),
        output_field=TextField(),
    )


def _days(wanted: Wanted) -> Q:
    asked = {
        "opened_on__gte": wanted.opened_since,
        "opened_on__lte": wanted.opened_until,
        "last_day__gte": wanted.ends_since,
        "last_day__lte": wanted.ends_until,
    }
    return Q(**{name: day for name, day in asked.items() if day})


def _text(text: str) -> Q:
    numbered = Q(folded__contains=folded_document(text)) | Q(case_number__icontains=text.strip())
    return Q(organisation__in=meant(q=text)) | numbered
