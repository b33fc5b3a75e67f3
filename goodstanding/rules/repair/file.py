"""An application for repair: filed, its papers asked for once, taken up or not."""

from collections.abc import Sequence
from datetime import date

import msgspec

from goodstanding.rules.acts import repair as acts
from goodstanding.rules.acts.effects import Effect
from goodstanding.rules.acts.envelope import Content, Decided
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.repair import refusals
from goodstanding.rules.repair.eligible import obstacles
from goodstanding.rules.repair.rule import Target, rule_for
from goodstanding.rules.repair.state import TAKEN_BACK, Repair
from goodstanding.rules.states import Record
from goodstanding.rules.working_set import WorkingSet


class Application(msgspec.Struct, frozen=True, kw_only=True):
    """What an organisation wants repaired: when it performed its last duty and signed its promise."""

    id: str
    target: Target
    performed_on: date
    commitment_on: date
    text: str = ""


def apply(
    asked: Application, *, earlier: Sequence[Repair], work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """Repair is asked for once the rule's time is over and its duties are done; it costs nothing.

    Raises:
        Refused: with everything that stands against it, each with the day or paper that cures it.
    """
    target = asked.target
    require_none(
        obstacles(
            target,
            performed_on=asked.performed_on,
            commitment_on=asked.commitment_on,
            earlier=earlier,
            work=work,
            law=law,
            on=on,
        )
    )
    rule = rule_for(target, law.rulebook, on)
    assert rule is not None
    effect = acts.RepairApplied(
        target=target.id,
        target_kind="record" if isinstance(target, Record) else "designation",
        department=target.department,
        rule=rule.id,
        filed_on=on,
        performed_on=asked.performed_on,
        commitment_on=asked.commitment_on,
        acceptance=law.deadline(rule.acceptance, start=on),
    )
    return [
        Decided(
            stream=target.organisation,
            aggregate=asked.id,
            effective_on=on,
            effect=effect,
            content={"text": asked.text},
        )
    ]


def ask_papers(repair: Repair, *, missing: str, on: date) -> list[Decided]:
    """Everything that is missing is asked for at once, and once only."""
    unnamed = [] if missing.strip() else [refusals.PapersNotNamed()]
    require_none([*asking_refusals(repair), *unnamed])
    return [act(repair, acts.RepairPapersAsked(asked_on=on), on, {"missing": missing})]


def asking_refusals(repair: Repair) -> list[Refusal]:
    """What stands against asking for papers: taken up or over, or asked for before."""
    asked = repair.papers_asked_on
    once = [] if asked is None else [refusals.PapersAskedOnce(asked_on=asked)]
    return [*stage_refusals(repair, "filed", "papers-asked"), *once]


def supply_papers(repair: Repair, *, text: str, law: Law, on: date) -> list[Decided]:
    """The missing papers are there; the time to accept runs from today."""
    require_none(stage_refusals(repair, "papers-asked"))
    due = law.deadline(law.rulebook.repair(repair.rule).acceptance, start=on)
    effect = acts.RepairPapersSupplied(supplied_on=on, acceptance=due)
    return [act(repair, effect, on, {"text": text})]


def accept(repair: Repair, *, law: Law, on: date) -> list[Decided]:
    """The application is complete and taken up; the time to decide runs."""
    require_none(stage_refusals(repair, "filed", "papers-asked"))
    due = law.deadline(law.rulebook.repair(repair.rule).decision, start=on)
    return [act(repair, acts.RepairAccepted(accepted_on=on, decision=due), on)]


def take_back(repair: Repair, *, on: date) -> list[Decided]:
    """The organisation may take its application back until it is decided; nothing else follows."""
    require_none(stage_refusals(repair, "filed", "papers-asked", "accepted"))
    return [act(repair, acts.RepairTakenBack(taken_back_on=on), on, {"outcome": TAKEN_BACK})]


def stage_refusals(repair: Repair, *needs: str) -> list[Refusal]:
    """Refused unless the application stands where the step needs it."""
    if repair.stage in needs:
        return []
    return [refusals.RepairStageWrong(stage=repair.stage)]


def act(repair: Repair, effect: Effect, on: date, content: Content | None = None) -> Decided:
    """An act on this application."""
    return Decided(
        stream=repair.organisation,
        aggregate=repair.id,
        effective_on=on,
        effect=effect,
        content=content or {},
    )
