"""Acts about a repair: applied for, papers asked once, accepted, decided, and taken back if false."""

from datetime import date

import msgspec

from goodstanding.rules.acts.values import Deadline


class RepairApplied(msgspec.Struct, frozen=True, kw_only=True, tag="repair-applied/1"):
    """The organisation asks that what it has put right no longer counts.

    ``rule``: the repair rule of the catalogue it asks under; ``performed_on``: the day on which the
    last duty was performed, as it says; ``commitment_on``: the day its commitment was signed.
    """

    target: str
    target_kind: str
    department: str
    rule: str
    filed_on: date
    performed_on: date
    commitment_on: date
    acceptance: Deadline


class RepairPapersAsked(msgspec.Struct, frozen=True, kw_only=True, tag="repair-papers-asked/1"):
    """Everything that is missing is named at once; the content lists it. The clock starts anew."""

    asked_on: date


class RepairPapersSupplied(
    msgspec.Struct, frozen=True, kw_only=True, tag="repair-papers-supplied/1"
):
    """The organisation brought what was missing."""

    supplied_on: date
    acceptance: Deadline


class RepairAccepted(msgspec.Struct, frozen=True, kw_only=True, tag="repair-accepted/1"):
    """The application is taken up."""

    accepted_on: date
    decision: Deadline


class RepairExtended(msgspec.Struct, frozen=True, kw_only=True, tag="repair-extended/1"):
    """The time to decide is extended once, by a named approver."""

    decision: Deadline


class RepairDecided(msgspec.Struct, frozen=True, kw_only=True, tag="repair-decided/1"):
    """The application ends: granted, refused, or not accepted; ``ground`` is why not."""

    outcome: str
    ground: str
    decided_on: date


class RepairTakenBack(msgspec.Struct, frozen=True, kw_only=True, tag="repair-taken-back/1"):
    """The organisation withdraws its application before it is decided."""

    taken_back_on: date


class RepairReceived(msgspec.Struct, frozen=True, kw_only=True, tag="repair-received/1"):
    """Another body decided on the repair of a record, and its result came here.

    ``authority``, ``document``, ``decided_on``: who decided, under which number, when;
    ``rule``: the rule of ours for the same, if there is one; ``against``: the codes of what our
    rules say against a repair that was granted. It was taken none the less.
    """

    target: str
    department: str
    rule: str
    outcome: str
    authority: str
    document: str
    decided_on: date
    received_on: date
    against: tuple[str, ...] = ()


class RevocationNotified(
    msgspec.Struct, frozen=True, kw_only=True, tag="repair-revocation-notified/1"
):
    """The organisation was told that its repair shall be revoked, why, and how to answer."""

    ground: str
    served_on: date
    method: str
    proof: str
    statement: Deadline


class RevocationAnswered(
    msgspec.Struct, frozen=True, kw_only=True, tag="repair-revocation-answered/1"
):
    """The organisation states its case against the revocation, or waives it in writing."""

    answered_on: date
    waived: bool


class RepairRevoked(msgspec.Struct, frozen=True, kw_only=True, tag="repair-revoked/1"):
    """The repair rested on false papers or a broken commitment: it counts no more from a day on."""

    ground: str
    revoked_on: date


class RecordRepaired(msgspec.Struct, frozen=True, kw_only=True, tag="record-repaired/1"):
    """The record has no effect from the act's day on: not public, not shared, no measure on it."""

    repair: str


class RecordRestored(msgspec.Struct, frozen=True, kw_only=True, tag="record-restored/1"):
    """A repair was revoked: the record counts again from the act's day, for its unexpired rest."""

    repair: str


class DesignationRestored(msgspec.Struct, frozen=True, kw_only=True, tag="designation-restored/1"):
    """A repair was revoked: the designation is in force again from the act's day to its last day.

    ``last_day``: the day it had, or a later one where the repair rule lets the term start anew.
    """

    repair: str
    last_day: date


class MeasureRestored(msgspec.Struct, frozen=True, kw_only=True, tag="measure-restored/1"):
    """One designation under the measure is in force again; ``resume`` is due if it was lifted."""

    repair: str
    designation: str
    last_day: date
    lift: Deadline
    resume: Deadline | None
