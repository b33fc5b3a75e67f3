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


class Learned(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The day a department learned that a record is wrong, and by when it is put right.

    ``due``: null where no rule of the day counts it.
    """

    on: date
    due: Deadline | None


class Publishing(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """By which rule a record is public, or is not, resolved when it was entered or corrected.

    ``rule``: section and id in the catalogue, empty where no rule of it decides; ``version``: id and
    version of the rulebook; ``state``: `public`, `not-published`, `basis-unreadable` or
    `not-notified`; ``severity``: the class it was taken for; ``repair_from``: the first day on
    which repair may be asked for.
    """

    rule: str
    version: str
    state: str
    severity: str = ""
    repair_from: date | None = None


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


class Ruling(msgspec.Struct, frozen=True, kw_only=True):
    """What a bankruptcy court approved: ``plan`` says whether a reorganisation plan or a settlement.

    ``last_day``: of its execution; null where the ruling states none.
    """

    plan: str
    last_day: date | None
