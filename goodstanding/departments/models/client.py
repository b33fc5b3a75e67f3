"""A program that calls the API, for a department, a public body or an organisation."""

import secrets
from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from goodstanding.rules.actors import Scope


class ClientKind(models.TextChoices):
    """For whom the program calls."""

    DEPARTMENT = "department"
    PUBLIC_BODY = "public-body"
    ORGANISATION = "organisation"
    INSTITUTION = "institution"


#: A public body asks and is told; an organisation reads its own; an institution outside the
#: administration asks against consent and is told; only a department does more.
SCOPES_OF_KIND = {
    ClientKind.DEPARTMENT: tuple(each for each in Scope if each is not Scope.CONSENTS),
    ClientKind.PUBLIC_BODY: (Scope.CHECKS, Scope.RECALLS),
    ClientKind.ORGANISATION: (Scope.DOSSIER,),
    ClientKind.INSTITUTION: (Scope.CONSENTS, Scope.RECALLS),
}


def new_client_id() -> str:
    """An id that says nothing about the client."""
    return f"c-{secrets.token_hex(8)}"


def _scopes_fit_the_kind() -> Q:
    fits = Q()
    for kind, scopes in SCOPES_OF_KIND.items():
        fits |= Q(kind=kind.value, scopes__contained_by=sorted(scope.value for scope in scopes))
    return fits


class ApiClient(models.Model):
    """One client of the API, from a first to a last day; of its key only the digest is kept."""

    id = models.CharField(primary_key=True, max_length=40, default=new_client_id, editable=False)
    name = models.CharField(max_length=100, unique=True)
    kind = models.CharField(max_length=20, choices=ClientKind.choices)
    department = models.CharField(max_length=60, blank=True, default="")
    organisation = models.CharField(max_length=18, blank=True, default="")
    institution = models.CharField(max_length=18, blank=True, default="")
    scopes = ArrayField(models.CharField(max_length=20))
    key_digest = models.CharField(max_length=64, unique=True)
    granted_from = models.DateField()
    granted_to = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(granted_to__isnull=True) | Q(granted_to__gte=F("granted_from")),
                name="a_client_does_not_end_before_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(kind=ClientKind.DEPARTMENT.value) ^ Q(department=""),
                name="a_client_of_a_department_and_no_other_names_it",
            ),
            models.CheckConstraint(
                condition=Q(kind=ClientKind.ORGANISATION.value) ^ Q(organisation=""),
                name="a_client_of_an_organisation_and_no_other_names_it",
            ),
            models.CheckConstraint(
                condition=Q(kind=ClientKind.INSTITUTION.value) ^ Q(institution=""),
                name="a_client_of_an_institution_and_no_other_names_it",
            ),
            models.CheckConstraint(
                condition=_scopes_fit_the_kind(), name="a_client_has_the_scopes_of_its_kind"
            ),
        ]

    def open_on(self, day: date) -> bool:
        """Whether the client may call on ``day``; closing ends it at once, that day included."""
        begun = self.granted_from <= day
        ended = self.granted_to is not None and day > self.granted_to
        closed = self.closed_on is not None and day >= self.closed_on
        return begun and not ended and not closed

    def __str__(self) -> str:
        return self.name
