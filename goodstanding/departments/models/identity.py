"""Who the city's identity service says somebody is, and the account here that this means."""

import secrets

from django.db import models

from goodstanding.departments.models.account import Account

#: Read aloud over the telephone without mistakes.
_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


def new_reference() -> str:
    """What somebody tells the credit office, instead of the subject itself."""
    return "".join(secrets.choice(_LETTERS) for _ in range(8))


class IdentityLink(models.Model):
    """A subject of an identity service; linked with no account until the credit office says so.

    The subject is kept as a digest: some services use a number of the person for it.
    """

    digest = models.CharField(max_length=64, unique=True)
    reference = models.CharField(max_length=8, unique=True, default=new_reference)
    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="identities"
    )
    met_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.reference
