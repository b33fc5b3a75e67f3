"""Duties with owner and due date, computed from the acts that set them."""

from django.db import models
from django.db.models import Q


class Clock(models.Model):
    """One duty: counted from ``start_on``, there from ``opens_on``, moot after ``not_after``.

    ``subject`` is what is to be done: a task, an objection, a case or a record.
    """

    pk = models.CompositePrimaryKey("aggregate", "kind", "ordinal")
    aggregate = models.TextField()
    kind = models.TextField()
    ordinal = models.IntegerField()
    organisation = models.TextField()
    department = models.TextField()
    start_on = models.DateField()
    working_days = models.IntegerField()
    due_on = models.DateField(null=True)
    not_before = models.DateField(null=True)
    rule = models.TextField()
    opens_on = models.DateField()
    not_after = models.DateField(null=True)
    met_on = models.DateField(null=True)
    subject = models.TextField()

    class Meta:
        indexes = [
            models.Index(
                fields=["department", "due_on"],
                condition=Q(met_on__isnull=True),
                name="clocks_running_in_a_department",
            ),
            models.Index(fields=["organisation"], name="clocks_of_an_organisation"),
            models.Index(fields=["subject"], name="clocks_of_a_subject"),
            # What fell due in a month is counted without reading the years before it.
            models.Index(fields=["due_on", "kind"], name="clocks_by_due_day"),
            models.Index(
                fields=["due_on"],
                condition=Q(met_on__isnull=True),
                name="clocks_waiting_by_due_day",
            ),
            models.Index(
                fields=["met_on"], condition=Q(kind="lift"), name="lifts_by_the_day_reported"
            ),
            models.Index(
                fields=["met_on"],
                condition=Q(kind="publication"),
                name="publications_by_their_day",
            ),
            models.Index(
                fields=["start_on", "working_days"],
                condition=Q(due_on__isnull=True),
                name="clocks_without_a_due_day",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    kind__in=[
                        *("statement", "response", "feedback", "suspend", "resume", "lift"),
                        *("verification", "publication", "repair-acceptance", "repair-decision"),
                    ]
                ),
                name="a_clock_is_of_a_kind_of_the_rules",
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=False) | Q(not_before__isnull=False),
                name="a_clock_has_a_due_day_or_an_earliest_one",
            ),
            models.CheckConstraint(condition=~Q(department=""), name="every_duty_has_an_owner"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"
