"""Consent to publicity comes and goes; a promise is taken back before it is completed."""

from datetime import date

from goodstanding.rules.acts import commitment as acts
from goodstanding.rules.acts.effects import Effect
from goodstanding.rules.acts.envelope import Content, Decided
from goodstanding.rules.commitment import refusals
from goodstanding.rules.commitment.state import Commitment
from goodstanding.rules.errors import Refusal, require_none


def show(promise: Commitment, *, on: date) -> list[Decided]:
    """The organisation agrees that its promise is public."""
    require_none(_change(promise, consented=True))
    return [act(promise, acts.CommitmentShown(), on)]


def hide(promise: Commitment, *, on: date) -> list[Decided]:
    """It takes that back: nothing shows the promise from this act on, unless a rule publishes it."""
    ruled = [refusals.PublishedByRule()] if promise.by_rule else []
    require_none([*ruled, *_change(promise, consented=False)])
    return [act(promise, acts.CommitmentHidden(), on)]


def withdraw(promise: Commitment, *, on: date) -> list[Decided]:
    """The promise is taken back before its due day; nothing is held against the organisation."""
    late = promise.due_on < on
    passed = [refusals.PromisePastItsDay(due_on=promise.due_on)] if late else []
    told = [] if promise.breach is None else [refusals.PromiseOver(stage=promise.stage)]
    require_none([*(open_refusals(promise) or told), *passed])
    return [act(promise, acts.CommitmentWithdrawn(), on)]


def open_refusals(promise: Commitment) -> list[Refusal]:
    """Refused unless the promise runs."""
    return [] if promise.is_open else [refusals.PromiseOver(stage=promise.stage)]


def act(promise: Commitment, effect: Effect, on: date, content: Content | None = None) -> Decided:
    """An act on this promise."""
    return Decided(
        stream=promise.organisation,
        aggregate=promise.id,
        effective_on=on,
        effect=effect,
        content=content or {},
    )


def _change(promise: Commitment, *, consented: bool) -> list[Refusal]:
    """Consent may be given and taken back whatever became of the promise, but not twice."""
    same = promise.consented == consented
    return [refusals.ConsentStandsAlready()] if same else []
