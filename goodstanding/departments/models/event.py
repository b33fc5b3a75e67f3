"""What was done about an account or for a colleague: an ordinary log, only added to."""

from django.db import models

from goodstanding.departments.models.account import Account


class AccountEvent(models.Model):
    """One thing done about ``account`` by the actor ``by``, with the reason if one was typed."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="events")
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    kind = models.CharField(max_length=20)
    reason = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["account", "-at"], name="events_of_an_account")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.kind} {self.at.isoformat()}"
