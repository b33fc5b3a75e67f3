"""May the case be decided, and what does the decision put in force?"""

from datetime import date

import msgspec

from goodstanding.rules.acts.designation import DesignationDropped, DesignationListed
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.values import Deadline, MeasureLine
from goodstanding.rules.designation.hear import step
from goodstanding.rules.designation.lines import chosen, lines, pairing_refusals
from goodstanding.rules.designation.moves import Step, step_refusals
from goodstanding.rules.designation.propose import ended
from goodstanding.rules.designation.refusals import (
    DecisionDocumentMissing,
    HearingNotHeld,
    HearingWindowOpen,
    HeavierThanNoticed,
    OutcomeUnknown,
    ReasonsMissing,
    RecordDisputed,
    RecordFallen,
    RecordRepairedBefore,
    StatementUnanswered,
    StatementWindowOpen,
    WindowNotYetDefinite,
)
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.measure.tasks import task_measures
from goodstanding.rules.periods import last_day_of
from goodstanding.rules.proceeding.masks import decision_refusals
from goodstanding.rules.stacking import ADVANTAGE, restricted_already, second_refusals
from goodstanding.rules.states import Designation, Record
from goodstanding.rules.working_set import WorkingSet

OUTCOMES = ("list", "drop")


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What a reviewer decides; ``answer`` answers the statement, ``way_back`` says how it ends.

    ``second_reason``: why a fact that restricts already is to restrict once more.
    """

    outcome: str
    document: str
    reasons: str
    answer: str = ""
    way_back: str = ""
    second_reason: str = ""
    months: int | None = None
    measures: tuple[str, ...] | None = None


def decide(
    case: Designation, decision: Decision, *, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """A decision lists only after notice, window, hearing and answer, and no heavier than noticed.

    Raises:
        Refused: with every obstacle at once.
    """
    wanted_step = Step.DROP if decision.outcome == "drop" else Step.LIST
    require_none(step_refusals(case, wanted_step))
    found = _form_refusals(case, decision)
    if decision.outcome == "drop":
        require_none(found)
        dropped = DesignationDropped(document=decision.document)
        return [step(case, dropped, on=on, content=_content(decision))]
    paired = lines(case.ground, on=on, law=law, records=work.records(case.records))
    noticed = tuple(line.measure for line in case.noticed)
    wanted = noticed if decision.measures is None else decision.measures
    found += ended(work, case.organisation, on=on)
    found += window_refusals(case, law=law, on=on)
    found += _heavier(case, decision, chosen(paired, wanted))
    found += pairing_refusals(case.ground, paired, wanted, on=on)
    found += _fallen(work.records(case.records))
    found += second_refusals(case, decision.second_reason, work=work, on=on)
    found += decision_refusals(work.records(case.records), work, on)
    require_none(found)
    return _listed(case, decision, chosen(paired, wanted), work=work, law=law, on=on)


def _listed(
    case: Designation,
    decision: Decision,
    measures: tuple[MeasureLine, ...],
    *,
    work: WorkingSet,
    law: Law,
    on: date,
) -> list[Decided]:
    months = case.months if decision.months is None else decision.months
    effect = DesignationListed(
        document=decision.document,
        first_day=on,
        last_day=last_day_of(on, months=months),
        measures=measures,
        same_fact=_same_fact(case, work, on),
    )
    listed = step(case, effect, on=on, content=_content(decision))
    return [listed, *task_measures(case, effect, work=work, law=law, on=on)]


def _same_fact(case: Designation, work: WorkingSet, on: date) -> tuple[str, ...]:
    found = () if case.sense == ADVANTAGE else restricted_already(case, work, on=on)
    return tuple(dict.fromkeys(designation for _, designation in found))


def window_refusals(case: Designation, *, law: Law, on: date) -> list[Refusal]:
    """What the organisation is still owed before anyone may list it."""
    notice, found = case.notice, list[Refusal]()
    if notice is not None and case.waived_on is None:
        found += _open(notice.statement, StatementWindowOpen, law, on)
    if case.hearing_requested_on:
        return [*found, *_unheard(case)]
    if notice is not None and notice.hearing is not None and not case.hearing_waived:
        # The same day is not said twice: a statement may be made and a hearing asked for by then.
        hearing = _open(notice.hearing, HearingWindowOpen, law, on)
        found += hearing if not found or notice.hearing.due != notice.statement.due else []
    return found


def _open(
    window: Deadline,
    refusal: type[StatementWindowOpen] | type[HearingWindowOpen],
    law: Law,
    on: date,
) -> list[Refusal]:
    settled = law.settled(window)
    if settled.due is None:
        return [WindowNotYetDefinite(not_before=settled.not_before)]
    return [refusal(due_on=settled.due)] if on <= settled.due else []


def _unheard(case: Designation) -> list[Refusal]:
    asked = case.hearing_requested_on
    return [] if case.hearing_held_on else [HearingNotHeld(requested_on=asked)]


def _form_refusals(case: Designation, decision: Decision) -> list[Refusal]:
    found: list[Refusal] = []
    if decision.outcome not in OUTCOMES:
        found.append(OutcomeUnknown(outcome=decision.outcome, outcomes=OUTCOMES))
    if not decision.document.strip():
        found.append(DecisionDocumentMissing())
    if not decision.reasons.strip():
        found.append(ReasonsMissing())
    if case.statement_on and not decision.answer.strip():
        found.append(StatementUnanswered(received_on=case.statement_on))
    return found


def _heavier(
    case: Designation, decision: Decision, lines: tuple[MeasureLine, ...]
) -> list[Refusal]:
    noticed = {line.measure: line for line in case.noticed}
    found: list[Refusal] = [
        HeavierThanNoticed(what=measure)
        for measure in decision.measures or ()
        if measure not in noticed
    ]
    found += [
        HeavierThanNoticed(what=line.measure)
        for line in lines
        if line.measure in noticed and _grown(line, than=noticed[line.measure])
    ]
    if decision.months is not None and decision.months > case.months:
        found.append(HeavierThanNoticed(what=f"{decision.months} > {case.months}"))
    return found


def _grown(line: MeasureLine, *, than: MeasureLine) -> bool:
    """True if the law meanwhile lets the measure reach further or last longer than noticed."""
    return (
        not set(line.departments) <= set(than.departments)
        or not set(line.procedures) <= set(than.procedures)
        or line.max_months > than.max_months
    )


def _fallen(records: list[Record]) -> list[Refusal]:
    fallen: list[Refusal] = [RecordFallen(record=each.id) for each in records if each.withdrawn]
    disputed = [RecordDisputed(record=each.id) for each in records if each.marks]
    repaired = [RecordRepairedBefore(record=each.id) for each in records if each.repaired]
    return [*fallen, *disputed, *repaired]


def _content(decision: Decision) -> dict[str, str]:
    second = {"second_reason": decision.second_reason} if decision.second_reason else {}
    return {
        "reasons": decision.reasons,
        "answer": decision.answer,
        "way_back": decision.way_back,
        **second,
    }
