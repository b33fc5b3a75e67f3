"""Plans, contests and recorded visits, computed from their acts; and what a draw is made from.

Pools, frames and drawn visits are ordinary tables that only grow: an act holds their digest, so a
plan of 100,000 organisations is one act. Rates stand in the pool of one plan and nowhere else.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q


class Plan(models.Model):
    """An inspection plan; ``number``: of the commitment that holds, 0 before the first."""

    id = models.TextField(primary_key=True)
    department = models.TextField()
    departments = ArrayField(models.TextField())
    field = models.TextField()
    items = ArrayField(models.TextField())
    first_day = models.DateField()
    last_day = models.DateField()
    size = models.IntegerField()
    pool = models.TextField()
    stage = models.TextField()
    planned_on = models.DateField()
    planned_by = models.TextField()
    approved_on = models.DateField(null=True)
    approved_by = models.TextField()
    number = models.IntegerField()
    committed_on = models.DateField(null=True)
    pool_count = models.IntegerField()
    table = models.TextField()
    commitment = models.TextField()
    contest_due = models.DateField(null=True)
    first_visit = models.DateField(null=True)
    contests_open = models.IntegerField()
    drawn_on = models.DateField(null=True)
    seed = models.TextField()
    visits = models.IntegerField()
    organisations = models.IntegerField()
    results_due = models.DateField(null=True)
    results_not_before = models.DateField(null=True)
    published_on = models.DateField(null=True)
    nothing_found = models.IntegerField(null=True)
    handled = models.IntegerField(null=True)
    elsewhere = models.IntegerField(null=True)
    not_visited = models.IntegerField(null=True)
    dropped_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["department", "stage"], name="plans_of_a_department")]
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_on__isnull=True) | ~Q(approved_by=F("planned_by")),
                name="two_people_make_a_plan",
            ),
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="a_plan_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(drawn_on__isnull=True) | Q(number__gte=1),
                name="a_draw_opens_a_commitment",
            ),
        ]

    def __str__(self) -> str:
        return self.id


class Contest(models.Model):
    """What an organisation contested about how one plan counts it, and the answer."""

    pk = models.CompositePrimaryKey("plan", "subject")
    plan = models.TextField()
    subject = models.TextField()
    filed_on = models.DateField()
    position = models.BigIntegerField()
    outcome = models.TextField()
    answered_on = models.DateField(null=True)
    answered_at = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["subject"], name="contests_of_an_organisation")]

    def __str__(self) -> str:
        return f"{self.plan} {self.subject}"


class RecordedVisit(models.Model):
    """What a visit came to; the last recording of it."""

    id = models.TextField(primary_key=True)
    plan = models.TextField()
    subject = models.TextField()
    department = models.TextField()
    visited_on = models.DateField()
    outcome = models.TextField()
    recorded_on = models.DateField()
    recorded_by = models.TextField()
    position = models.BigIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["plan", "outcome"], name="recorded_visits_of_a_plan"),
            models.Index(fields=["subject"], name="recorded_visits_of_an_org"),
        ]

    def __str__(self) -> str:
        return self.id


class Listed(models.Model):
    """The codes an officer handed in for a plan, one a line; only ever added."""

    plan = models.TextField(primary_key=True)
    codes = models.TextField()

    def __str__(self) -> str:
        return self.plan


class Pooled(models.Model):
    """One organisation in the frozen pool of one plan; only ever added.

    ``rule``: which rule of the table led to the rate, none: -1; ``because``: ids of its own records.
    """

    pk = models.CompositePrimaryKey("plan", "number", "code")
    plan = models.TextField()
    number = models.IntegerField()
    code = models.TextField()
    ticket = models.TextField()
    stratum = models.TextField()
    rate = models.TextField()
    rule = models.IntegerField()
    because = ArrayField(models.TextField())
    lighter = models.BooleanField()
    left = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["code"], name="pools_of_an_organisation")]
        constraints = [
            models.CheckConstraint(
                condition=Q(rate__in=["reduced", "ordinary", "raised"]),
                name="a_rate_is_one_of_three",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan} {self.ticket}"


class Framed(models.Model):
    """All that one commitment froze but the pool, as JSON, and its secret, sealed; only ever added.

    ``secret``: the seed and the key of the tickets; the seed is told by the act of the draw.
    """

    pk = models.CompositePrimaryKey("plan", "number")
    plan = models.TextField()
    number = models.IntegerField()
    frame = models.TextField()
    secret = models.TextField()

    def __str__(self) -> str:
        return f"{self.plan} {self.number}"


class DrawnVisit(models.Model):
    """One visit of a draw; only ever added."""

    id = models.TextField(primary_key=True)
    plan = models.TextField()
    code = models.TextField()
    ticket = models.TextField()
    day = models.DateField()
    items = ArrayField(models.TextField())
    inspectors = ArrayField(models.TextField())

    class Meta:
        indexes = [
            models.Index(fields=["plan", "day"], name="visits_of_a_plan"),
            models.Index(fields=["code", "day"], name="visits_of_an_organisation"),
        ]

    def __str__(self) -> str:
        return self.id
