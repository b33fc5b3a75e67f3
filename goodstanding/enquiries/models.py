"""Receipts of checks: what was asked, what was answered, and on what it rested."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q


class Receipt(models.Model):
    """One answered check. Append-only.

    ``records`` and ``versions`` go together, one of each per record the answer rests on.
    ``recipient`` is who was told (`Actor.recipient`), ``asked_by`` the actor.
    """

    id = models.TextField(primary_key=True)
    organisation = models.TextField()
    procedure = models.TextField()
    case_number = models.TextField()
    on_day = models.DateField()
    position = models.BigIntegerField()
    answer = models.TextField()
    act_as = models.TextField()
    known = models.BooleanField()
    rulebook = models.TextField()
    calendar = models.TextField()
    effects = models.JSONField()
    records = ArrayField(models.TextField())
    versions = ArrayField(models.IntegerField())
    asked_by = models.TextField()
    department = models.TextField()
    recipient = models.TextField()
    at = models.DateTimeField()

    class Meta:
        indexes = [
            GinIndex(fields=["records"], name="receipts_relying_on_a_record"),
            models.Index(fields=["organisation"], name="receipts_of_an_organisation"),
            models.Index(fields=["recipient", "at"], name="receipts_of_a_recipient"),
            models.Index(fields=["recipient", "case_number"], name="receipts_of_a_case"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer__in=["clear", "advantage", "restricted", "stayed", "review"]),
                name="a_check_gives_one_of_five_answers",
            ),
            models.CheckConstraint(
                condition=Q(act_as__in=["clear", "advantage", "restricted"]),
                name="one_acts_on_a_firm_answer",
            ),
        ]

    def __str__(self) -> str:
        return self.id
