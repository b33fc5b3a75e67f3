"""An application is received, told once what is missing, and its papers come."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from goodstanding.rules.acts.application import (
    ApplicationReceived,
    Asked,
    MissingPapersTold,
    PapersSupplied,
)
from goodstanding.rules.acts.effects import Effect
from goodstanding.rules.acts.envelope import Content, Decided
from goodstanding.rules.application import refusals as no
from goodstanding.rules.application.state import Application
from goodstanding.rules.catalogue.items import Item
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law

#: The parameter with the time to say once what is missing (administrative licensing law art. 32).
LIST = "application/missing-list"


class Applying(msgspec.Struct, frozen=True, kw_only=True):
    """What came to the desk: from whom, for which item, under which number, with which papers."""

    id: str
    organisation: str
    department: str
    case_number: str
    handed_in: tuple[str, ...]


def receiving_refusals(
    new: Applying, item: Item, *, earlier: Iterable[Application], on: date
) -> list[Refusal]:
    """Everything that stands against receiving an application."""
    found: list[Refusal] = []
    if item.department != new.department:
        found.append(no.ItemOfAnotherDepartment(item=item.id, department=item.department))
    if not item.in_force.holds_on(on):
        found.append(no.ItemNotInForce(item=item.id, since=item.in_force.since))
    number = new.case_number.strip()
    if not number:
        found.append(no.ApplicationCaseNumberMissing())
    same = (x for x in earlier if x.case_number == number and x.department == new.department)
    found += [no.ApplicationEntered(case_number=number, application=x.id) for x in same]
    return [*found, *_unknown(new.handed_in, item)]


def receive(
    new: Applying, item: Item, *, asked: Sequence[Asked], law: Law, on: date
) -> list[Decided]:
    """An application is there; what is missing is what the item names and nobody handed in.

    Its limit does not run yet. Source: administrative licensing law art. 32.
    """
    missing = tuple(each.id for each in item.papers if each.id not in new.handed_in)
    effect = ApplicationReceived(
        item=item.id,
        department=new.department,
        case_number=new.case_number.strip(),
        handed_in=tuple(each.id for each in item.papers if each.id in new.handed_in),
        missing=missing,
        list_due=law.deadline(LIST, start=on) if missing and _counts(law) else None,
        asked=tuple(asked),
    )
    return [Decided(stream=new.organisation, aggregate=new.id, effective_on=on, effect=effect)]


def telling_refusals(application: Application, on: date) -> list[Refusal]:
    """What is missing is told once, in time, before the application is accepted."""
    found = stage_refusals(application, "received")
    if application.told_on:
        found.append(no.MissingListToldBefore(told_on=application.told_on))
    elif not application.missing:
        found.append(no.NothingMissing())
    elif counts_as_accepted(application, on):
        assert application.list_due is not None
        due, received = application.list_due.due, application.received_on
        found.append(no.MissingListTooLate(due=due, received_on=received))
    return found


def tell_missing(application: Application, *, on: date) -> list[Decided]:
    """Say once everything that is missing. Raises `Refused` with all that stands against it."""
    require_none(telling_refusals(application, on))
    return [act(application, MissingPapersTold(papers=application.missing), on)]


def supplying_refusals(application: Application, papers: Sequence[str]) -> list[Refusal]:
    """Papers come while they are awaited: before acceptance, or as promised."""
    if (application.accepted_on or application.outcome) and not application.awaits:
        return [no.NoPromiseAwaited()]
    found: list[Refusal] = [] if papers else [no.NoPaperNamed()]
    missing = (each for each in papers if each not in application.missing)
    return [*found, *(no.PaperNotMissing(paper=each) for each in missing)]


def supply(application: Application, papers: Sequence[str], *, on: date) -> list[Decided]:
    """Papers that were missing or promised are there. Raises `Refused`."""
    require_none(supplying_refusals(application, papers))
    named = tuple(each for each in application.missing if each in papers)
    return [act(application, PapersSupplied(papers=named), on)]


def counts_as_accepted(application: Application, on: date) -> bool:
    """Nobody said in time what is missing: the law takes it as accepted from the day it came.

    Source: administrative licensing law art. 32 (4).
    """
    due = application.list_due
    if due is None or due.due is None or application.told_on or application.accepted_on:
        return False
    return bool(application.missing) and on > due.due


def act(
    application: Application, effect: Effect, on: date, content: Content | None = None
) -> Decided:
    """An act on this application."""
    return Decided(
        stream=application.organisation,
        aggregate=application.id,
        effective_on=on,
        effect=effect,
        content=content or {},
    )


def stage_refusals(application: Application, *stages: str) -> list[Refusal]:
    """Refused unless the application is at one of these stages."""
    if application.stage in stages:
        return []
    return [no.ApplicationStageWrong(stage=f"application-{application.stage}")]


def _unknown(papers: Iterable[str], item: Item) -> list[Refusal]:
    known = [each.id for each in item.papers]
    strange = (each for each in papers if each not in known)
    return [no.PaperUnknown(item=item.id, paper=each, papers=known) for each in strange]


def _counts(law: Law) -> bool:
    return LIST in law.rulebook.parameters
