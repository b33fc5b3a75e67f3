"""Acts about an inspection plan. None of them, and nothing that follows from them, names a rate.

All are in the `system` stream: by construction no fold over an organisation's acts meets a plan.
"""

from datetime import date

import msgspec

from goodstanding.rules.acts.values import Deadline


class InspectionPlanned(msgspec.Struct, frozen=True, kw_only=True, tag="inspection-planned/1"):
    """An officer plans an inspection: whose, in which field, what, when, of how many at most.

    ``department`` leads; ``pool``: `register`, or `list` with ``listed`` codes of that digest;
    ``size``: 0 where the shares of the table alone say how many.
    """

    department: str
    departments: tuple[str, ...]
    field: str
    items: tuple[str, ...]
    first_day: date
    last_day: date
    size: int
    pool: str
    listed: int
    listed_digest: str


class InspectionApproved(msgspec.Struct, frozen=True, kw_only=True, tag="inspection-approved/1"):
    """Another officer approves the plan; it is public from now on."""


class InspectionDropped(msgspec.Struct, frozen=True, kw_only=True, tag="inspection-dropped/1"):
    """The plan is given up before its draw; the content says why."""


class InspectionCommitted(msgspec.Struct, frozen=True, kw_only=True, tag="inspection-committed/1"):
    """The pool is frozen and the seed fixed without being told; a later one takes its place.

    Digests are SHA-256 in hex, as docs/howto/draws.md makes them. ``contest``: until when an
    organisation may contest how it is counted; ``first_visit``: the draw comes before this day.
    """

    number: int
    pool_count: int
    pool_digest: str
    table: str
    table_digest: str
    frame_digest: str
    commitment: str
    contest: Deadline
    first_visit: date


class SamplingContested(msgspec.Struct, frozen=True, kw_only=True, tag="sampling-contested/1"):
    """An organisation contests how the plan counts it; the content says why."""

    subject: str


class ContestAnswered(msgspec.Struct, frozen=True, kw_only=True, tag="sampling-answered/1"):
    """An officer answers before the draw: counted one step lighter in this plan, or as it was."""

    subject: str
    outcome: str


class InspectionDrawn(msgspec.Struct, frozen=True, kw_only=True, tag="inspection-drawn/1"):
    """The draw: the seed is told, the visits are fixed by their digest.

    ``number``: of the commitment it opens; ``results``: until when the results are published.
    """

    number: int
    seed: str
    visits: int
    organisations: int
    visits_digest: str
    results: Deadline


class VisitRecorded(msgspec.Struct, frozen=True, kw_only=True, tag="inspection-visit-recorded/1"):
    """What a visit came to. Adverse it is only by a decision, which is a record of its own.

    ``subject``: code of the organisation; recorded again, the later one holds.
    """

    plan: str
    subject: str
    department: str
    departments: tuple[str, ...]
    items: tuple[str, ...]
    planned_for: date
    visited_on: date
    outcome: str


class ResultsPublished(msgspec.Struct, frozen=True, kw_only=True, tag="inspection-published/1"):
    """The results are published in figures: how many visits came to what; nobody is named."""

    nothing_found: int
    handled: int
    elsewhere: int
    not_visited: int
