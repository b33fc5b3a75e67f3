"""The log of sign-ins: which account, when, and how it went; no address, no typed text."""

from django.db import models

from goodstanding.departments.models.account import Account


class SignIn(models.Model):
    """One attempt to sign in. An unknown login is not kept: people type other secrets there."""

    class Outcome(models.TextChoices):
        """How the attempt ended."""

        DONE = "done"
        FAILED = "failed"
        LOCKED = "locked"
        CLOSED = "closed"

    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="sign_ins"
    )
    at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices)

    class Meta:
        indexes = [models.Index(fields=["account", "-at"], name="sign_ins_of_an_account")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.outcome} {self.at.isoformat()}"
