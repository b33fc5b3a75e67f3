"""The disclosure ledger, outside the chain; and the shelf of versions that fell."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from goodstanding.disclosure.kinds import KINDS, RECORD, RESULTS, SUBJECTS


class Point(models.Model):
    """Somebody was told one version of one record. Append-only, in partitions by month.

    ``position`` is the head of the register from before the record was read: what fell at a later
    position is recalled. ``times``: how often within the one answer.
    """

    pk = models.CompositePrimaryKey("id", "at")
    id = models.BigIntegerField()
    recipient = models.TextField()
    department = models.TextField()
    client = models.TextField()
    record = models.TextField()
    version = models.IntegerField()
    case_number = models.TextField()
    receipt = models.TextField()
    position = models.BigIntegerField()
    at = models.DateTimeField()
    times = models.IntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["record", "version"], name="points_of_a_record"),
            models.Index(fields=["recipient", "record"], name="points_of_a_recipient"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(recipient=""), name="somebody_was_told"),
            models.CheckConstraint(condition=Q(times__gte=1), name="told_at_least_once"),
        ]

    def __str__(self) -> str:
        return f"{self.recipient} {self.record} v{self.version}"


class Range(models.Model):
    """Somebody was given part of a dataset as it stood at a position. Append-only."""

    id = models.BigAutoField(primary_key=True)
    recipient = models.TextField()
    dataset = models.TextField()
    filter = models.JSONField()
    position = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["recipient"], name="ranges_of_a_recipient"),
            models.Index(fields=["dataset", "position"], name="ranges_of_a_dataset"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(recipient=""), name="somebody_was_given_it")
        ]

    def __str__(self) -> str:
        return f"{self.recipient} {self.dataset}"


class Download(models.Model):
    """How often a dataset was taken on a day by readers who had not signed in; nothing of them."""

    pk = models.CompositePrimaryKey("dataset", "day")
    dataset = models.TextField()
    day = models.DateField()
    times = models.IntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(times__gte=1), name="taken_at_least_once"),
        ]

    def __str__(self) -> str:
        return f"{self.dataset} {self.day} {self.times}"


class Acknowledgement(models.Model):
    """A recipient says that a version that fell is no longer used there. Append-only.

    ``occurrence``: which of its falls of that kind; what was acknowledged before falls were counted
    was the first.
    """

    id = models.BigAutoField(primary_key=True)
    recipient = models.TextField()
    record = models.TextField()
    version = models.IntegerField()
    kind = models.TextField()
    occurrence = models.IntegerField(default=1, db_default=1)
    at = models.DateTimeField()
    by = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "record", "version", "kind", "occurrence"],
                name="a_recall_is_acknowledged_once",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=KINDS), name="a_recall_is_of_a_kind_there_is"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recipient} {self.record} v{self.version} {self.kind}"


class ReopeningOutcome(models.Model):
    """What came of asking again what a receipt had answered on what was wrong.

    ``result``: changed, stands or final in law; empty where it was not asked for yet. ``outcome``:
    the department's reasons.
    """

    id = models.BigAutoField(primary_key=True)
    receipt = models.TextField(unique=True)
    outcome = models.TextField()
    result = models.TextField(default="", db_default="")
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(outcome=""), name="a_reopening_has_an_outcome"),
            models.CheckConstraint(
                condition=Q(result__in=["", *RESULTS]), name="a_reopening_has_a_result_there_is"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.receipt} {self.outcome}"


class FallenVersion(models.Model):
    """A shelf: a version of a record, or a designation, that must no longer be used, and why.

    A withdrawal fells every version anew, also one that was corrected before. The content of the act
    at ``position`` says why. ``record`` is the id of either (``subject`` says of which), a
    designation having one version. It held from the act at ``since`` to the one at ``held_until``,
    by which another version held or none. Strangers might see it from ``public_from`` to
    ``public_until``, both included; null: on no day. ``dataset``: the files it was given in, where
    those are not the open data of its subject. ``records``: what a
    designation rested on, where it may have ended together with it. ``occurrence``: what came back
    after a repair was revoked can fall for the same kind of reason again.
    """

    pk = models.CompositePrimaryKey("record", "version")
    record = models.TextField()
    version = models.IntegerField()
    organisation = models.TextField()
    department = models.TextField()
    document = models.TextField()
    kind = models.TextField()
    occurrence = models.IntegerField(default=1, db_default=1)
    position = models.BigIntegerField()
    subject = models.TextField(default=RECORD, db_default=RECORD)
    since = models.BigIntegerField(default=0, db_default=0)
    held_until = models.BigIntegerField(default=0, db_default=0)
    public_from = models.DateField(null=True)
    public_until = models.DateField(null=True)
    records = ArrayField(models.TextField(), default=list, db_default=[])
    dataset = models.TextField(default="", db_default="")

    class Meta:
        indexes = [models.Index(fields=["position"], name="fallen_versions_in_order")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=KINDS), name="a_version_falls_for_a_reason_there_is"
            ),
            models.CheckConstraint(
                condition=Q(subject__in=SUBJECTS), name="a_record_or_a_designation_falls"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record} v{self.version} {self.kind}"
