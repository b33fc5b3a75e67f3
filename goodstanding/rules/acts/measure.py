"""Acts about a measure: one consequence, at one implementing department."""

from datetime import date

import msgspec

from goodstanding.rules.acts.values import Basis, Deadline


class MeasureTasked(msgspec.Struct, frozen=True, kw_only=True, tag="measure-tasked/1"):
    """A designation asks a department for a measure; a second one joins a measure already there."""

    designation: str
    ground: str
    measure: str
    department: str
    procedures: tuple[str, ...]
    kind: str
    sense: str
    basis: tuple[Basis, ...]
    first_day: date
    last_day: date
    response: Deadline
    lift: Deadline
    stay_exempt: Basis | None = None


class MeasureAnswered(msgspec.Struct, frozen=True, kw_only=True, tag="measure-answered/1"):
    """The department says whether it applies the measure, or why it does not."""

    answer: str
    answered_on: date
    acting_on: date | None
    feedback: Deadline | None


class MeasureStayed(msgspec.Struct, frozen=True, kw_only=True, tag="measure-stayed/1"):
    """One designation under the measure is stayed; ``suspend`` is due if the department had acted."""

    designation: str
    objection: str
    first_day: date
    suspend: Deadline | None


class MeasureResumed(msgspec.Struct, frozen=True, kw_only=True, tag="measure-resumed/1"):
    """The stay of one designation under the measure ended; ``resume`` is due if it was suspended."""

    designation: str
    objection: str
    last_day: date
    resume: Deadline | None


class MeasureReleased(msgspec.Struct, frozen=True, kw_only=True, tag="measure-released/1"):
    """One designation under the measure ended by an act.

    ``lift`` is due if it was the last; ``suspend`` if those left are all stayed (added later:
    absent in older acts, where nothing followed).
    """

    designation: str
    from_start: bool
    from_day: date
    lift: Deadline | None
    suspend: Deadline | None = None


class MeasureFedBack(msgspec.Struct, frozen=True, kw_only=True, tag="measure-fed-back/1"):
    """The department reports what it did about one task: apply, suspend, resume or lift."""

    task: str
    done_on: date
    proof: str
