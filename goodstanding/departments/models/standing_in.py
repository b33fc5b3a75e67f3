"""Who does whose work: leave with a deputy, one matter handed for some days, who works on a case."""

from django.db import models
from django.db.models import F, Q

from goodstanding.departments.models.account import Account


class StandIn(models.Model):
    """``deputy`` does the work of ``account`` from a first to a last day, both included.

    For one matter (the id of a case, an objection or a task), or for all of it: then it is leave.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="away")
    deputy = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="stands_in")
    department = models.CharField(max_length=60)
    matter = models.CharField(max_length=200, blank=True, default="")
    first = models.DateField()
    last = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last__gte=F("first")), name="leave_does_not_end_before_it_begins"
            ),
            models.CheckConstraint(
                condition=~Q(account=F("deputy")), name="nobody_stands_in_for_themselves"
            ),
        ]
        indexes = [models.Index(fields=["department", "last"], name="leave_in_a_department")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.deputy_id} {self.first}"


class Work(models.Model):
    """An account works on a matter of its department until it hands it over."""

    matter = models.CharField(max_length=200)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="works_on")
    department = models.CharField(max_length=60)
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["matter"],
                condition=Q(ended_at__isnull=True),
                name="one_person_works_on_a_matter",
            )
        ]
        indexes = [models.Index(fields=["account", "ended_at"], name="work_of_an_account")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.matter}"


class Recusal(models.Model):
    """An account takes no steps on an organisation (its code) or a matter, from a first day on."""

    class Reason(models.TextChoices):
        """Why; nothing about a person is typed."""

        FAMILY = "family"
        INTEREST = "interest"
        EARLIER = "earlier"
        OTHER = "other"

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="recusals")
    department = models.CharField(max_length=60)
    about = models.CharField(max_length=200)
    reason = models.CharField(max_length=10, choices=Reason.choices)
    first = models.DateField()
    last = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last__isnull=True) | Q(last__gte=F("first")),
                name="a_recusal_does_not_end_before_it_begins",
            )
        ]
        indexes = [models.Index(fields=["account", "about"], name="recusals_of_an_account")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.about}"
