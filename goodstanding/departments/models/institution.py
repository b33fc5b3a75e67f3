"""Lenders, insurers and credit-service agencies: outside the administration, known by their code.

They serve no department and hold no role of one. Their people and clients see what everybody sees,
and what an organisation opened to them by consent.
"""

from django.db import models
from django.db.models import F, Q

from goodstanding.departments.models.account import Account


def _days() -> list[models.CheckConstraint]:
    return [
        models.CheckConstraint(
            condition=Q(granted_to__isnull=True) | Q(granted_to__gte=F("granted_from")),
            name="%(class)s_does_not_end_before_it_begins",
        ),
        models.CheckConstraint(
            condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("granted_from")),
            name="%(class)s_is_not_ended_before_it_begins",
        ),
    ]


class Institution(models.Model):
    """One institution, from a first to a last day; ``kind``: an id of the rulebook.

    ``ended_on``: from that day on, itself included, it is registered no more.
    """

    code = models.CharField(primary_key=True, max_length=18)
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=40)
    granted_from = models.DateField()
    granted_to = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            *_days(),
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9A-Z]{18}$"),
                name="an_institution_is_known_by_its_code",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Membership(models.Model):
    """An account works for an institution, and for nobody else on these days (migration 0007)."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="memberships")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="people")
    granted_from = models.DateField()
    granted_to = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [*_days()]

    def __str__(self) -> str:
        return f"{self.account_id} {self.institution_id}"
