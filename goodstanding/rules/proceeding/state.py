"""What the acts of a review or a court case add up to."""

from datetime import date

import msgspec

from goodstanding.rules.acts.values import Deadline, Ruling

RECONSIDERATION, LITIGATION = "reconsideration", "litigation"
KINDS = (RECONSIDERATION, LITIGATION)
#: About an organisation, opened by the ruling that approves a plan or a settlement.
BANKRUPTCY = "bankruptcy"
PLANS = ("reorganisation-plan", "settlement")
COMPLETED, PLAN_ANNULLED, LIQUIDATION = "completed", "plan-annulled", "liquidation"
SHIELD_OUTCOMES = (COMPLETED, PLAN_ANNULLED, LIQUIDATION)
UPHELD, ANNULLED, VARIED, SENT_BACK, WITHDRAWN = (
    *("upheld", "annulled", "varied", "sent-back", "withdrawn"),
)
OUTCOMES = (UPHELD, ANNULLED, VARIED, SENT_BACK, WITHDRAWN)


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """A stay that was ordered; ``last_day``: null until it is lifted or the outcome is there.

    ``outcome``: it follows from the outcome, and lasts until that is carried out.
    """

    first_day: date
    last_day: date | None
    whole: bool
    document: str = ""
    entered_by: str = ""
    outcome: bool = False

    @property
    def open(self) -> bool:
        """True until an act ends it; a day it was ordered for ends it without one."""
        return self.last_day is None

    def covers(self, day: date) -> bool:
        """True if ``day`` is stayed."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


class Proceeding(msgspec.Struct, frozen=True, kw_only=True, tag="proceeding"):
    """A review or a court case against a decision, until its outcome is carried out.

    ``ruling``: of a bankruptcy shield, which is about the organisation; ``ended_on``: the day on
    which its end was entered.
    """

    id: str
    organisation: str
    kind: str
    body: str
    document: str
    opened_on: date
    subject: str
    subject_kind: str
    target: str
    target_kind: str
    department: str
    entered_by: str
    entered_on: date
    entered_at: int
    orders: tuple[Order, ...] = ()
    outcome: str = ""
    outcome_document: str = ""
    decided_on: date | None = None
    effect_from: date | None = None
    decided_at: int = 0
    carry_out: Deadline | None = None
    carried_out_on: date | None = None
    carried_out: str = ""
    ruling: Ruling | msgspec.UnsetType = msgspec.UNSET
    ended_on: date | msgspec.UnsetType = msgspec.UNSET

    @property
    def order(self) -> Order | None:
        """The stay that holds until an act ends it, if there is one."""
        last = self.orders[-1] if self.orders else None
        return last if last and last.open else None

    @property
    def waits(self) -> bool:
        """True while the department has yet to carry its outcome out."""
        return self.carry_out is not None and self.carried_out_on is None

    @property
    def is_open(self) -> bool:
        """Open until its outcome, and then until that is carried out; a completed plan stays to be
        seen by who asks for repair.
        """
        return not self.outcome or self.waits or self.outcome == COMPLETED

    @property
    def stage(self) -> str:
        """Where it stands, in a word."""
        if not self.outcome:
            return "shielding" if self.ruling else "pending"
        return "to-carry-out" if self.waits else self.outcome

    def stays(self, day: date) -> Order | None:
        """The order that stays on ``day``."""
        return next((each for each in reversed(self.orders) if each.covers(day)), None)

    def shields(self, day: date) -> bool:
        """True on the days on which its ruling shields the organisation; the last day included."""
        if not self.ruling or day < self.entered_on:
            return False
        lasts = [each for each in (self.ruling.last_day, self.ended_on or None) if each]
        return all(day <= each for each in lasts)
