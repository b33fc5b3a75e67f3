"""The log of reads (append-only), and the verifications that were asked for."""

from django.db import models


class Read(models.Model):
    """One page or answer that is not public, and who was given it.

    ``kind`` and ``target``: what was read, and its id; of a list the name of the list.
    ``organisation`` and ``case_number`` where what was read has them. No address, no typed text.
    """

    at = models.DateTimeField()
    actor = models.CharField(max_length=40)
    roles = models.CharField(max_length=100)
    department = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=40)
    target = models.CharField(max_length=200, blank=True)
    organisation = models.CharField(max_length=18, blank=True)
    case_number = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["-at"], name="reads_by_moment"),
            models.Index(fields=["organisation", "-id"], name="reads_of_an_organisation"),
            models.Index(fields=["actor", "-id"], name="reads_by_somebody"),
            models.Index(fields=["case_number", "-id"], name="reads_for_a_case"),
        ]

    def __str__(self) -> str:
        return f"{self.actor} {self.kind} {self.target}"


class Verification(models.Model):
    """One verifying of the register: asked for, and once it ended what it found.

    ``findings``: rows of code, place, sentence. ``failed``: it broke off and found nothing.
    """

    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=40)
    ended_at = models.DateTimeField(null=True)
    failed = models.BooleanField(default=False)
    acts = models.BigIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True, default="")
    findings = models.JSONField(default=list)
    open_lifts = models.IntegerField(default=0)
    overdue = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ended_at"],
                condition=models.Q(ended_at__isnull=True),
                nulls_distinct=False,
                name="one_verification_runs_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asked_at.isoformat()} {self.acts}"
