"""Acts about an objection to a record or a designation."""

from datetime import date

import msgspec

from goodstanding.rules.acts.values import Deadline


class ObjectionFiled(msgspec.Struct, frozen=True, kw_only=True, tag="objection-filed/1"):
    """The organisation says that a record or a designation is wrong, and why."""

    target: str
    target_kind: str
    department: str
    reason: str
    new_evidence: bool
    filed_on: date


class ObjectionAccepted(msgspec.Struct, frozen=True, kw_only=True, tag="objection-accepted/1"):
    """The objection is taken up; verification runs and what rests on the target is stayed."""

    accepted_on: date
    verification: Deadline


class ObjectionDecided(msgspec.Struct, frozen=True, kw_only=True, tag="objection-decided/1"):
    """The objection ends: corrected, withdrawn or dismissed."""

    outcome: str
    decided_on: date
