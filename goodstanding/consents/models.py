"""Consents, computed from their acts; and pulls: what was told under them, outside the chain."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q


class Consent(models.Model):
    """Who may consult an organisation, for what, on which days; see `rules.consent.state.Consent`.

    ``classes``: ids of the classes of data; ``reminders``: when the organisation is reminded of it.
    """

    id = models.TextField(primary_key=True)
    organisation = models.TextField()
    grantee = models.TextField()
    grantee_kind = models.TextField()
    purpose = models.TextField()
    product = models.TextField()
    classes = ArrayField(models.TextField())
    first_day = models.DateField()
    last_day = models.DateField()
    continuous = models.BooleanField()
    reminders = ArrayField(models.DateField())
    given_on = models.DateField()
    given_by = models.TextField()
    given_at = models.BigIntegerField()
    revoked_on = models.DateField(null=True)
    used_on = models.DateField(null=True)
    receipt = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["organisation"], name="consents_of_an_organisation"),
            models.Index(fields=["grantee", "last_day"], name="consents_to_a_grantee"),
            models.Index(
                fields=["last_day"],
                condition=Q(continuous=True, revoked_on__isnull=True),
                name="consents_that_go_on",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="a_consent_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(continuous=False) | Q(used_on__isnull=True),
                name="only_a_consent_for_one_time_is_used_up",
            ),
            models.CheckConstraint(
                condition=~Q(grantee=F("organisation")), name="nobody_consents_to_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.id


class Pull(models.Model):
    """One access under a consent: to whom, when, which classes and record versions. Append-only.

    ``recipient``: as the disclosure ledger names the institution; ``records`` and ``versions`` go
    together; ``digest``: SHA-256 in hex of what was told; ``not_after``: no copy is used after it.
    """

    id = models.TextField(primary_key=True)
    consent = models.TextField()
    organisation = models.TextField()
    grantee = models.TextField()
    recipient = models.TextField()
    by = models.TextField()
    client = models.TextField()
    purpose = models.TextField()
    classes = ArrayField(models.TextField())
    on_day = models.DateField()
    position = models.BigIntegerField()
    rulebook = models.TextField()
    calendar = models.TextField()
    records = ArrayField(models.TextField())
    versions = ArrayField(models.IntegerField())
    digest = models.TextField()
    not_after = models.DateField()
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "at"], name="pulls_of_an_organisation"),
            models.Index(fields=["consent", "at"], name="pulls_under_a_consent"),
            models.Index(fields=["grantee", "at"], name="pulls_of_a_grantee"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(classes=[]), name="a_pull_tells_a_class_of_data"),
            models.CheckConstraint(condition=~Q(consent=""), name="a_pull_rests_on_a_consent"),
        ]

    def __str__(self) -> str:
        return self.id
