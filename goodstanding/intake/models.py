"""Batches of rows and what became of each row; never the file, never anything about a person."""

from django.db import models
from django.db.models import F, Q


class Batch(models.Model):
    """A file or request that brought rows; of a file its keyed digest and size are kept.

    Rejected rows the sender can mend; of quarantined ones only number and reason are kept.
    ``last_row``: the last row of a staged file whose fate is committed; a file sent again continues
    after it. ``remarked``: how many of the accepted rows have a remark.
    """

    id = models.TextField(primary_key=True)
    kind = models.TextField()
    department = models.TextField()
    file_digest = models.TextField()
    size = models.BigIntegerField()
    read = models.IntegerField(default=0)
    accepted = models.IntegerField(default=0)
    duplicates = models.IntegerField(default=0)
    rejected = models.IntegerField(default=0)
    quarantined = models.IntegerField(default=0)
    opened_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    by = models.TextField()
    last_row = models.IntegerField(default=0)
    remarked = models.IntegerField(default=0)
    first_import = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["department", "-opened_at"], name="batches_of_a_department"),
            models.Index(fields=["file_digest"], name="batches_of_a_file"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    read=F("accepted") + F("duplicates") + F("rejected") + F("quarantined")
                ),
                name="every_row_read_is_accounted_for",
            ),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | Q(finished_at__gte=F("opened_at")),
                name="a_batch_does_not_finish_before_it_opens",
            ),
        ]

    def __str__(self) -> str:
        return self.id


class RowOutcome(models.Model):
    """What became of one row; ``echo`` holds the cells of a rejected row about an organisation.

    An accepted row is here only for its remarks: the record itself names its batch and row.

    ``problems``: column, code and fields of each; the fields hold nothing about a person.
    """

    pk = models.CompositePrimaryKey("batch_id", "row")
    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="rows")
    row = models.IntegerField()
    state = models.TextField()
    problems = models.JSONField(default=list)
    echo = models.JSONField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["accepted", "duplicate", "rejected", "quarantined"]),
                name="a_row_is_accepted_duplicate_rejected_or_quarantined",
            ),
            models.CheckConstraint(
                condition=Q(echo__isnull=True) | Q(state="rejected"),
                name="only_a_rejected_row_is_shown_again",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id} {self.row} {self.state}"


class Staged(models.Model):
    """A file that was judged and waits for its sender's word; its id is that of the batch to be.

    The counts are what the preview showed. Its parts go when it is committed, cancelled or expired;
    what is left says for a day what became of it. Not part of a backup.
    """

    id = models.TextField(primary_key=True)
    kind = models.TextField()
    department = models.TextField()
    file_digest = models.TextField()
    size = models.BigIntegerField()
    by = models.TextField()
    state = models.TextField(default="waiting")
    read = models.IntegerField()
    accepted = models.IntegerField()
    duplicates = models.IntegerField()
    rejected = models.IntegerField()
    quarantined = models.IntegerField()
    remarked = models.IntegerField(default=0)
    first_import = models.BooleanField(default=False)
    after_row = models.IntegerField(default=0)
    done = models.IntegerField(default=0)
    staged_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ordered_by = models.TextField(default="")
    ordered_at = models.DateTimeField(null=True)
    moved_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["department", "state"], name="staged_of_a_department")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "entering", "cancelled", "expired"]),
                name="a_staged_file_waits_is_entered_or_is_gone",
            ),
            models.CheckConstraint(
                condition=Q(state="entering") | Q(ordered_at__isnull=True),
                name="only_what_was_ordered_is_entered",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.id} {self.state}"


class EntryDraft(models.Model):
    """What somebody of a department typed into the form of one record, for half an hour.

    ``cells``: by field code, the columns that are kept only, masked as a record is; nothing of a row
    about a person. ``batch``: the id under which it was last shown before entering, if it was.
    """

    id = models.TextField(primary_key=True)
    kind = models.TextField()
    department = models.TextField()
    by = models.TextField()
    cells = models.JSONField()
    batch = models.TextField(default="")
    saved_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["department"], name="drafts_of_a_department")]

    def __str__(self) -> str:
        return f"{self.id} {self.kind}"


class StagedPart(models.Model):
    """Some rows of a staged file: allowed columns of good rows, what became of the others.

    ``accepted``, ``outcomes`` and ``remarks`` (on the good rows) are JSON; ``rows`` of the first two
    together, the last of them ``last_row``.
    """

    pk = models.CompositePrimaryKey("staged_id", "number")
    staged = models.ForeignKey(Staged, on_delete=models.CASCADE, related_name="parts")
    number = models.IntegerField()
    rows = models.IntegerField()
    last_row = models.IntegerField()
    accepted = models.TextField()
    outcomes = models.TextField()
    remarks = models.TextField(default="[]")

    def __str__(self) -> str:
        return f"{self.staged_id} {self.number}"
