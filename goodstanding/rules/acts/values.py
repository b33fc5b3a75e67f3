"""Values acts carry, already resolved: `evolve` never opens the catalogue."""

from datetime import date

import msgspec


class Basis(msgspec.Struct, frozen=True, kw_only=True):
    """One cited article: the id of an instrument of the catalogue and the article in it."""

    instrument: str
    article: str


class Deadline(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A due date with its rule: the last day to act in time.

    ``due`` is null while the official calendar of a year it crosses is not loaded; it is then not
    before ``not_before``.
    """

    start: date
    working_days: int
    due: date | None
    not_before: date | None
    rule: str


class MeasureLine(msgspec.Struct, frozen=True, kw_only=True):
    """One measure as noticed or decided: what, by whom, where it bites, for how long at most."""

    measure: str
    departments: tuple[str, ...]
    procedures: tuple[str, ...]
    kind: str
    sense: str
    basis: tuple[Basis, ...]
    max_months: int
    last_day: date | None = None
    stay_exempt: Basis | None = None
