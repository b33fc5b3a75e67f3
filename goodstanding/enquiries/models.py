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


class Watch(models.Model):
    """A check that stays attached to its case, through ``last_day`` at most. Append-only.

    ``receipt``: the answer it began with. Nothing is in it that the receipt does not tell.
    """

    id = models.TextField(primary_key=True)
    receipt = models.TextField()
    recipient = models.TextField()
    organisation = models.TextField()
    procedure = models.TextField()
    case_number = models.TextField()
    last_day = models.DateField()
    opened_by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["recipient", "last_day"], name="watches_of_a_recipient"),
            models.Index(fields=["last_day"], name="watches_that_go_on"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(case_number=""), name="a_watch_belongs_to_a_case"),
            models.CheckConstraint(condition=~Q(recipient=""), name="somebody_watches"),
        ]

    def __str__(self) -> str:
        return self.id


class WatchStep(models.Model):
    """A stage the case of a watch reached, or its closing. Append-only."""

    id = models.BigAutoField(primary_key=True)
    watch_id = models.TextField()
    stage = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["watch_id", "stage"], name="a_case_reaches_a_stage_once"
            ),
            models.CheckConstraint(
                condition=Q(stage__in=["accept", "award", "pay", "closed"]),
                name="a_case_is_at_a_stage_there_is",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.watch_id} {self.stage}"
