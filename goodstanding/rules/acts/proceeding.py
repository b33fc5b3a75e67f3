"""Acts about a review or a court case: opened, a stay it orders, its outcome, carried out."""

from datetime import date

import msgspec

from goodstanding.rules.acts.values import Deadline, Ruling


class ProceedingOpened(msgspec.Struct, frozen=True, kw_only=True, tag="proceeding-opened/1"):
    """A review body or a court was asked to look at a decision.

    ``subject``: the record, designation, objection or repair whose decision is challenged;
    ``target``: the record or designation that this is about; ``opened_on``: the day of its document.
    ``ruling``: of a bankruptcy shield, whose subject and target are the organisation.
    """

    kind: str
    body: str
    document: str
    opened_on: date
    subject: str
    subject_kind: str
    target: str
    target_kind: str
    department: str
    ruling: Ruling | msgspec.UnsetType = msgspec.UNSET


class ProceedingStayOrdered(
    msgspec.Struct, frozen=True, kw_only=True, tag="proceeding-stay-ordered/1"
):
    """It ordered a stay: from the act's day to a day, or until it is lifted or the outcome is there.

    ``whole``: of the decision itself, with measures that would run on while an objection is
    verified; else of the joint measures.
    """

    document: str
    ordered_on: date
    last_day: date | None
    whole: bool


class ProceedingStayEnded(msgspec.Struct, frozen=True, kw_only=True, tag="proceeding-stay-ended/1"):
    """The stay it ordered is lifted before its end; its last day is still stayed."""

    document: str
    last_day: date


class ProceedingDecided(msgspec.Struct, frozen=True, kw_only=True, tag="proceeding-decided/1"):
    """Its outcome: upheld, annulled, varied, sent back or withdrawn; of a shield, how it ended.

    ``effect_from``: from when it holds in law, as its document says; ``carry_out``: until when the
    department takes back or corrects what did not stand, null where it stands. ``stayed``: what did
    not stand is masked from the act's day until that is done.
    """

    outcome: str
    document: str
    decided_on: date
    effect_from: date
    carry_out: Deadline | None
    stayed: bool


class ProceedingCarriedOut(
    msgspec.Struct, frozen=True, kw_only=True, tag="proceeding-carried-out/1"
):
    """What the outcome asks of the department is done: how, and on which day."""

    how: str
    done_on: date


class StayOrdered(msgspec.Struct, frozen=True, kw_only=True, tag="stay-ordered/1"):
    """A review body or court stays the designation; ``last_day``: null until lifted or decided."""

    proceeding: str
    first_day: date
    last_day: date | None


class OrderedStayEnded(msgspec.Struct, frozen=True, kw_only=True, tag="ordered-stay-ended/1"):
    """The ordered stay of the designation ends; its last day is still stayed."""

    proceeding: str
    last_day: date


class MeasureStayOrdered(msgspec.Struct, frozen=True, kw_only=True, tag="measure-stay-ordered/1"):
    """One designation under the measure is stayed by order.

    ``suspend``: what a department that acted has to do now; ``resume``: what it has to do once the
    last day of the order is over, where one is known.
    """

    designation: str
    proceeding: str
    first_day: date
    last_day: date | None
    suspend: Deadline | None
    resume: Deadline | None


class MeasureOrderEnded(msgspec.Struct, frozen=True, kw_only=True, tag="measure-order-ended/1"):
    """The ordered stay of one designation under the measure ends; a department that stopped resumes."""

    designation: str
    proceeding: str
    last_day: date
    resume: Deadline | None
