"""A review or a court case is entered, from its document."""

from collections.abc import Iterable
from datetime import date

import msgspec

from goodstanding.rules.acts.effects import Effect
from goodstanding.rules.acts.envelope import Content, Decided
from goodstanding.rules.acts.proceeding import ProceedingOpened
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.proceeding import refusals
from goodstanding.rules.proceeding.state import KINDS, Proceeding
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Designation, Objection, Record, Repair

Subject = Record | Designation | Objection | Repair


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What the document says: which body, which number, of which day, and what it is about."""

    id: str
    kind: str
    body: str
    document: str
    opened_on: date
    subject: Subject
    target: Record | Designation


def open_proceeding(entry: Entry, *, earlier: Iterable[Proceeding], on: date) -> list[Decided]:
    """A review or a court case against a decision is noted; by itself it stays nothing.

    Source: administrative reconsideration law art. 42 and litigation law art. 56: neither suspends
    what was decided, unless that is ordered.

    Raises:
        Refused: with everything that stands against it.
    """
    require_none([*_said(entry, on), *_against(entry, earlier)])
    target = entry.target
    effect = ProceedingOpened(
        kind=entry.kind,
        body=entry.body.strip(),
        document=entry.document.strip(),
        opened_on=entry.opened_on,
        subject=entry.subject.id,
        subject_kind=_KINDS[type(entry.subject)],
        target=target.id,
        target_kind=_KINDS[type(target)],
        department=target.department,
    )
    return [Decided(stream=target.organisation, aggregate=entry.id, effective_on=on, effect=effect)]


_KINDS = {
    Record: "record",
    Designation: "designation",
    Objection: "objection",
    Repair: "repair",
}


def _said(entry: Entry, on: date) -> list[Refusal]:
    found: list[Refusal] = []
    if entry.kind not in KINDS:
        found.append(refusals.ProceedingKindUnknown(kind=entry.kind, kinds=KINDS))
    if not entry.body.strip():
        found.append(refusals.ProceedingBodyMissing())
    return [*found, *document_refusals(entry.document, entry.opened_on, on)]


def document_refusals(document: str, day: date, on: date) -> list[Refusal]:
    """A document has a number and a day that has come."""
    found: list[Refusal] = []
    if not document.strip():
        found.append(refusals.ProceedingDocumentMissing())
    if day > on:
        found.append(refusals.ProceedingDayInFuture(day=day))
    return found


def _against(entry: Entry, earlier: Iterable[Proceeding]) -> list[Refusal]:
    found: list[Refusal] = []
    if not _decided(entry.subject):
        found.append(refusals.NothingToChallenge(subject=entry.subject.id))
    number = entry.document.strip()
    same = [each for each in earlier if each.document == number and each.kind == entry.kind]
    mine = [each for each in same if each.subject == entry.subject.id]
    found += [refusals.ProceedingEntered(document=number, proceeding=each.id) for each in mine]
    return found


def _decided(subject: Subject) -> bool:
    if isinstance(subject, Objection | Repair):
        return bool(subject.outcome)
    return isinstance(subject, Record) or subject.decided_on is not None


def act(
    proceeding: Proceeding, effect: Effect, on: date, content: Content | None = None
) -> Decided:
    """An act on this proceeding."""
    return Decided(
        stream=proceeding.organisation,
        aggregate=proceeding.id,
        effective_on=on,
        effect=effect,
        content=content or {},
    )


def stage_refusals(proceeding: Proceeding) -> list[Refusal]:
    """Refused once the outcome is there."""
    if not proceeding.outcome:
        return []
    return [refusals.ProceedingStageWrong(stage=proceeding.stage)]


def not_about(proceeding: Proceeding, *, shield: bool) -> list[Refusal]:
    """A shield ends by its own step, and no other proceeding does."""
    if bool(proceeding.ruling) == shield:
        return []
    return [refusals.ShieldEndsApart() if proceeding.ruling else refusals.NoShield()]


def first_of(proceeding: Proceeding, action: Action) -> str:
    """Who took the step that this one answers: four eyes."""
    if action is Action.END_ORDERED_STAY and proceeding.orders:
        return proceeding.orders[-1].entered_by
    return proceeding.entered_by
