"""What an account may be, from a first to a last day, both in force; no last day: until ended.

That grants do not overlap or contradict each other is held by the database (migration 0002).
"""

from datetime import date

from django.db import models
from django.db.models import F, Q

from goodstanding.departments.models.account import Account
from goodstanding.rules.actors import STAFF, Power, Role

CREDIT_OFFICE = "credit-office"
_IN_ORDER = Q(granted_to__isnull=True) | Q(granted_to__gte=F("granted_from"))


class RoleGrant(models.Model):
    """An account serves a department in a role; an auditor serves none."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="role_grants")
    department = models.CharField(max_length=60, blank=True)
    role = models.CharField(max_length=20)
    granted_from = models.DateField()
    granted_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=_IN_ORDER, name="a_role_does_not_end_before_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(role__in=sorted(role.value for role in STAFF)),
                name="a_granted_role_is_one_of_the_staff",
            ),
            models.CheckConstraint(
                condition=(Q(role=Role.AUDITOR.value) & Q(department=""))
                | (~Q(role=Role.AUDITOR.value) & ~Q(department="")),
                name="an_auditor_and_nobody_else_serves_no_department",
            ),
            models.CheckConstraint(
                condition=~Q(role=Role.CREDIT_OFFICE.value) | Q(department=CREDIT_OFFICE),
                name="the_credit_office_role_is_of_the_credit_office",
            ),
        ]

    def in_force(self, day: date) -> bool:
        """Whether the grant is in force on ``day``."""
        return self.granted_from <= day and (self.granted_to is None or day <= self.granted_to)

    def __str__(self) -> str:
        return f"{self.account_id} {self.department}/{self.role}"


class Representation(models.Model):
    """An account acts for an organisation (its code); an empty power is an unlimited one.

    ``ended_on``: from that day on, itself included, the power is gone, whatever its last day was.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="representations")
    organisation = models.CharField(max_length=18, db_index=True)
    power = models.CharField(max_length=20, blank=True, default="")
    granted_from = models.DateField()
    granted_to = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=_IN_ORDER, name="a_representation_does_not_end_before_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("granted_from")),
                name="a_representation_is_not_ended_before_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(power__in=["", *sorted(power.value for power in Power)]),
                name="a_power_is_one_of_those_named",
            ),
            models.CheckConstraint(
                condition=Q(organisation__regex=r"^[0-9A-Z]{18}$"),
                name="an_organisation_is_represented_by_its_code",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.organisation}"
