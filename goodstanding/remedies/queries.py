"""Which objections and repairs are there?"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from goodstanding.remedies.models import Objection, Proceeding, Repair


def objection(*, id: str) -> Objection | None:
    """The objection of that id, or None."""
    return Objection.objects.filter(id=id).first()


def objections(*, ids: Iterable[str]) -> dict[str, Objection]:
    """Those of these objections that there are, by id."""
    return Objection.objects.in_bulk(list(ids))


def open_objections(*, department: str | None = None) -> QuerySet[Objection]:
    """The objections not yet decided, oldest first; of one department or of all."""
    found = Objection.objects.filter(outcome="").order_by("filed_on", "id")
    return found.filter(department=department) if department else found


def of_department(*, department: str | None = None) -> QuerySet[Objection]:
    """Every objection a department decides, or all departments do, latest filed first."""
    found = Objection.objects.order_by("-filed_on", "id")
    return found.filter(department=department) if department else found


def of_organisation(*, organisation: str) -> QuerySet[Objection]:
    """Every objection an organisation made, latest first."""
    return Objection.objects.filter(organisation=organisation).order_by("-filed_on", "id")


def to_target(*, target: str) -> QuerySet[Objection]:
    """Every objection to a record or a designation, in the order they were filed."""
    return Objection.objects.filter(target=target).order_by("filed_at")


def repair(*, id: str) -> Repair | None:
    """The application for repair of that id, or None."""
    return Repair.objects.filter(id=id).first()


def repairs_of_department(*, department: str | None = None) -> QuerySet[Repair]:
    """Every application a department decides, or all departments do, latest filed first."""
    found = Repair.objects.order_by("-filed_on", "id")
    return found.filter(department=department) if department else found


def repairs_of_organisation(*, organisation: str) -> QuerySet[Repair]:
    """Every application an organisation made, latest first."""
    return Repair.objects.filter(organisation=organisation).order_by("-filed_on", "id")


def repairs_of_target(*, target: str) -> QuerySet[Repair]:
    """Every application about a record or a designation, in the order they were filed."""
    return Repair.objects.filter(target=target).order_by("filed_at")


def proceeding(*, id: str) -> Proceeding | None:
    """The review or court case of that id, or None."""
    return Proceeding.objects.filter(id=id).first()


def proceedings_of_department(*, department: str | None = None) -> QuerySet[Proceeding]:
    """Every review or court case about what a department decided, or all; latest first."""
    found = Proceeding.objects.order_by("-opened_on", "id")
    return found.filter(department=department) if department else found


def proceedings_of_organisation(*, organisation: str) -> QuerySet[Proceeding]:
    """Every review or court case of an organisation, latest first."""
    return Proceeding.objects.filter(organisation=organisation).order_by("-opened_on", "id")


def shield(*, organisation: str, on: date) -> str:
    """The ruling that shields an organisation on a day, as court and number; empty without one."""
    mine = Proceeding.objects.filter(target=organisation, kind="bankruptcy", stayed_from__lte=on)
    found = mine.filter(Q(stayed_until__isnull=True) | Q(stayed_until__gte=on)).first()
    return f"{found.body} {found.document}" if found else ""


def proceedings_about(*, targets: Iterable[str]) -> QuerySet[Proceeding]:
    """Every review or court case about some records and designations, oldest first."""
    return Proceeding.objects.filter(target__in=list(targets)).order_by("entered_at")
