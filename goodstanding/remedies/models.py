"""Objections and repairs, computed from their acts."""

from django.db import models
from django.db.models import Q


class Objection(models.Model):
    """An objection to a record or a designation, until it is decided."""

    id = models.TextField(primary_key=True)
    organisation = models.TextField()
    target = models.TextField()
    target_kind = models.TextField()
    department = models.TextField()
    reason = models.TextField()
    new_evidence = models.BooleanField()
    filed_on = models.DateField()
    filed_by = models.TextField()
    filed_at = models.BigIntegerField()
    at_counter = models.BooleanField(default=False)
    acceptance_due = models.DateField(null=True)
    acceptance_not_before = models.DateField(null=True)
    accepted_on = models.DateField(null=True)
    accepted_by = models.TextField()
    verification_due = models.DateField(null=True)
    verification_not_before = models.DateField(null=True)
    extended_on = models.DateField(null=True)
    outcome = models.TextField()
    decided_on = models.DateField(null=True)
    decided_at = models.BigIntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation"], name="objections_of_an_organisation"),
            models.Index(fields=["target"], name="objections_to_a_target"),
            models.Index(
                fields=["department"],
                condition=Q(outcome=""),
                name="objections_open_in_department",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(target_kind__in=["record", "designation"]),
                name="an_objection_is_to_a_record_or_a_designation",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["", "corrected", "withdrawn", "dismissed"]),
                name="an_objection_is_corrected_withdrawn_or_dismissed",
            ),
            models.CheckConstraint(
                condition=Q(outcome="") ^ Q(decided_on__isnull=False),
                name="an_outcome_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return self.id


class Repair(models.Model):
    """An application for repair of a record or a designation: where it stands, and its days."""

    id = models.TextField(primary_key=True)
    organisation = models.TextField()
    target = models.TextField()
    target_kind = models.TextField()
    department = models.TextField()
    rule = models.TextField()
    stage = models.TextField()
    filed_on = models.DateField()
    filed_by = models.TextField()
    filed_at = models.BigIntegerField()
    performed_on = models.DateField(null=True)
    commitment_on = models.DateField(null=True)
    acceptance_due = models.DateField(null=True)
    acceptance_not_before = models.DateField(null=True)
    papers_asked_on = models.DateField(null=True)
    papers_supplied_on = models.DateField(null=True)
    accepted_on = models.DateField(null=True)
    accepted_by = models.TextField()
    decision_due = models.DateField(null=True)
    decision_not_before = models.DateField(null=True)
    extended_on = models.DateField(null=True)
    outcome = models.TextField()
    ground = models.TextField()
    decided_on = models.DateField(null=True)
    decided_at = models.BigIntegerField(null=True)
    revocation_served_on = models.DateField(null=True)
    revocation_statement_due = models.DateField(null=True)
    revocation_answered_on = models.DateField(null=True)
    revoked_on = models.DateField(null=True)
    decided_elsewhere_by = models.TextField(default="")
    decided_elsewhere_document = models.TextField(default="")

    class Meta:
        indexes = [
            models.Index(fields=["organisation"], name="repairs_of_an_organisation"),
            models.Index(fields=["target"], name="repairs_of_a_target"),
            models.Index(
                fields=["department"],
                condition=Q(outcome=""),
                name="repairs_open_in_department",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="") ^ Q(decided_on__isnull=False),
                name="an_end_of_a_repair_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(revoked_on__isnull=True) | Q(revocation_served_on__isnull=False),
                name="a_repair_is_revoked_after_notice",
            ),
        ]

    def __str__(self) -> str:
        return self.id


class Proceeding(models.Model):
    """A review or a court case: against what, where it stands, the stay it orders, its outcome.

    ``stayed_from``, ``stayed_until``: the latest stay, which lasts until an act where no day is named.
    ``plan``: what a bankruptcy court approved; such a shield is about the organisation itself.
    """

    id = models.TextField(primary_key=True)
    organisation = models.TextField()
    kind = models.TextField()
    body = models.TextField()
    document = models.TextField()
    opened_on = models.DateField()
    subject = models.TextField()
    subject_kind = models.TextField()
    target = models.TextField()
    target_kind = models.TextField()
    department = models.TextField()
    entered_by = models.TextField()
    entered_at = models.BigIntegerField()
    stage = models.TextField()
    stayed_from = models.DateField(null=True)
    stayed_until = models.DateField(null=True)
    stayed_whole = models.BooleanField()
    outcome = models.TextField()
    outcome_document = models.TextField()
    decided_on = models.DateField(null=True)
    effect_from = models.DateField(null=True)
    carry_out_due = models.DateField(null=True)
    carry_out_not_before = models.DateField(null=True)
    carried_out_on = models.DateField(null=True)
    carried_out = models.TextField()
    plan = models.TextField(default="")
    execution_until = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation"], name="proceedings_of_an_organisation"),
            models.Index(fields=["target"], name="proceedings_about_a_target"),
            models.Index(
                fields=["department"],
                condition=Q(carried_out_on__isnull=True),
                name="proceedings_of_a_department",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["reconsideration", "litigation", "bankruptcy"]),
                name="a_proceeding_is_a_review_or_a_case",
            ),
            models.CheckConstraint(
                condition=Q(outcome="") ^ Q(decided_on__isnull=False),
                name="an_outcome_of_a_proceeding_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return self.id
