"""Acts about a designation, from its proposal to its end."""

from datetime import date

import msgspec

from goodstanding.rules.acts.values import Deadline, MeasureLine


class DesignationProposed(msgspec.Struct, frozen=True, kw_only=True, tag="designation-proposed/1"):
    """An officer proposes to designate an organisation on a ground of the catalogue.

    ``offer``: the entry of an offered list that it adopts (added later; absent in older acts: none).
    """

    department: str
    ground: str
    field: str
    sense: str
    records: tuple[str, ...]
    each_suffices: bool
    measures: tuple[MeasureLine, ...]
    months: int
    case_number: str
    offer: str = ""


class NoticeServed(msgspec.Struct, frozen=True, kw_only=True, tag="notice-served/1"):
    """The organisation has been told what is intended, why, and how to answer.

    ``witness``, ``consent``, ``through``: what some methods show besides the proof, as in
    `LetterServed` (added later; absent in older acts: nothing besides).
    """

    served_on: date
    method: str
    proof: str
    statement: Deadline
    hearing: Deadline | None
    witness: str = ""
    consent: str = ""
    through: str = ""


class StatementReceived(msgspec.Struct, frozen=True, kw_only=True, tag="statement-received/1"):
    """The organisation states its case."""

    received_on: date


class StatementWaived(msgspec.Struct, frozen=True, kw_only=True, tag="statement-waived/1"):
    """The organisation gives up its statement in writing.

    ``hearing``: the writing gives up the hearing too (added later; absent in older acts: it does not).
    """

    waived_on: date
    proof: str
    hearing: bool = False


class HearingRequested(msgspec.Struct, frozen=True, kw_only=True, tag="hearing-requested/1"):
    """The organisation asks for a hearing, in time."""

    requested_on: date


class HearingHeld(msgspec.Struct, frozen=True, kw_only=True, tag="hearing-held/1"):
    """The hearing has taken place."""

    held_on: date
    proof: str


class DesignationListed(msgspec.Struct, frozen=True, kw_only=True, tag="designation-listed/1"):
    """The decision designates the organisation: measures, first and last day, both in force.

    ``same_fact``: the designations that restricted it already on the same fact, for which the
    content gives a reason (added later; absent in older acts, where nobody asked).
    """

    document: str
    first_day: date
    last_day: date
    measures: tuple[MeasureLine, ...]
    same_fact: tuple[str, ...] = ()


class DesignationDropped(msgspec.Struct, frozen=True, kw_only=True, tag="designation-dropped/1"):
    """The decision is not to designate."""

    document: str


class DesignationTranscribed(
    msgspec.Struct, frozen=True, kw_only=True, tag="designation-transcribed/1"
):
    """A second officer confirms a listing decided elsewhere; from now on it has effect here."""

    department: str
    record: str
    ground: str
    field: str
    sense: str
    authority: str
    document: str
    decided_on: date
    first_day: date
    last_day: date
    measures: tuple[MeasureLine, ...]
    doubtful: bool


class StayBegun(msgspec.Struct, frozen=True, kw_only=True, tag="stay-begun/1"):
    """The designation's measures are stayed while an objection is verified."""

    objection: str
    first_day: date


class StayEnded(msgspec.Struct, frozen=True, kw_only=True, tag="stay-ended/1"):
    """The stay ends; its last day is still stayed."""

    objection: str
    last_day: date


class DesignationEnded(msgspec.Struct, frozen=True, kw_only=True, tag="designation-ended/1"):
    """The designation ends by an act: from the start (it was wrong) or from a day."""

    cause: str
    from_start: bool
    from_day: date
