"""A department's case of a procedure, its bidders, what was answered at each stage, and what came."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class ProcedureCase(models.Model):
    """A tender, grant programme or licence under its department's own number.

    ``stages`` and ``points`` are as they were on the day it was opened: the stages it goes through,
    and the points its ``document`` promises, by the id of the bonus, as decimal text. All else here
    only grows; ``stage`` and ``closed_on`` say where it is.
    """

    id = models.TextField(primary_key=True)
    department = models.TextField()
    procedure = models.TextField()
    number = models.TextField()
    document = models.TextField(blank=True)
    points = models.JSONField()
    stages = ArrayField(models.TextField())
    stage = models.TextField()
    opened_by = models.TextField()
    at = models.DateTimeField()
    closed_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["department", "-at"], name="cases_of_a_procedure")]
        constraints = [
            models.UniqueConstraint(
                fields=["department", "procedure", "number"], name="a_case_has_one_number"
            ),
            models.CheckConstraint(condition=~Q(number=""), name="a_case_has_a_number"),
            models.CheckConstraint(condition=~Q(department=""), name="a_case_is_a_department_s"),
        ]

    def __str__(self) -> str:
        return self.id


class CaseStep(models.Model):
    """A stage a case reached, or its closing. Append-only."""

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(ProcedureCase, models.PROTECT, related_name="steps")
    stage = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "stage"], name="a_stage_is_reached_once")
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.stage}"


class CaseBidder(models.Model):
    """One organisation of a case, under the row of the list it came with. Append-only."""

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(ProcedureCase, models.PROTECT, related_name="bidders")
    row = models.IntegerField()
    organisation = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "organisation"], name="one_bids_once"),
            models.UniqueConstraint(fields=["case", "row"], name="a_row_is_one_bidder"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.row}"


class CaseAnswer(models.Model):
    """What a case was told about a bidder at a stage: the receipt of the check. Append-only."""

    id = models.BigAutoField(primary_key=True)
    bidder = models.ForeignKey(CaseBidder, models.PROTECT, related_name="answers")
    stage = models.TextField()
    receipt = models.TextField(unique=True)

    def __str__(self) -> str:
        return f"{self.stage} {self.receipt}"


class CaseResult(models.Model):
    """Whether a bidder got it; the last one counts. Append-only.

    ``reason``: why a restriction in force did not keep it out.
    """

    id = models.BigAutoField(primary_key=True)
    bidder = models.ForeignKey(CaseBidder, models.PROTECT, related_name="results")
    result = models.TextField()
    reason = models.TextField(blank=True)
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(result__in=["awarded", "not-awarded"]), name="awarded_or_not"
            )
        ]

    def __str__(self) -> str:
        return f"{self.bidder_id} {self.result}"


class PaymentBasis(models.Model):
    """The basis for paying out of a day, as it was drawn up; ``digest`` is of ``body``. Append-only."""

    id = models.TextField(primary_key=True)
    case = models.ForeignKey(ProcedureCase, models.PROTECT, related_name="bases")
    on_day = models.DateField()
    body = models.BinaryField()
    digest = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.id


class ThirdPartyReport(models.Model):
    """A report somebody else made about a bidder: its file among the evidence. Append-only.

    ``stated``: who sent it stated that it carries no grade and no score.
    """

    file = models.TextField(primary_key=True)
    bidder = models.ForeignKey(CaseBidder, models.PROTECT, related_name="reports")
    stated = models.BooleanField()

    def __str__(self) -> str:
        return self.file
