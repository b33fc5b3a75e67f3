"""Organisations and their names, computed from their acts."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q


class Organisation(models.Model):
    """An organisation the register has met, with the name it bears now.

    ``status``, its first day and why it ended: as last stated; empty where nobody stated any.
    """

    code = models.TextField(primary_key=True)
    name = models.TextField()
    class_id = models.TextField()
    established_on = models.DateField(null=True)
    status = models.TextField(default="")
    status_since = models.DateField(null=True)
    end_reason = models.TextField(default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9A-Z]{18}$"),
                name="an_organisation_is_known_by_its_code",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Name(models.Model):
    """A name an organisation bears or bore, with all that searching compares.

    ``folded``: the whole of it in one way of writing; ``core``: without place and legal form;
    ``keys``: what it is found by (`rules.names.keys`).
    ``since`` and ``until``: its first and last day, both borne; null where not known, or not over.
    """

    pk = models.CompositePrimaryKey("code", "ordinal")
    code = models.TextField()
    ordinal = models.IntegerField()
    name = models.TextField()
    folded = models.TextField()
    core = models.TextField()
    keys = ArrayField(models.TextField())
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    current = models.BooleanField()

    class Meta:
        indexes = [
            models.Index(fields=["folded"], name="names_as_searched"),
            models.Index(OpClass(F("core"), "text_pattern_ops"), name="names_by_core"),
            GinIndex(fields=["keys"], name="names_by_keys"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=Q(current=True), name="one_current_name_per_organisation"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Link(models.Model):
    """Another organisation this one went into (``successor``) or came from (``predecessor``).

    ``by``: merger, division, or code-change: then both codes are one legal person.
    """

    pk = models.CompositePrimaryKey("code", "direction", "ordinal")
    code = models.TextField()
    direction = models.TextField()
    ordinal = models.IntegerField()
    other = models.TextField()
    by = models.TextField()
    manner = models.TextField()
    on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["other"], name="links_from_the_other_side")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(other=models.F("code")), name="nobody_succeeds_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.direction} {self.other}"


class Struck(models.Model):
    """A code that an organisation was wrongly said to share: ``other`` never was its own."""

    pk = models.CompositePrimaryKey("code", "ordinal")
    code = models.TextField()
    ordinal = models.IntegerField()
    other = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(other=models.F("code")), name="no_code_is_struck_from_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} never was {self.other}"


class Distinction(models.Model):
    """One side of a statement that two organisations are not the same: ``code`` is not ``other``.

    ``confirmed_on``: from this day on their pages say so; ``withdrawn_on``: until before this one.
    """

    pk = models.CompositePrimaryKey("id", "code")
    id = models.TextField()
    code = models.TextField()
    other = models.TextField()
    department = models.TextField()
    stated_by = models.TextField()
    stated_on = models.DateField()
    stated_at = models.BigIntegerField()
    confirmed_on = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["code"], name="distinctions_of_one"),
            models.Index(
                fields=["department"],
                condition=Q(confirmed_on=None, withdrawn_on=None),
                name="distinctions_to_confirm",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(other=models.F("code")), name="nobody_is_distinct_from_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} is not {self.other}"
