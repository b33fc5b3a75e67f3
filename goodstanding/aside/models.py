"""What stands beside the register, computed from its acts; read through `aside.queries` alone."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from goodstanding.rules.rights import Action


class Outcome(models.Model):
    """The outcome of a contract or an inspection that no authority decided on.

    ``record``: what it became once it was; ``position``: the act with its content.
    """

    SIGHT: ClassVar[Action] = Action.READ_OUTCOMES

    id = models.TextField(primary_key=True)
    organisation = models.TextField()
    record_kind = models.TextField()
    department = models.TextField()
    authority = models.TextField()
    happened_on = models.DateField()
    natural_key = models.TextField()
    digest = models.TextField()
    last_day = models.DateField()
    kept_on = models.DateField()
    position = models.BigIntegerField()
    batch = models.TextField()
    row = models.IntegerField()
    ended_on = models.DateField(null=True)
    record = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["organisation"], name="outcomes_of_an_organisation"),
            models.Index(fields=["batch"], condition=~Q(batch=""), name="outcomes_of_a_batch"),
            models.Index(
                fields=["department", "last_day"],
                condition=Q(ended_on__isnull=True),
                name="outcomes_of_a_department",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["department", "natural_key"],
                condition=Q(ended_on__isnull=True) | ~Q(record=""),
                name="one_kept_outcome_per_natural_key",
            ),
            models.CheckConstraint(
                condition=Q(record="") | Q(ended_on__isnull=False),
                name="an_outcome_that_became_a_record_has_ended",
            ),
        ]

    def __str__(self) -> str:
        return self.id


class Offer(models.Model):
    """An entry of a list that an association, a bank or an agency offers.

    ``list``: the id all its entries have; ``position``: the act with its content.
    """

    SIGHT: ClassVar[Action] = Action.READ_OFFERED_LISTS

    id = models.TextField(primary_key=True)
    organisation = models.TextField()
    list = models.TextField()
    department = models.TextField()
    supplier = models.TextField()
    supplier_code = models.TextField()
    dated_on = models.DateField()
    natural_key = models.TextField(unique=True)
    digest = models.TextField()
    last_day = models.DateField()
    received_on = models.DateField()
    position = models.BigIntegerField()
    batch = models.TextField()
    row = models.IntegerField()
    ended_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation"], name="offers_about_an_organisation"),
            models.Index(fields=["list", "row"], name="offers_of_a_list"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("dated_on")), name="an_offer_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return self.id

    @property
    def taken_back(self) -> date | None:
        """The day its supplier took it back; it is not received again."""
        return self.ended_on
