"""Destruction, computed from its acts."""

from django.db import models
from django.db.models import Q


class Removal(models.Model):
    """Contents proposed for destruction, until that is done or dropped; ``acts``: how many."""

    id = models.TextField(primary_key=True)
    organisation = models.TextField()
    target = models.TextField()
    target_kind = models.TextField()
    department = models.TextField()
    basis = models.TextField()
    cited = models.TextField()
    document = models.TextField()
    acts = models.IntegerField()
    proposed_by = models.TextField()
    proposed_on = models.DateField(null=True)
    proposed_at = models.BigIntegerField()
    dropped_on = models.DateField(null=True)
    removed_on = models.DateField(null=True)
    removed_by = models.TextField()
    removed_at = models.BigIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["department"], name="removals_of_a_department"),
            models.Index(fields=["target"], name="removals_of_a_target"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(removed_on__isnull=True) | ~Q(removed_by=models.F("proposed_by")),
                name="two_people_destroy",
            ),
            models.CheckConstraint(
                condition=Q(removed_on__isnull=True) | Q(dropped_on__isnull=True),
                name="a_removal_is_carried_out_or_dropped",
            ),
        ]

    def __str__(self) -> str:
        return self.id


class RemovedContent(models.Model):
    """One act whose content is gone: since when, under what, by which removal."""

    position = models.BigIntegerField(primary_key=True)
    removal = models.TextField()
    removed_on = models.DateField()
    basis = models.TextField()
    cited = models.TextField()
    document = models.TextField()

    def __str__(self) -> str:
        return f"{self.position} by {self.removal}"
