"""The log of sign-ins: which account, when, by what, and how it went; no address, no typed text."""

from django.db import models

from goodstanding.departments.models.account import Account


class SignIn(models.Model):
    """One attempt to sign in. An unknown login is not kept: people type other secrets there."""

    class Outcome(models.TextChoices):
        """How the attempt ended; ``asked``: the password was right and a code was asked for."""

        DONE = "done"
        ASKED = "asked"
        FAILED = "failed"
        CODE = "code"
        LOCKED = "locked"
        CLOSED = "closed"

    class Means(models.TextChoices):
        """What was shown to sign in."""

        PASSWORD = "password"
        CODE = "code"
        RECOVERY = "recovery"
        IDENTITY = "identity"

    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="sign_ins"
    )
    at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    means = models.CharField(max_length=10, choices=Means.choices, default=Means.PASSWORD)

    class Meta:
        indexes = [
            models.Index(fields=["account", "-at"], name="sign_ins_of_an_account"),
            models.Index(fields=["-at"], name="sign_ins_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.outcome} {self.at.isoformat()}"
