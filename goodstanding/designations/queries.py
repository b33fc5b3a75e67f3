"""Which cases are there, and which of them are in force on a day?"""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from goodstanding.database.folding import FoldedDocument, folded_document
from goodstanding.designations.models import Case, Stay

UNDECIDED = ("proposed", "notified")


def case(*, id: str) -> Case | None:
    """The case of that id, or None."""
    return Case.objects.filter(id=id).first()


def cases(*, ids: Iterable[str]) -> dict[str, Case]:
    """The cases of these ids, as far as they exist."""
    return Case.objects.in_bulk(list(set(ids)))


def touched(*, department: str, first: date, last: date) -> list[str]:
    """The ids of a department's designations that began, changed or ended on some days."""
    days = (first, last)
    stays = Stay.objects.filter(Q(first_day__range=days) | Q(last_day__range=days))
    found = Case.objects.filter(
        Q(opened_on__range=days)
        | Q(decided_on__range=days)
        | Q(ended_on__range=days)
        | Q(last_day__range=days)
        | Q(id__in=stays.values("case_id")),
        department=department,
        first_day__isnull=False,
    )
    return list(found.order_by("id").values_list("id", flat=True))


def open_cases(*, department: str | None = None) -> QuerySet[Case]:
    """The cases not yet decided, oldest first; of one department or of all."""
    found = Case.objects.filter(stage__in=UNDECIDED).order_by("opened_on", "id")
    return found.filter(department=department) if department else found


def of_department(*, department: str) -> QuerySet[Case]:
    """Every case of a department, latest first."""
    return Case.objects.filter(department=department).order_by("-opened_on", "id")


def of_organisation(*, organisation: str) -> QuerySet[Case]:
    """Every case about an organisation, in the order they were opened."""
    return Case.objects.filter(organisation=organisation).order_by("opened_on", "id")


def on_record(*, record: str) -> QuerySet[Case]:
    """Every case that rests, among others, on a record."""
    return Case.objects.filter(records__contains=[record]).order_by("opened_on", "id")


def rested_on(*, records: Iterable[str]) -> set[str]:
    """Those of the records that some case rests on; one query however many there are."""
    wanted = set(records)
    found = Case.objects.filter(records__overlap=sorted(wanted)).values_list("records", flat=True)
    return {each for listed in found for each in listed} & wanted


def counts_on(*, records: Iterable[str]) -> Counter[str]:
    """How many cases that are not over rest on each of the records; one query."""
    wanted = set(records)
    found = Case.objects.filter(
        records__overlap=sorted(wanted), stage__in=(*UNDECIDED, "listed")
    ).values_list("records", flat=True)
    return Counter(each for listed in found for each in listed if each in wanted)


def in_force(*, on: date) -> QuerySet[Case]:
    """The designations in force on a day: begun, not past their last day, not ended, not stayed."""
    return _base(on).filter(~Exists(covering(on)))


def stayed(*, on: date) -> QuerySet[Case]:
    """The designations that would be in force on a day but for a stay."""
    return _base(on).filter(Exists(covering(on)))


def burdened(*, on: date) -> QuerySet[Case, str]:
    """The codes of the organisations that a designation, in force or stayed on a day, restricts."""
    found = _base(on).exclude(sense="advantage").order_by("organisation")
    return found.values_list("organisation", flat=True).distinct()


def seen_by_strangers(*, on: date) -> QuerySet[Case]:
    """Of the designations in force or stayed on a day, those that `rules.publicity.shown` shows.

    Every public door asks this and no other: pages, search, open data, copies, the API.
    """
    return _base(on).filter(shown=True)


def exemplars(*, on: date) -> QuerySet[Case]:
    """The advantages in force on a day that strangers may see, in order of organisation."""
    found = seen_by_strangers(on=on).filter(sense="advantage", doubtful=False)
    return found.filter(~Exists(covering(on)))


def endings_told(*, department: str | None = None) -> QuerySet[Case]:
    """The advantages whose organisation was told that they shall end, oldest first."""
    found = Case.objects.filter(ending_told_on__isnull=False).order_by("ending_told_on", "id")
    return found.filter(department=department) if department else found


def over(*, first: date, last: date, organisations: Iterable[str]) -> QuerySet[Case]:
    """The designations of some organisations whose last day lies in a span, both days included.

    What an act ended before is out.
    """
    found = Case.objects.filter(organisation__in=list(organisations), last_day__range=(first, last))
    return found.filter(ended_on__isnull=True, stage="listed").order_by("id")


def with_document(*, document: str, on: date) -> list[tuple[Case, bool]]:
    """The cases of a decision's number, each with whether strangers see it on a day.

    Args:
        document: as typed; width, case, spaces and the kind of brackets do not matter.
        on: the legal day.
    """
    found = Case.objects.annotate(
        folded=FoldedDocument("document"),
        holds=Exists(seen_by_strangers(on=on).filter(pk=OuterRef("pk"))),
    ).filter(folded=folded_document(document))
    return [(each, bool(each.holds)) for each in found.order_by("organisation", "id")]


def _base(on: date) -> QuerySet[Case]:
    lives = Q(ended_from_start=False) & (Q(ended_on__isnull=True) | Q(ended_on__gt=on))
    return Case.objects.filter(lives, first_day__lte=on, last_day__gte=on).order_by(
        "organisation", "id"
    )


def covering(on: date) -> QuerySet[Stay]:
    """The stays of an outer query's case that mask a day."""
    not_over = Q(last_day__isnull=True) | Q(last_day__gte=on)
    return Stay.objects.filter(not_over, case_id=OuterRef("id"), first_day__lte=on)


def stays(*, case_ids: Iterable[str]) -> list[Stay]:
    """The stays of these cases, in order."""
    return list(Stay.objects.filter(case_id__in=set(case_ids)).order_by("case_id", "ordinal"))
