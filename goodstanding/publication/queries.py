"""Which records are there, and what of them may strangers see on a day?"""

from collections.abc import Iterable
from datetime import date

from django.db import connections
from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce
from msgspec import json

from goodstanding.database.folding import FoldedDocument, folded_document
from goodstanding.publication.models import Entry

_COUNTING = """
    SELECT record FROM publication_entry
     WHERE organisation = %(of)s AND adverse AND withdrawn_on IS NULL
       AND public_until >= %(on)s AND public_from <= %(on)s AND decided_on <= %(on)s
       AND (%(after)s::date IS NULL OR decided_on > %(after)s)
       AND (repaired_on IS NULL OR repaired_on > %(on)s)
     ORDER BY public_until DESC, record LIMIT %(limit)s OFFSET %(offset)s
"""
_AMONG = "natural_key = ANY(ARRAY(SELECT jsonb_array_elements_text(%s::jsonb)))"


def entry(*, record: str) -> Entry | None:
    """The record of that id, or None."""
    return Entry.objects.filter(record=record).first()


def entries(*, records: Iterable[str]) -> dict[str, Entry]:
    """The records of these ids, as far as they exist."""
    return Entry.objects.in_bulk(list(set(records)))


def public(*, organisation: str, on: date) -> QuerySet[Entry]:
    """The records about an organisation that strangers see whole on a day, latest first."""
    return _visible(on).filter(organisation=organisation, withdrawn_on__isnull=True)


def stubs(*, organisation: str, on: date) -> QuerySet[Entry]:
    """The withdrawn records of which strangers see number, day and reason; never any content."""
    return _visible(on).filter(organisation=organisation, withdrawn_on__isnull=False)


def _visible(on: date) -> QuerySet[Entry]:
    shown = Entry.objects.filter(public_from__lte=on, public_until__gte=on)
    return shown.exclude(repaired_on__lte=on).order_by("-decided_on", "record")


def all_public(*, on: date) -> QuerySet[Entry]:
    """Every record that strangers see whole on a day, in the order of their ids."""
    return _visible(on).filter(withdrawn_on__isnull=True).order_by("record")


def all_stubs(*, on: date) -> QuerySet[Entry]:
    """Every withdrawn record that leaves a stub on a day, in the order of their ids."""
    return _visible(on).filter(withdrawn_on__isnull=False).order_by("record")


def of_organisation(*, organisation: str) -> QuerySet[Entry]:
    """Every record held about an organisation, public or not, latest first."""
    return Entry.objects.filter(organisation=organisation).order_by("-decided_on", "record")


def about(*, organisations: Iterable[str]) -> QuerySet[Entry]:
    """Every record held about these organisations, those taken back in the order of that."""
    found = Entry.objects.filter(organisation__in=set(organisations))
    return found.order_by(F("withdrawn_on").asc(nulls_last=True), "withdrawn_position", "record")


def of_department(*, department: str, record_kind: str | None = None) -> QuerySet[Entry]:
    """Every record a department supplied, latest entered first."""
    found = Entry.objects.filter(department=department).order_by("-entered_on", "record")
    return found.filter(record_kind=record_kind) if record_kind else found


def counting(
    *, organisation: str, on: date, after: date | None, limit: int, offset: int
) -> list[str]:
    """Ids of the adverse records that strangers see whole on a day from today on.

    Those that are public longest first; as plain SQL, because a check asks it.

    Args:
        after: only what was decided after this day; whenever if None.
        limit, offset: which of them.
    """
    values = {"of": organisation, "on": on, "after": after, "limit": limit, "offset": offset}
    with connections["default"].cursor() as cursor:
        cursor.execute(_COUNTING, values)
        return [record for (record,) in cursor.fetchall()]


def ended_before(*, day: date, department: str | None = None) -> QuerySet[Entry]:
    """What was withdrawn or repaired, or reached its last public day, before a day; oldest first.

    Of a department, or of all.
    """
    ended = Coalesce("withdrawn_on", "repaired_on", "public_until")
    found = Entry.objects.annotate(over_on=ended).filter(over_on__lt=day)
    found = found.order_by("over_on", "record")
    return found.filter(department=department) if department else found


def of_batch(*, batch: str) -> QuerySet[Entry]:
    """The records a batch brought, in the order of its rows."""
    return Entry.objects.filter(batch=batch).order_by("row")


def counting_against(*, kinds: Iterable[str], since: date, on: date) -> QuerySet[Entry]:
    """The adverse records decided after a day that have effect on another, whoever they are about.

    Not one that was taken back, repaired, is disputed, or is past its last public day.
    """
    lasting = Q(public_until__isnull=True) | Q(public_until__gte=on)
    whole = Q(repaired_on__isnull=True) | Q(repaired_on__gt=on)
    return Entry.objects.filter(
        lasting & whole,
        adverse=True,
        disputed=False,
        withdrawn_on__isnull=True,
        record_kind__in=list(kinds),
        decided_on__gte=since,
        decided_on__lte=on,
    )


def transcribed(*, department: str | None = None) -> QuerySet[Entry]:
    """Standing records of listings decided elsewhere, oldest first; confirmed or not.

    Which of them a designation rests on by now, `designations.queries.on_record` tells.
    """
    found = Entry.objects.filter(transcribed=True, withdrawn_on__isnull=True)
    found = found.order_by("entered_on", "record")
    return found.filter(department=department) if department else found


def to_be_looked_at(*, department: str | None = None, what: str = "") -> QuerySet[Entry]:
    """Standing records whose basis was not read or whose texts wait to be read, oldest first.

    Args:
        what: ``basis`` or ``text``; both if empty.
    """
    basis, text = Q(basis_readable=False), ~Q(texts_held="") & Q(texts_withheld=False)
    wanted = {"basis": basis, "text": text}.get(what, basis | text)
    found = Entry.objects.filter(wanted, basis | text, withdrawn_on__isnull=True)
    found = found.order_by("entered_on", "record")
    return found.filter(department=department) if department else found


def by_natural_keys(*, keys: Iterable[str]) -> dict[str, Entry]:
    """The standing record of each natural key that has one; withdrawn records have freed theirs."""
    # One text: thousands of parameters take longer to write down than to look up.
    written = json.encode(sorted(set(keys))).decode()
    among = RawSQL(_AMONG, [written], output_field=BooleanField())
    found = Entry.objects.filter(among, withdrawn_on__isnull=True)
    return {each.natural_key: each for each in found}


def latest_by_natural_keys(*, keys: Iterable[str]) -> dict[str, Entry]:
    """The record of each natural key: the standing one, else the one withdrawn last."""
    found = Entry.objects.filter(natural_key__in=set(keys))
    # Later ones replace earlier ones; the standing one comes last of all.
    ordered = found.order_by(F("withdrawn_on").asc(nulls_last=True), "withdrawn_position")
    return {each.natural_key: each for each in ordered}


def over(*, first: date, last: date, organisations: Iterable[str]) -> QuerySet[Entry]:
    """The records about some organisations whose last public day lies in a span, both included.

    What was taken back or repaired before is out: it ended by an act, and by that was told.
    """
    found = Entry.objects.filter(
        organisation__in=list(organisations), public_until__range=(first, last)
    )
    return found.filter(withdrawn_on__isnull=True, repaired_on__isnull=True).order_by("record")


def with_document(*, document: str, on: date) -> list[tuple[Entry, bool]]:
    """The records of a document number, each with whether strangers see it whole on a day.

    Args:
        document: as typed; width, case, spaces and the kind of brackets do not matter.
        on: the legal day.
    """
    public = Q(public_from__lte=on, public_until__gte=on, withdrawn_on__isnull=True)
    public &= Q(repaired_on__isnull=True) | Q(repaired_on__gt=on)
    found = Entry.objects.annotate(
        folded=FoldedDocument("document"), public=ExpressionWrapper(public, BooleanField())
    ).filter(folded=folded_document(document))
    return [(each, bool(each.public)) for each in found.order_by("organisation", "record")]
