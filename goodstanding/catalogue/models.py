"""Versions of the law as bytes, and when the register learned which of them holds from when."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class RulebookVersion(models.Model):
    """The canonical bytes of one version of a rulebook; ``digest`` is their SHA-256, in hex."""

    digest = models.TextField(primary_key=True)
    rulebook = models.TextField()
    version = models.TextField()
    in_force_from = models.DateField()
    body = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.rulebook} {self.version}"


class CalendarVersion(models.Model):
    """The files of one version of the working-day calendar; ``digest`` is the calendar's id."""

    digest = models.TextField(primary_key=True)
    years = ArrayField(models.IntegerField())
    body = models.BinaryField()

    def __str__(self) -> str:
        return self.digest


class Activation(models.Model):
    """A shelf: from the act at ``position`` on, a version is known to hold from a day."""

    aggregate = models.TextField(primary_key=True)
    kind = models.TextField()
    rulebook = models.TextField()
    digest = models.TextField()
    in_force_from = models.DateField()
    position = models.BigIntegerField(unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["rulebook", "calendar"]),
                name="what_is_activated_is_a_rulebook_or_a_calendar",
            ),
            models.CheckConstraint(
                condition=Q(kind="calendar") ^ ~Q(rulebook=""),
                name="an_activated_rulebook_and_no_calendar_has_its_id",
            ),
        ]

    def __str__(self) -> str:
        return self.aggregate


class Expectation(models.Model):
    """What a dry run said a version would change in the register as it stood at ``position``.

    Kept when a version is approved, or on request; no act, and nothing is computed from it.
    ``body``: the dry run with every value it would resolve again, JSON, deflated.
    """

    id = models.BigAutoField(primary_key=True)
    digest = models.TextField()
    position = models.BigIntegerField()
    body = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["digest", "position"], name="a_version_is_expected_once_at_a_position"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.digest[:12]} @{self.position}"
