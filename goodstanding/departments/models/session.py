"""A browser that is signed in, from when to when: not the secret in its cookie."""

import secrets

from django.db import models

from goodstanding.departments.models.account import Account
from goodstanding.departments.models.sign_in import SignIn


def new_handle() -> str:
    """A name for a session that opens nothing."""
    return f"s-{secrets.token_hex(8)}"


class OpenSession(models.Model):
    """One session of an account; when it ended and why, once it has."""

    class Ending(models.TextChoices):
        """Why a session ended."""

        IDLE = "idle"
        LONG = "long"
        LEFT = "left"
        ELSEWHERE = "elsewhere"
        PASSWORD = "password"
        FACTOR = "factor"

    handle = models.CharField(primary_key=True, max_length=40, default=new_handle)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="sessions")
    means = models.CharField(max_length=10, choices=SignIn.Means.choices)
    begun_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ending = models.CharField(max_length=10, choices=Ending.choices, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["account", "-seen_at"], name="sessions_of_an_account")]

    def __str__(self) -> str:
        return self.handle
