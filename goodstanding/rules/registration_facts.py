"""The facts a row of base registration states, as acts: new ones only, and every contradiction."""

from collections.abc import Mapping
from datetime import date

import msgspec

from goodstanding.rules.acts.effects import Effect
from goodstanding.rules.acts.organisation import (
    OrganisationCodeChanged,
    OrganisationDivided,
    OrganisationMerged,
    OrganisationNamed,
    OrganisationRegistered,
    OrganisationStatusChanged,
    OrganisationSucceeded,
)
from goodstanding.rules.cell_values import comparable
from goodstanding.rules.errors import Refusal
from goodstanding.rules.legal_person import (
    ACTIVE,
    CODE_CHANGE,
    DIVISION,
    ENDED,
    MERGER,
    DatedStatus,
    Organisation,
)
from goodstanding.rules.record_types import Accepted, RegistrationFields
from goodstanding.rules.registration_refusals import (
    FormerCodeConflicts,
    FoundingConflicts,
    NameConflicts,
    NameDayMissing,
    StatusConflicts,
    StatusDayMissing,
    SuccessionConflicts,
)

Known = Mapping[str, Organisation]
Problems = list[tuple[str, Refusal]]


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One act, and the organisation it is about."""

    stream: str
    effect: Effect


Found = tuple[list[Fact], Problems]


def facts_of(row: Accepted, fields: RegistrationFields, known: Known) -> Found:
    """What the row adds to what is known, in the order it is written; or why it cannot stand."""
    state = known.get(row.organisation_code)
    parts = [
        _name_and_founding(row, fields, state),
        _status(row, fields, state),
        _succession(row, fields, state),
        _code_change(row, fields, known),
    ]
    facts = [fact for found, _ in parts for fact in found]
    return facts, [problem for _, found in parts for problem in found]


def _name_and_founding(
    row: Accepted, fields: RegistrationFields, state: Organisation | None
) -> Found:
    founded = state.established_on if state else None
    if founded not in (None, fields.established_on):
        return [], [("RG_ESTABLISHED_ON", FoundingConflicts(day=founded))]
    since, problems = _name_day(row, fields, state)
    if problems or (since is None and founded):
        return [], problems
    if founded and since:
        named = OrganisationNamed(name=row.organisation_name, since=since)
        return [Fact(stream=row.organisation_code, effect=named)], []
    borne = since or _borne_since(row, state)
    registered = OrganisationRegistered(
        code=row.organisation_code,
        class_id=row.class_id,
        name=row.organisation_name,
        since=borne,
        established_on=fields.established_on,
    )
    return [Fact(stream=row.organisation_code, effect=registered)], []


def _borne_since(row: Accepted, state: Organisation | None) -> date | None:
    same = [each.since for each in state.names if _same(each.name, row)] if state else []
    return same[-1] if same else None


def _name_day(
    row: Accepted, fields: RegistrationFields, state: Organisation | None
) -> tuple[date | None, Problems]:
    """The first day of the row's name, none where the register knows it already."""
    names = state.names if state else ()
    dated = [(each.since, each.name) for each in names if each.since]
    since = fields.name_since
    if since is None:
        return _undated(row, fields, state)
    before = [name for day, name in dated if day < since]
    on = [name for day, name in dated if day == since]
    after = [(day, name) for day, name in dated if day > since]
    if on or (before and _same(before[-1], row)):
        agrees = not on or _same(on[-1], row)
        known = on[-1] if on else ""
        return None, [] if agrees else [("RG_NAME", NameConflicts(known=known, day=since))]
    if after and _same(after[0][1], row):
        return None, [("RG_NAME_SINCE", NameConflicts(known=after[0][1], day=after[0][0]))]
    return since, []


def _undated(
    row: Accepted, fields: RegistrationFields, state: Organisation | None
) -> tuple[date | None, Problems]:
    """A name without its day: the one known on the day of approval, or as old as the organisation.

    Under a new code a name begins with the code: how long it was borne stands under the former one.
    """
    if state is None:
        return fields.code_since or fields.established_on, []
    borne = [each for each in state.names if (each.since or date.min) <= row.decided_on]
    if not borne or not _same(borne[-1].name, row):
        return None, [("RG_NAME_SINCE", NameDayMissing())]
    only = len(state.names) == 1 and borne[-1].since is None
    return (fields.established_on if only else None), []


def _same(name: str, row: Accepted) -> bool:
    return comparable(name) == comparable(row.organisation_name)


def _status(row: Accepted, fields: RegistrationFields, state: Organisation | None) -> Found:
    known = state.statuses if state else ()
    since = fields.changed_on if fields.status == ENDED else fields.status_since
    if since is None:
        held = [each for each in known if each.since <= row.decided_on]
        if held and held[-1].status == fields.status:
            return [], []
        if known or fields.status != ACTIVE:
            return [], [("RG_STATUS_SINCE", StatusDayMissing())]
        since = fields.established_on
    reason = fields.reason if fields.status == ENDED else ""
    new = DatedStatus(status=fields.status, since=since, reason=reason)
    if new in known:
        return [], []
    if clash := _clash(new, known):
        return [], [("RG_STATUS", StatusConflicts(day=clash.since))]
    if _held_before(new, known):
        return [], []
    effect = OrganisationStatusChanged(status=new.status, since=new.since, reason=new.reason)
    return [Fact(stream=row.organisation_code, effect=effect)], []


def _clash(new: DatedStatus, known: tuple[DatedStatus, ...]) -> DatedStatus | None:
    """The known status that a new one contradicts: nothing is after an end, no day has two."""
    for each in known:
        if each.since == new.since or (each.status == ENDED and each.since < new.since):
            return each
        if each.since > new.since and new.status in (ENDED, each.status):
            return each
    return None


def _held_before(new: DatedStatus, known: tuple[DatedStatus, ...]) -> bool:
    earlier = [each for each in known if each.since < new.since]
    return bool(earlier) and earlier[-1].status == new.status


def _succession(row: Accepted, fields: RegistrationFields, state: Organisation | None) -> Found:
    if not fields.successors or fields.changed_on is None:
        return [], []
    by, _, manner = fields.reason.partition("-")
    on, new = fields.changed_on, set(fields.successors)
    links = [each for each in state.successors if each.by != CODE_CHANGE] if state else []
    same = {each.other for each in links if (each.by, each.manner, each.on) == (by, manner, on)}
    if same == new:
        return [], []
    clashing = [each for each in links if each.on == on or each.by == by == MERGER]
    if clashing:
        return [], [("RG_REASON", SuccessionConflicts(day=clashing[0].on))]
    own = _gone_into(by, manner, fields.successors, on)
    taken = OrganisationSucceeded(predecessor=row.organisation_code, by=by, manner=manner, on=on)
    facts = [Fact(stream=row.organisation_code, effect=own)]
    return [*facts, *(Fact(stream=each, effect=taken) for each in fields.successors)], []


def _gone_into(by: str, manner: str, into: tuple[str, ...], on: date) -> Effect:
    if by == MERGER:
        return OrganisationMerged(into=into[0], manner=manner, on=on)
    assert by == DIVISION
    return OrganisationDivided(into=into, manner=manner, on=on)


def _code_change(row: Accepted, fields: RegistrationFields, known: Known) -> Found:
    if not fields.former_code or fields.code_since is None:
        return [], []
    code, former, on = row.organisation_code, fields.former_code, fields.code_since
    own, old = known.get(code), known.get(former)
    before = old.replaced_by if old else None
    if before and (before.other, before.on) == (code, on):
        return [], []
    taken = [each for each in own.predecessors if each.by == CODE_CHANGE] if own else []
    clash = before or (own.replaced_by if own else None) or (taken[0] if taken else None)
    if clash:
        return [], [("RG_FORMER_CODE", FormerCodeConflicts(day=clash.on))]
    changed = OrganisationCodeChanged(to=code, on=on)
    succeeded = OrganisationSucceeded(predecessor=former, by=CODE_CHANGE, manner="", on=on)
    return [Fact(stream=former, effect=changed), Fact(stream=code, effect=succeeded)], []
