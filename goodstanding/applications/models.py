"""Applications at the desks of departments, computed from their acts."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class Application(models.Model):
    """An application for an item: where it stands, its limit, its promise, what it saved.

    ``promise``: empty where nothing was promised, else `awaited`, `kept`, `late` or `not-supplied`.
    ``commitment``: the promise of the catalogue that it is, if it is one.
    ``saved``: working days of the ordinary limit that were not needed, once it is decided.
    """

    id = models.TextField(primary_key=True)
    organisation = models.TextField()
    department = models.TextField()
    item = models.TextField()
    case_number = models.TextField()
    stage = models.TextField()
    received_on = models.DateField()
    received_at = models.BigIntegerField()
    missing = ArrayField(models.TextField())
    told_on = models.DateField(null=True)
    accepted_on = models.DateField(null=True)
    lane = models.TextField()
    limit_due = models.DateField(null=True)
    limit_not_before = models.DateField(null=True)
    ordinary = models.IntegerField()
    promise = models.TextField()
    commitment = models.TextField(default="")
    promise_due = models.DateField(null=True)
    awaits = models.BooleanField()
    supplied_on = models.DateField(null=True)
    consequence = models.TextField()
    outcome = models.TextField()
    decided_on = models.DateField(null=True)
    used = models.IntegerField(null=True)
    saved = models.IntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation"], name="applications_of_one"),
            models.Index(fields=["department", "received_on"], name="applications_of_a_desk"),
            models.Index(
                fields=["promise_due"], condition=Q(awaits=True), name="papers_that_are_awaited"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(promise="") ^ Q(promise_due__isnull=False),
                name="a_promise_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(outcome="") ^ Q(decided_on__isnull=False),
                name="an_end_of_an_application_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(promise="") | Q(accepted_on__isnull=False),
                name="nothing_is_promised_before_acceptance",
            ),
        ]

    def __str__(self) -> str:
        return self.id
