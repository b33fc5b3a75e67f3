"""An application is accepted: with every paper, or with some to follow on a written promise."""

from collections.abc import Sequence
from datetime import date

import msgspec

from goodstanding.rules.acts.application import ApplicationAccepted, Asked, Promised
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.application import refusals as no
from goodstanding.rules.application.receive import act, counts_as_accepted, stage_refusals
from goodstanding.rules.application.state import (
    DOCUMENTS,
    FAST,
    FAST_LANE,
    ORDINARY,
    Application,
    eligible,
)
from goodstanding.rules.catalogue.items import Item, Paper
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law


class Promising(msgspec.Struct, frozen=True, kw_only=True):
    """The written promise: which document, and by when the papers come (none: as late as allowed)."""

    document: str
    due: date | None = None


def accept(
    application: Application,
    item: Item,
    *,
    promising: Promising | None,
    asked: Sequence[Asked],
    law: Law,
    on: date,
    commitment: str = "",
    beside: Sequence[Refusal] = (),
) -> list[Decided]:
    """The application is accepted and its limit begins to run, in the fast lane where that is earned.

    Papers follow only on a written promise, only secondary ones that no law requires, only within
    the item's time, and only where the register's check answers an advantage. Where nobody said in
    time what is missing, the limit runs from the day the application came.

    Source: administrative licensing law art. 32; Guangdong business environment regulation art. 32.

    Args:
        commitment: id of the promise of the catalogue that is made with it.
        beside: what stands against that promise.

    Raises:
        Refused: with everything that stands against it.
    """
    found = stage_refusals(application, "received")
    late = counts_as_accepted(application, on)
    if promising is not None:
        found += _promise_refusals(application, item, promising, asked, law=law, on=on)
    elif application.missing and not late:
        found.append(no.PapersStillMissing(papers=application.missing))
    require_none([*found, *beside])
    fast = item.fast is not None and eligible(tuple(asked), FAST_LANE)
    start = application.received_on if late and promising is None else on
    effect = ApplicationAccepted(
        lane=FAST if fast else ORDINARY,
        limit=law.deadline(item.fast if fast and item.fast else item.ordinary, start=start),
        ordinary=law.value(item.ordinary, start),
        asked=tuple(asked),
        promised=_promised(application, item, promising, law, on, commitment)
        if promising
        else None,
    )
    return [act(application, effect, on)]


def _promised(
    application: Application,
    item: Item,
    promising: Promising,
    law: Law,
    on: date,
    commitment: str,
) -> Promised:
    longest = longest_for(item, law, on)
    assert longest is not None
    return Promised(
        papers=application.missing,
        due=promising.due or last_of(longest),
        document=promising.document.strip(),
        longest=longest,
        commitment=commitment,
    )


def longest_for(item: Item, law: Law, on: date) -> Deadline | None:
    """Until when papers of an item may follow, promised on a day; none where nothing may."""
    return law.deadline(item.follow, start=on) if item.follow else None


def last_of(longest: Deadline) -> date:
    """The last day that is certain to be within the time."""
    return longest.due or longest.not_before or longest.start


def following_refusals(application: Application, item: Item, law: Law, on: date) -> list[Refusal]:
    """Which of the missing papers keep it from being accepted with the others to follow."""
    found: list[Refusal] = []
    if item.follow is None:
        found.append(no.NothingMayFollowHere(item=item.id))
    if not application.missing:
        found.append(no.NothingToPromise())
    papers = {each.id: each for each in item.papers}
    missing = (papers[each] for each in application.missing if each in papers)
    return [*found, *(each for paper in missing for each in _paper(paper, law, on))]


def _paper(paper: Paper, law: Law, on: date) -> list[Refusal]:
    if paper.required_by_law is not None:
        basis = law.rulebook.citation_title(paper.required_by_law, on)
        return [no.PaperRequiredByLaw(paper=paper.id, basis=basis.zh)]
    return [no.MainPaperMissing(paper=paper.id)] if paper.main else []


def _promise_refusals(
    application: Application,
    item: Item,
    promising: Promising,
    asked: Sequence[Asked],
    *,
    law: Law,
    on: date,
) -> list[Refusal]:
    found = following_refusals(application, item, law, on)
    if not promising.document.strip():
        found.append(no.PromiseDocumentMissing())
    if not eligible(tuple(asked), DOCUMENTS):
        found += [
            no.NotEligibleToFollow(answer=each.answer, receipt=each.receipt)
            for each in asked
            if each.procedure == DOCUMENTS
        ]
    return [*found, *_day_refusals(promising.due, longest_for(item, law, on), law, on)]


def _day_refusals(due: date | None, longest: Deadline | None, law: Law, on: date) -> list[Refusal]:
    if due is None:
        return []
    if due <= on:
        return [no.PromiseInThePast(due=due)]
    if longest is not None and due > last_of(longest):
        return [no.PromisePastTheLimit(due=due, limit=last_of(longest))]
    known = law.calendar.covers(due.year)
    off = known and not law.calendar.is_working(due)
    return [no.PromiseOnADayOff(due=due)] if off else []
