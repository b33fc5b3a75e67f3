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


class DryRun(models.Model):
    """A dry run that was asked for: how far it is, and the digest of the report it came to.

    ``stage``: what it is at; ``outcome``: empty while it runs, then ``done`` or ``failed``. A process
    that runs one holds an advisory lock of its id: one that nobody holds is lost.
    """

    id = models.BigAutoField(primary_key=True)
    digest = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.TextField()
    stage = models.TextField(default="register")
    done = models.IntegerField(default=0)
    total = models.IntegerField(default=0)
    outcome = models.TextField(default="")
    report = models.TextField(default="")

    class Meta:
        indexes = [models.Index(fields=["digest", "-id"], name="dry_runs_of_a_version")]
        constraints = [
            models.UniqueConstraint(
                fields=["digest"],
                condition=Q(outcome=""),
                name="one_dry_run_of_a_version_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(stage__in=["register", "checks"]), name="a_dry_run_has_two_stages"
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["", "done", "failed"]),
                name="a_dry_run_runs_or_is_done_or_failed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.digest[:12]} {self.outcome or self.stage}"


class Report(models.Model):
    """A signed dry run report of the version ``version``, made as the register stood at ``position``.

    ``digest``: SHA-256 of what is signed, in hex; ``body``: the file as it is given away. Kept for
    ever: approvals name it.
    """

    id = models.BigAutoField(primary_key=True)
    digest = models.TextField(unique=True)
    version = models.TextField()
    position = models.BigIntegerField()
    made_on = models.DateField()
    made_by = models.TextField()
    body = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["version", "-id"], name="reports_of_a_version")]

    def __str__(self) -> str:
        return f"{self.version[:12]} @{self.position}"
