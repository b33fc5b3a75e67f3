"""Organisations and their names, computed from their acts."""

from django.db import models
from django.db.models import Q


class Organisation(models.Model):
    """An organisation the register has met, with the name it bears now."""

    code = models.TextField(primary_key=True)
    name = models.TextField()
    class_id = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9A-Z]{18}$"),
                name="an_organisation_is_known_by_its_code",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Name(models.Model):
    """A name an organisation bears or bore; ``folded`` is what searching compares."""

    pk = models.CompositePrimaryKey("code", "ordinal")
    code = models.TextField()
    ordinal = models.IntegerField()
    name = models.TextField()
    folded = models.TextField()
    since = models.DateField(null=True)
    current = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["folded"], name="names_as_searched")]
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=Q(current=True), name="one_current_name_per_organisation"
            ),
        ]

    def __str__(self) -> str:
        return self.name
