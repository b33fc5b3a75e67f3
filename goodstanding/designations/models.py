"""Cases, computed from their acts."""

from datetime import date, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from goodstanding.database.folding import FoldedDocument


class Case(models.Model):
    """A designation from proposal to end.

    ``ended_on`` is the first day without effect where an act ended it; null where only time will.
    Days before a decision, ends by time and stays are told by dates, never by a flag.
    ``shown``: strangers may see it while it has effect (`rules.publicity.shown`); an advantage
    ``shown_since`` its organisation consents. ``offer``: the recommendation it adopts.
    ``ending_told_on``: the organisation was told that its advantage shall end; not decided yet.
    """

    id = models.TextField(primary_key=True)
    organisation = models.TextField()
    department = models.TextField()
    ground = models.TextField()
    field = models.TextField()
    sense = models.TextField()
    stage = models.TextField()
    records = ArrayField(models.TextField())
    each_suffices = models.BooleanField()
    case_number = models.TextField()
    proposer = models.TextField()
    months = models.IntegerField()
    elsewhere = models.BooleanField()
    doubtful = models.BooleanField()
    opened_on = models.DateField()
    notice_served_on = models.DateField(null=True)
    statement_due = models.DateField(null=True)
    statement_not_before = models.DateField(null=True)
    statement_on = models.DateField(null=True)
    waived_on = models.DateField(null=True)
    hearing_due = models.DateField(null=True)
    hearing_requested_on = models.DateField(null=True)
    hearing_held_on = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    decided_at = models.BigIntegerField(null=True)
    decider = models.TextField()
    authority = models.TextField()
    document = models.TextField()
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_cause = models.TextField()
    ended_from_start = models.BooleanField()
    stayed_since = models.DateField(null=True)
    rulebook = models.TextField()
    shown = models.BooleanField(default=True)
    shown_since = models.DateField(null=True)
    offer = models.TextField(default="")
    ending_told_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation"], name="cases_of_an_organisation"),
            models.Index(fields=["department", "stage"], name="cases_of_a_department"),
            models.Index(fields=["last_day"], name="cases_by_last_day"),
            models.Index(FoldedDocument("document"), name="cases_by_document_number"),
            models.Index(
                fields=["ended_on"],
                condition=Q(ended_from_start=True),
                name="cases_that_were_wrong",
            ),
            models.Index(
                fields=["last_day"],
                condition=Q(sense="advantage", shown=True),
                name="advantages_shown",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(first_day__isnull=True, last_day__isnull=True)
                | Q(first_day__isnull=False, last_day__gte=F("first_day")),
                name="a_designation_does_not_end_before_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(stage="listed")
                | Q(first_day__isnull=False, last_day__isnull=False, decided_on__isnull=False),
                name="a_listed_case_has_its_decision_and_its_days",
            ),
            models.CheckConstraint(
                condition=~Q(stage="listed") | ~Q(document=""),
                name="a_listed_case_names_its_document",
            ),
            models.CheckConstraint(
                condition=Q(elsewhere=True) | Q(first_day__isnull=True) | ~Q(decider=F("proposer")),
                name="another_decides_than_proposed",
            ),
            models.CheckConstraint(
                condition=Q(elsewhere=True)
                | Q(first_day__isnull=True)
                | Q(notice_served_on__isnull=False),
                name="nothing_is_listed_here_without_notice",
            ),
            models.CheckConstraint(
                condition=Q(
                    stage__in=["proposed", "notified", "listed", "dropped", "ended"],
                ),
                name="a_case_stands_at_a_stage_of_the_rules",
            ),
            models.CheckConstraint(
                condition=~Q(sense="advantage") | Q(shown=False) | Q(shown_since__isnull=False),
                name="an_advantage_is_shown_by_consent_alone",
            ),
        ]

    def __str__(self) -> str:
        return self.id

    @property
    def over_from(self) -> date | None:
        """The first day without the designation, as far as its days tell."""
        if self.last_day is None:
            return None
        after = self.last_day + timedelta(days=1)
        return min(after, self.ended_on) if self.ended_on else after


class Stay(models.Model):
    """Days on which a designation is masked, both included; no last day: until resumed."""

    pk = models.CompositePrimaryKey("case_id", "ordinal")
    case_id = models.TextField()
    ordinal = models.IntegerField()
    objection = models.TextField()
    first_day = models.DateField()
    last_day = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")),
                name="a_stay_does_not_end_before_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.objection}"
