"""Promises as the department and the organisation see them."""

from datetime import date

from ninja import Schema


class PromiseOut(Schema):
    """A promise with its days; ``record``: the record that a finding is, where it was decided on.

    ``stage``: `made`, `notified`, `withdrawn`, `kept`, `partly` or `broken`; that its due day has
    passed is told by ``due_on``.
    """

    id: str
    organisation: str
    template: str
    edition: str
    area: str
    commitment_type: str
    department: str
    made_on: date
    due_on: date
    stage: str
    by_rule: bool
    consented: bool
    published: bool
    shown_until: date
    standard: str
    standard_scope: str
    standard_edition: str
    withdrawn_on: date | None
    verification_due: date | None
    verified_on: date | None
    seen: str
    told_on: date | None
    answer_due: date | None
    answered_on: date | None
    found_on: date | None
    document: str
    record: str


class PromisesOut(Schema):
    """Promises made to a department; ``next`` continues the list."""

    items: list[PromiseOut]
    next: str | None
