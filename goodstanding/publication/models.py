"""Records, computed from their acts."""

from django.db import models
from django.db.models import Q

from goodstanding.database.folding import FoldedDocument


class Entry(models.Model):
    """A record as one department supplied it, in the version that holds.

    Public from ``public_from`` through ``public_until``; a withdrawn one leaves a stub until then.
    ``publication_state`` and ``publication_rule``: why it is public or is not, as its act says;
    empty where the act is of a version that did not.
    ``texts_held``: the names of the texts that may name persons and wait to be read, separated by ;.
    ``content_position``: the act with its narrative; ``withdrawn_position``: the one with the
    public reason. ``first_import``: the city held it before the register went live.
    """

    record = models.TextField(primary_key=True)
    organisation = models.TextField()
    record_kind = models.TextField()
    department = models.TextField()
    authority = models.TextField()
    document = models.TextField()
    decided_on = models.DateField()
    adverse = models.BooleanField()
    transcribed = models.BooleanField()
    basis_readable = models.BooleanField()
    public_from = models.DateField(null=True)
    public_until = models.DateField(null=True)
    publication_state = models.TextField(default="", db_default="")
    publication_rule = models.TextField(default="", db_default="")
    natural_key = models.TextField()
    digest = models.TextField()
    version = models.IntegerField()
    content_position = models.BigIntegerField()
    disputed = models.BooleanField()
    withdrawn_on = models.DateField(null=True)
    as_wrong = models.BooleanField()
    withdrawn_position = models.BigIntegerField(null=True)
    repaired_on = models.DateField(null=True)
    entered_on = models.DateField()
    entered_by = models.TextField()
    batch = models.TextField()
    row = models.IntegerField()
    texts_held = models.TextField(default="")
    texts_withheld = models.BooleanField(default=False)
    first_import = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "decided_on"], name="entries_of_an_organisation"),
            models.Index(fields=["department", "entered_on"], name="entries_of_a_department"),
            models.Index(FoldedDocument("document"), name="entries_by_document_number"),
            models.Index(
                fields=["batch", "row"], condition=~Q(batch=""), name="entries_of_a_batch"
            ),
            models.Index(
                fields=["entered_on"],
                condition=Q(publication_state__in=["not-published", "not-notified"]),
                name="entries_kept_back",
            ),
            models.Index(
                fields=["department", "entered_on"],
                condition=(Q(basis_readable=False) | ~Q(texts_held=""))
                & Q(withdrawn_on__isnull=True),
                name="entries_to_be_looked_at",
            ),
            models.Index(
                fields=["department", "entered_on", "record"],
                condition=Q(transcribed=True, withdrawn_on__isnull=True),
                name="entries_decided_elsewhere",
            ),
            models.Index(
                fields=["organisation", "public_until"],
                condition=Q(adverse=True, withdrawn_on__isnull=True, public_until__isnull=False),
                name="entries_that_may_count",
            ),
            models.Index(
                fields=["withdrawn_on"],
                condition=Q(as_wrong=True),
                name="entries_that_were_wrong",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["natural_key"],
                condition=Q(withdrawn_on__isnull=True),
                name="one_standing_record_per_natural_key",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True, withdrawn_position__isnull=True)
                | Q(withdrawn_on__isnull=False, withdrawn_position__isnull=False),
                name="a_withdrawal_has_its_day_and_its_reason",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=False) | Q(as_wrong=False),
                name="only_a_withdrawn_record_was_wrong",
            ),
            models.CheckConstraint(
                condition=Q(adverse=False)
                | Q(public_from__isnull=True)
                | Q(public_until__isnull=False),
                name="nothing_adverse_is_public_without_end",
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="versions_count_from_one"),
        ]

    def __str__(self) -> str:
        return self.record

    @property
    def withdrawn(self) -> bool:
        """Whether it was taken back: strangers then see a stub at most."""
        return self.withdrawn_on is not None


class PublicNotice(models.Model):
    """A letter announced because it could not be served otherwise; never whom it is for, in public.

    It counts as served once ``due_on`` is over.
    """

    pk = models.CompositePrimaryKey("aggregate", "letter")
    aggregate = models.TextField()
    letter = models.TextField()
    organisation = models.TextField()
    department = models.TextField()
    document = models.TextField()
    published_on = models.DateField()
    due_on = models.DateField(null=True)
    not_before = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["due_on"], name="public_notices_by_their_end")]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__isnull=False) | Q(not_before__isnull=False),
                name="a_public_notice_has_an_end_or_an_earliest_one",
            ),
            models.CheckConstraint(
                condition=~Q(document=""), name="a_public_notice_has_its_number"
            ),
        ]

    def __str__(self) -> str:
        return self.document
