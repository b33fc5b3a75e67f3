"""What an account proves besides its password: a phone that makes codes, and codes on paper."""

from django.db import models

from goodstanding.departments.models.account import Account


class SecondFactor(models.Model):
    """A shared secret of an account, encrypted; in use from ``confirmed_at`` on.

    ``last_step`` is the thirty-second step whose code was used last: none of it or before it works
    again.
    """

    account = models.OneToOneField(Account, on_delete=models.PROTECT, related_name="second_factor")
    secret = models.CharField(max_length=200)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    last_step = models.BigIntegerField(null=True, blank=True)

    def __str__(self) -> str:
        return self.account_id


class RecoveryCode(models.Model):
    """One code on paper, kept as a digest only; it works once."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="recovery_codes")
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "digest"], name="a_recovery_code_is_kept_once"
            )
        ]

    def __str__(self) -> str:
        return self.account_id
