"""What the API says of inspection plans and visits: never at which rate anybody is drawn."""

from datetime import date

from ninja import Schema


class PlanOut(Schema):
    """A plan. ``commitment`` was published before the draw; ``seed`` is told with it.

    ``stage``: planned, approved, committed, drawn, published or dropped; ``size``: 0 without a limit.
    """

    id: str
    department: str
    departments: list[str]
    field: str
    items: list[str]
    first_day: date
    last_day: date
    size: int
    stage: str
    pool_count: int
    commitment: str
    contest_due: date | None
    drawn_on: date | None
    seed: str
    visits: int
    results_due: date | None
    published_on: date | None
    nothing_found: int | None
    handled: int | None
    elsewhere: int | None
    not_visited: int | None


class PlansOut(Schema):
    """Plans, the latest first; ``next`` continues the list."""

    items: list[PlanOut]
    next: str | None


class VisitOut(Schema):
    """A visit that was drawn, and what it came to: null until that is recorded."""

    id: str
    organisation: str
    day: date
    items: list[str]
    inspectors: list[str]
    outcome: str | None
    visited_on: date | None


class VisitsOut(Schema):
    """Visits by day; ``next`` continues the list."""

    items: list[VisitOut]
    next: str | None


class ResultIn(Schema):
    """``outcome``: nothing-found, handled, elsewhere or not-visited; without a day: today."""

    outcome: str
    visited_on: date | None = None
    note: str = ""
