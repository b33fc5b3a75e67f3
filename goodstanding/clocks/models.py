"""Duties with owner and due date, computed from the acts that set them."""

from django.db import models
from django.db.models import F, Q


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
            # Of what waits, most opens only when a measure ends, years ahead.
            models.Index(
                fields=["department", "opens_on"],
                condition=Q(met_on__isnull=True),
                name="clocks_waiting_in_a_department",
            ),
            models.Index(fields=["organisation"], name="clocks_of_an_organisation"),
            # What is to be done about a record or a case is mostly the clock's own aggregate.
            models.Index(
                fields=["subject"],
                condition=~Q(subject=F("aggregate")),
                name="clocks_of_another_subject",
            ),
            # What fell due in a month is counted without reading the years before it.
            models.Index(fields=["due_on", "kind"], name="clocks_by_due_day"),
            models.Index(
                fields=["due_on"],
                condition=Q(met_on__isnull=True),
                name="clocks_waiting_by_due_day",
            ),
            models.Index(fields=["kind", "met_on"], name="clocks_by_the_day_done"),
            # Hardly any: what no tally can count for every day.
            models.Index(
                fields=["opens_on"],
                condition=Q(opens_on__gt=F("met_on")),
                name="clocks_done_before_they_open",
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
                        *("correction", "objection-acceptance", "carry-out"),
                        "commitment-verification",
                        "inspection-results",
                        *("missing-list", "application"),
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


class Done(models.Model):
    """How many clocks with a definite due day were done, by the months of both days."""

    pk = models.CompositePrimaryKey(
        *("department", "kind", "record_kind", "due_month", "met_month", "in_time")
    )
    department = models.TextField()
    kind = models.TextField()
    record_kind = models.TextField()
    due_month = models.DateField()
    met_month = models.DateField()
    in_time = models.BooleanField()
    many = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(many__gte=0), name="no_fewer_than_none_were_done"),
        ]

    def __str__(self) -> str:
        return f"{self.many} {self.kind} {self.department}"
