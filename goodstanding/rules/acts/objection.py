"""Acts about an objection to a record or a designation."""

from datetime import date

import msgspec

from goodstanding.rules.acts.values import Deadline


class ObjectionFiledV1(msgspec.Struct, frozen=True, kw_only=True, tag="objection-filed/1"):
    """As `ObjectionFiled`, before the time to take it up was watched."""

    target: str
    target_kind: str
    department: str
    reason: str
    new_evidence: bool
    filed_on: date


class ObjectionFiled(ObjectionFiledV1, frozen=True, kw_only=True, tag="objection-filed/2"):
    """The organisation says that a record or a designation is wrong, and why.

    ``at_counter``: an officer took it in on the organisation's behalf; ``acceptance``: until when
    it is to be taken up, null where the rulebook sets no term for that.
    """

    at_counter: bool
    acceptance: Deadline | None


class ObjectionAccepted(msgspec.Struct, frozen=True, kw_only=True, tag="objection-accepted/1"):
    """The objection is taken up; verification runs and what rests on the target is stayed."""

    accepted_on: date
    verification: Deadline


class ObjectionExtended(msgspec.Struct, frozen=True, kw_only=True, tag="objection-extended/1"):
    """The time to verify is extended once, by another officer than took the objection up."""

    extended_on: date
    verification: Deadline


class ObjectionDecided(msgspec.Struct, frozen=True, kw_only=True, tag="objection-decided/1"):
    """The objection ends: corrected, withdrawn or dismissed."""

    outcome: str
    decided_on: date
