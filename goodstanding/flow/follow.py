"""Who keeps a copy follows the feed of changes: what to take in, and what to drop by when."""

from datetime import date, datetime

import msgspec
from msgspec.structs import replace

from goodstanding.designations import queries as designations
from goodstanding.designations.models import Case
from goodstanding.disclosure.ledger import note_range
from goodstanding.flow import policy
from goodstanding.flow.bench import Call
from goodstanding.publication import queries as publication
from goodstanding.publication.models import Entry
from goodstanding.register.feed import acts_after
from goodstanding.register.reading import head
from goodstanding.rules.acts.envelope import Act
from goodstanding.rules.acts.record import RecordCorrectedV2
from goodstanding.rules.periods import last_day_of
from goodstanding.rules.rights import Action
from goodstanding.rules.stacking import ADVANTAGE

RECORD_CHANGES = {
    "record-entered/1": "entered",
    "record-entered/2": "entered",
    "record-corrected/1": "corrected",
    "record-corrected/2": "corrected",
    "record-corrected/3": "corrected",
    "record-marked/1": "disputed",
    "record-unmarked/1": "undisputed",
    "record-withdrawn/1": "withdrawn",
    "record-repaired/1": "repaired",
    "record-restored/1": "restored",
}
DESIGNATION_CHANGES = {
    "designation-listed/1": "listed",
    "designation-transcribed/1": "listed",
    "stay-begun/1": "stayed",
    "stay-ended/1": "resumed",
    "designation-ended/1": "ended",
    "designation-restored/1": "listed",
    "publicity-consented/1": "listed",
    "publicity-withdrawn/1": "hidden",
}
TOMBSTONES = frozenset({"withdrawn", "repaired", "ended", "hidden"})
ORGANISATION_CHANGES = {
    "organisation-registered/1": "registered",
    "organisation-named/1": "renamed",
    "organisation-status-changed/1": "status-changed",
    "organisation-merged/1": "merged",
    "organisation-divided/1": "divided",
    "organisation-code-changed/1": "code-changed",
    "organisation-name-corrected/1": "registration-corrected",
    "organisation-founding-corrected/1": "registration-corrected",
    "organisation-status-corrected/1": "registration-corrected",
    "organisation-link-corrected/1": "registration-corrected",
}
#: The decision of a case; a consent that is taken back.
LISTED, HIDDEN = "designation-listed/1", "hidden"
#: A copy of what is registered is asked for anew within a year.
FRESH_FOR_YEARS = 1


KINDS = (*RECORD_CHANGES, *DESIGNATION_CHANGES, *ORGANISATION_CHANGES)


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One change of what is public. A tombstone says: drop every copy, by ``not_after`` at once."""

    position: int
    at: datetime
    kind: str
    change: str
    id: str
    organisation: str
    not_after: date
    tombstone: bool


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """Some changes in order, and the position to ask after next."""

    items: tuple[Change, ...]
    next: int
    more: bool


def read_changes(call: Call, *, after: int, limit: int) -> Feed:
    """The changes of what is public today, after a position; what has ended since is left out."""
    policy.require(call.actor, Action.READ_CHANGES)
    position = head().position
    acts = acts_after(after, kinds=KINDS, limit=limit)
    items = _changes(acts, call.on)
    more = len(acts) == limit
    last = acts[-1].header.position if more else max(position, after)
    if items:
        asked = {"after": str(after), "limit": str(limit), "until": str(last)}
        note_range(
            recipient=call.actor.recipient,
            dataset="changes",
            filter=asked,
            position=position,
            at=call.at,
        )
    return Feed(items=items, next=last, more=more)


def _changes(acts: list[Act], today: date) -> tuple[Change, ...]:
    records = [a.header.aggregate for a in acts if a.header.kind in RECORD_CHANGES]
    cases = [a.header.aggregate for a in acts if a.header.kind in DESIGNATION_CHANGES]
    entries, found = publication.entries(records=records), designations.cases(ids=cases)
    told: list[Change | None] = []
    for act in acts:
        if entry := entries.get(act.header.aggregate):
            told.append(_of_record(act, entry, today))
        elif change := ORGANISATION_CHANGES.get(act.header.kind):
            until = last_day_of(today, years=FRESH_FOR_YEARS)
            told.append(_change(act, "organisation", change, until))
        elif case := found.get(act.header.aggregate):
            told.append(_of_case(act, case, today))
    return tuple(each for each in told if each is not None)


def _of_record(act: Act, entry: Entry, today: date) -> Change | None:
    change = RECORD_CHANGES[act.header.kind]
    if isinstance(act.effect, RecordCorrectedV2) and act.effect.copies_until is not None:
        return _no_longer_public(act, act.effect.copies_until, today)
    if entry.public_from is None or entry.public_until is None or today > entry.public_until:
        return None
    if entry.withdrawn and change != "withdrawn":
        return None
    if entry.repaired_on is not None and change != "repaired":
        return None
    return _change(act, "record", change, entry.public_until)


def _no_longer_public(act: Act, copies_until: date, today: date) -> Change | None:
    """A correction that ends the publication: whoever copied the record drops it."""
    if today > copies_until:
        return None
    return _change(act, "record", "corrected", act.header.effective_on, tombstone=True)


def _of_case(act: Act, case: Case, today: date) -> Change | None:
    change = DESIGNATION_CHANGES[act.header.kind]
    if case.last_day is None or today > case.last_day:
        return None
    if case.sense == ADVANTAGE and not _told_of_advantage(act, change, case):
        return None
    if case.ended_on is not None and change not in TOMBSTONES:
        return None
    found = _change(act, "designation", change, case.last_day)
    # Whoever holds a copy finds it by its id; nobody else is told whose advantage is hidden.
    return replace(found, organisation="") if change == HIDDEN else found


def _told_of_advantage(act: Act, change: str, case: Case) -> bool:
    """An advantage is listed in the feed by its organisation's consent, never by its decision.

    Once the consent is taken back, only that is told: a tombstone.
    """
    if act.header.kind == LISTED:
        return False
    return change == HIDDEN if not case.shown else change != HIDDEN


def _change(act: Act, kind: str, change: str, last_day: date, *, tombstone: bool = False) -> Change:
    tombstone = tombstone or change in TOMBSTONES
    return Change(
        position=act.header.position,
        at=act.header.recorded_at,
        kind=kind,
        change=change,
        id=act.header.aggregate,
        organisation=act.header.stream,
        not_after=act.header.effective_on if tombstone else last_day,
        tombstone=tombstone,
    )
