"""Files of evidence: what is known of each, and apart from it the sealed bytes."""

from django.db import models
from django.db.models import Q


class File(models.Model):
    """One file sent for an objection, a repair or a case (``matter``).

    No name of it is kept: names of files name people. ``label``: what it shows, in its sender's
    words. ``digest``: SHA-256 of its bytes, hex, as the act names it. What was deleted leaves this
    row without label, so that the act's id still leads somewhere.
    """

    id = models.TextField(primary_key=True)
    matter = models.TextField()
    organisation = models.TextField()
    department = models.TextField()
    media = models.TextField()
    size = models.IntegerField()
    digest = models.TextField()
    label = models.TextField(blank=True)
    sent_by = models.TextField()
    sent_at = models.DateTimeField()
    handed_in_on = models.DateField(null=True)
    deleted_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["matter"], name="files_of_a_matter"),
            models.Index(
                fields=["sent_at"], condition=Q(deleted_on__isnull=True), name="files_that_are_kept"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(deleted_on__isnull=True) | Q(label=""),
                name="a_deleted_file_says_nothing",
            ),
        ]

    def __str__(self) -> str:
        return self.id


class Sealed(models.Model):
    """The bytes of a file, encrypted under a key of their own; that key under the installation's."""

    file = models.OneToOneField(File, on_delete=models.CASCADE, primary_key=True)
    key = models.TextField()
    wrapped = models.BinaryField()
    body = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.file_id} under {self.key}"
