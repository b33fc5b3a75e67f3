"""What was answered, to whom, resting on what?"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Max, QuerySet, Value, When, Window
from django.db.models.expressions import RawSQL
from django.db.models.functions import Lag, RowNumber

from goodstanding.enquiries.models import Receipt

#: Strongest first: what an officer has to look at stands at the top.
STRENGTH = ("review", "restricted", "stayed", "advantage", "clear")

_NAMING = """
    SELECT receipt.id FROM unnest(%s::text[], %s::text[]) AS ended (designation, organisation)
      JOIN enquiries_receipt AS receipt USING (organisation)
     WHERE receipt.effects @> jsonb_build_array(jsonb_build_object(
           'decision', jsonb_build_object('designation', ended.designation)))
"""


def receipt(*, id: str) -> Receipt | None:
    """The receipt of that id, or None."""
    return Receipt.objects.filter(id=id).first()


def receipts(*, ids: Iterable[str]) -> dict[str, Receipt]:
    """The receipts of these ids, as far as they exist."""
    return Receipt.objects.in_bulk(list(set(ids)))


def relying_on(*, records: Iterable[str], recipient: str | None = None) -> QuerySet[Receipt]:
    """Every check whose answer rested on any of the records, in the order they were asked.

    Args:
        recipient: of one, or of all.
    """
    found = Receipt.objects.filter(records__overlap=list(records)).order_by("at", "id")
    return found if recipient is None else found.filter(recipient=recipient)


def relying_on_designations(
    *, ended: Mapping[str, str], recipient: str | None = None
) -> QuerySet[Receipt]:
    """Every check whose answer named one of the designations, in the order they were asked.

    Args:
        ended: ids of designations, each with the code of its organisation.
        recipient: of one, or of all.
    """
    asked = [list(ended), list(ended.values())]
    found = Receipt.objects.filter(pk__in=RawSQL(_NAMING, asked)).order_by("at", "id")
    return found if recipient is None else found.filter(recipient=recipient)


def of_organisations(*, codes: Iterable[str], recipient: str | None = None) -> QuerySet[Receipt]:
    """Every check about some organisations, in the order they were asked.

    Args:
        recipient: of one, or of all.
    """
    found = Receipt.objects.filter(organisation__in=set(codes)).order_by("at", "id")
    return found if recipient is None else found.filter(recipient=recipient)


def of_recipient(*, recipient: str) -> QuerySet[Receipt]:
    """Every check somebody asked for, latest first."""
    return Receipt.objects.filter(recipient=recipient).order_by("-at", "id")


def of_organisation(*, organisation: str) -> QuerySet[Receipt]:
    """Every check about an organisation, latest first."""
    return Receipt.objects.filter(organisation=organisation).order_by("-at", "id")


def cases(
    *,
    recipient: str,
    q: str = "",
    procedure: str = "",
    since: date | None = None,
    until: date | None = None,
) -> QuerySet[Any]:
    """The cases somebody asked for, latest first: number, procedure, organisations, last moment.

    Args:
        q: part of a case number.
        since, until: legal days of the last check, both included.
    """
    found = Receipt.objects.filter(recipient=recipient).exclude(case_number="")
    if q:
        found = found.filter(case_number__icontains=q)
    if procedure:
        found = found.filter(procedure=procedure)
    listed = found.values("case_number", "procedure").annotate(
        organisations=Count("organisation", distinct=True), last=Max("at")
    )
    if since:
        listed = listed.filter(last__date__gte=since)
    if until:
        listed = listed.filter(last__date__lte=until)
    return listed.order_by("-last", "case_number")


def latest_of_case(*, recipient: str, case_number: str, procedure: str) -> QuerySet[Receipt]:
    """The last answer about each organisation of a case, strongest first.

    Each with what was answered the time before: ``before``, ``before_act_as``, ``before_at`` and
    ``before_id``; None where it was asked once.
    """
    ranks = [When(answer=each, then=Value(n)) for n, each in enumerate(STRENGTH)]
    return (
        Receipt.objects.filter(recipient=recipient, case_number=case_number, procedure=procedure)
        .annotate(
            rank=Case(*ranks, output_field=IntegerField()),
            nth=Window(RowNumber(), "organisation", [F("at").desc(), F("id").desc()]),
            before=_before("answer"),
            before_act_as=_before("act_as"),
            before_at=_before("at"),
            before_id=_before("id"),
        )
        .filter(nth=1)
        .order_by("rank", "organisation")
    )


def _before(field: str) -> Window:
    return Window(Lag(field), "organisation", [F("at").asc(), F("id").asc()])
