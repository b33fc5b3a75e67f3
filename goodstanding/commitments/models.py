"""Promises and decisions on broken ones, computed from their acts; claims, which are only counted."""

from django.db import models
from django.db.models import F, Q


class Promise(models.Model):
    """A promise of an organisation, until it is found kept or broken.

    ``published``: strangers may see it until ``shown_until``; ``record``: the record that a finding
    is, where the authority decided; ``followed``: the consequences carried out, separated by ;.
    ``made_at``, ``looked_at``, ``told_at``, ``answered_at``, ``found_at``: the acts with the words.
    """

    id = models.TextField(primary_key=True)
    organisation = models.TextField()
    template = models.TextField()
    edition = models.TextField()
    area = models.TextField()
    commitment_type = models.TextField()
    department = models.TextField()
    made_on = models.DateField()
    made_at = models.BigIntegerField()
    due_on = models.DateField()
    by_rule = models.BooleanField()
    consented = models.BooleanField()
    published = models.BooleanField()
    shown_until = models.DateField()
    standard = models.TextField()
    standard_scope = models.TextField()
    standard_edition = models.TextField()
    stage = models.TextField()
    withdrawn_on = models.DateField(null=True)
    verification_due = models.DateField(null=True)
    verification_not_before = models.DateField(null=True)
    verified_on = models.DateField(null=True)
    seen = models.TextField()
    looked_at = models.BigIntegerField(null=True)
    told_on = models.DateField(null=True)
    told_at = models.BigIntegerField(null=True)
    told_by = models.TextField()
    answer_due = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    answered_at = models.BigIntegerField(null=True)
    waived = models.BooleanField()
    found_on = models.DateField(null=True)
    found_at = models.BigIntegerField(null=True)
    document = models.TextField()
    record = models.TextField()
    consequences = models.TextField()
    followed = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "made_on"], name="promises_of_an_organisation"),
            models.Index(
                fields=["department", "due_on"],
                condition=Q(stage__in=["made", "notified"]),
                name="promises_open_in_department",
            ),
            models.Index(
                fields=["area", "made_on"],
                condition=Q(published=True),
                name="promises_published_by_area",
            ),
            models.Index(fields=["area", "stage"], name="promises_by_area_and_stage"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    stage__in=["made", "notified", "withdrawn", "kept", "partly", "broken"]
                ),
                name="a_promise_stands_somewhere",
            ),
            models.CheckConstraint(
                condition=Q(published=False) | Q(by_rule=True) | Q(consented=True),
                name="a_promise_is_public_by_rule_or_consent",
            ),
            models.CheckConstraint(
                condition=Q(published=False) | ~Q(stage__in=["withdrawn", "broken"]),
                name="no_promise_taken_back_or_broken_is_public",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gt=F("made_on")), name="a_promise_is_due_after_it_is_made"
            ),
            models.CheckConstraint(
                condition=Q(record="") | Q(stage="broken"),
                name="only_a_broken_promise_is_a_record",
            ),
        ]

    def __str__(self) -> str:
        return self.id


class BrokenDecision(models.Model):
    """A record of an authority's decision that a promise was broken, wherever it came from.

    ``counts``: neither taken back nor repaired, and not under objection.
    """

    record = models.TextField(primary_key=True)
    organisation = models.TextField()
    department = models.TextField()
    decided_on = models.DateField()
    counts = models.BooleanField()
    withdrawn_on = models.DateField(null=True)
    repaired_on = models.DateField(null=True)
    disputed = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["organisation"], name="broken_ones_of_an_organisation")]

    def __str__(self) -> str:
        return self.record


class Claim(models.Model):
    """How often the public said, on one day, that a promise was not kept: a number, and nobody.

    No text, no name, no contact and no address is kept. ``kind`` and ``noticed``: of fixed lists;
    ``seen_on``: the day the department looked at them.
    """

    promise = models.TextField()
    department = models.TextField()
    kind = models.TextField()
    noticed = models.TextField()
    received_on = models.DateField()
    many = models.IntegerField()
    seen_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["department"], condition=Q(seen_on__isnull=True), name="claims_not_seen"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["promise", "kind", "noticed", "received_on"],
                name="claims_alike_are_one_number",
            ),
            models.CheckConstraint(condition=Q(many__gte=1), name="a_claim_was_made_once_at_least"),
        ]

    def __str__(self) -> str:
        return f"{self.promise} {self.many}"
