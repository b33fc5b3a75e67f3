"""Destruction of contents: what a request may say, and what is told."""

from datetime import date

from ninja import Schema

from goodstanding.api.fields import Body, Id, Line, Text


class RemovalIn(Body):
    """Under what the contents are to be destroyed, and why.

    ``basis``: retention-over, court-order or statute; ``cited``: the court, or instrument and
    article; ``document``: number of the court's document.
    """

    basis: Id
    reasons: Text
    cited: Line = ""
    document: Line = ""


class DropIn(Body):
    """Why the contents stay."""

    reasons: Text


class RemovalOut(Schema):
    """Contents proposed for destruction, until that is done or dropped; ``acts``: of how many."""

    id: str
    organisation: str
    target: str
    target_kind: str
    department: str
    basis: str
    cited: str
    document: str
    acts: int
    proposed_on: date | None
    dropped_on: date | None
    removed_on: date | None


class RemovalsOut(Schema):
    """Destructions, those that wait first; ``next`` continues the list."""

    items: list[RemovalOut]
    next: str | None
