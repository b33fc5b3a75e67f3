"""Measures and their tasks, computed from their acts."""

from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q


class AppliedMeasure(models.Model):
    """One consequence at one department.

    ``last_day``: the last day on which a designation still carries it, stays left aside.
    The ``lift`` columns hold the lift duty that this last day brings by itself; empty where the
    department does not apply the measure, or where an act asked for the lift.
    ``released``: every designation under it was ended by an act.
    """

    id = models.TextField(primary_key=True)
    organisation = models.TextField()
    measure = models.TextField()
    department = models.TextField()
    procedures = ArrayField(models.TextField())
    kind = models.TextField()
    sense = models.TextField()
    designations = ArrayField(models.TextField())
    answer = models.TextField()
    answered_on = models.DateField(null=True)
    answered_at = models.BigIntegerField(null=True)
    acting_on = models.DateField(null=True)
    first_day = models.DateField()
    last_day = models.DateField()
    lift_start = models.DateField(null=True)
    lift_working_days = models.IntegerField(null=True)
    lift_due_on = models.DateField(null=True)
    lift_not_before = models.DateField(null=True)
    released = models.BooleanField()

    class Meta:
        indexes = [
            models.Index(fields=["organisation"], name="measures_of_an_organisation"),
            models.Index(fields=["department", "last_day"], name="measures_of_a_department"),
        ]
        constraints = [
            models.CheckConstraint(
                # The day before the first: it never rightly was in force.
                condition=Q(last_day__gte=F("first_day") - timedelta(days=1)),
                name="a_measure_does_not_end_before_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(answer__in=["", "apply", "not_applied"]),
                name="a_measure_is_applied_or_not_applied",
            ),
            models.CheckConstraint(
                condition=Q(answer="") ^ Q(answered_on__isnull=False),
                name="an_answer_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(designations__len__gte=1),
                name="a_measure_rests_on_a_designation",
            ),
        ]

    def __str__(self) -> str:
        return self.id


class Task(models.Model):
    """Something a department has to do about a measure, and report.

    There from ``opens_on`` on (the lift that a last day brings: from the day after it), and moot
    after ``not_after`` (an answer to what is over anyway). ``kind``: respond, apply (report what
    was done), suspend, resume, lift.
    """

    id = models.TextField(primary_key=True)
    measure_id = models.TextField()
    organisation = models.TextField()
    department = models.TextField()
    kind = models.TextField()
    start = models.DateField()
    working_days = models.IntegerField()
    due_on = models.DateField(null=True)
    not_before = models.DateField(null=True)
    rule = models.TextField()
    opens_on = models.DateField()
    not_after = models.DateField(null=True)
    done_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["measure_id"], name="tasks_of_a_measure"),
            models.Index(fields=["organisation"], name="tasks_of_an_organisation"),
            models.Index(
                fields=["department", "due_on"],
                condition=Q(done_on__isnull=True),
                name="tasks_waiting_in_a_department",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["respond", "apply", "suspend", "resume", "lift"]),
                name="a_task_is_of_a_kind_of_the_rules",
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=False) | Q(not_before__isnull=False),
                name="a_task_has_a_due_day_or_an_earliest_one",
            ),
        ]

    def __str__(self) -> str:
        return self.id
