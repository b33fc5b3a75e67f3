"""The dossier and the fold are read: cut to what the reader may see now, and noted where told."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

import msgspec
from django.db import transaction
from django.db.models import Exists

from goodstanding.catalogue.queries import law as law_on
from goodstanding.designations import queries as designations
from goodstanding.designations.models import Case
from goodstanding.flow.answers import code_of
from goodstanding.flow.bench import Call
from goodstanding.flow.gone import gone_at
from goodstanding.flow.registered import Registered, registered
from goodstanding.flow.told import note_told
from goodstanding.measures import queries as measures
from goodstanding.measures.models import AppliedMeasure
from goodstanding.organisations import queries as organisations
from goodstanding.organisations.models import Organisation
from goodstanding.publication import queries as publication
from goodstanding.publication.models import Entry
from goodstanding.register.reading import acts_at, content, head, position_at, share_lock, states
from goodstanding.remedies import queries as remedies
from goodstanding.remedies.models import Objection, Proceeding
from goodstanding.rules.acts.envelope import Act
from goodstanding.rules.effects import RecordVersion
from goodstanding.rules.errors import NotFound, refuse
from goodstanding.rules.legal_person import Organisation as OrganisationState
from goodstanding.rules.removal.gone import Gone
from goodstanding.rules.standing import (
    DesignationStanding,
    RecordStanding,
    Standing,
    standing,
)
from goodstanding.rules.text_reading import public_texts
from goodstanding.rules.visible import Sight, one_of
from goodstanding.rules.working_set import WorkingSet

Codes = Sequence[str]
"""Of one legal person, oldest first: its stream now is the last."""
Told = Entry | Case | RecordStanding | DesignationStanding


class OrganisationUnknown(NotFound):
    """The register has never met an organisation with the code {code}."""


class ShownRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A record with its narrative, or of a withdrawn one the public reason.

    ``corrected_on``: the day of its last correction, whose reason is among the texts; ``gone``: its
    texts were destroyed.
    """

    row: Entry
    texts: dict[str, str]
    corrected_on: date | None = None
    gone: Gone | None = None


class ShownCase(msgspec.Struct, frozen=True, kw_only=True):
    """A case with what its decision says; ``inside``: the reader sees all of it.

    ``stayed``: told to strangers only, who see no other case than one in force or stayed.
    """

    row: Case
    texts: dict[str, str]
    inside: bool
    gone: Gone | None = None
    stayed: bool = False


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """What the register holds about an organisation and one reader may see today.

    ``stubs`` are withdrawn records of which strangers see number, day and reason. ``organisation``:
    under the code it bears now, whichever was asked; what lies under its former codes is with it.
    """

    organisation: Organisation
    registered: Registered
    on: date
    position: int
    records: tuple[ShownRecord, ...]
    stubs: tuple[ShownRecord, ...]
    cases: tuple[ShownCase, ...]
    measures: tuple[AppliedMeasure, ...]
    objections: tuple[Objection, ...]
    proceedings: tuple[Proceeding, ...]


class StandingTold(msgspec.Struct, frozen=True, kw_only=True):
    """The fold as told, and what it was computed from."""

    standing: Standing
    position: int
    rulebook: str
    calendar: str


def read_dossier(call: Call, *, code: str) -> Dossier:
    """All that the caller may see about an organisation today; what others' records say is noted."""
    code = code_of(code, law_on(on=call.on, known_at=None))
    with transaction.atomic(using="default"):
        codes = organisations.codes_of(code)
        for each in sorted(codes):
            share_lock(each)
        position = head().position
        found = organisations.by_code(codes[-1])
        if found is None:
            refuse(OrganisationUnknown(code=code))
        dossier = _dossier(call, found, codes, position)
        _note(call, _rows(dossier), position)
        return dossier


def _dossier(call: Call, found: Organisation, codes: Codes, position: int) -> Dossier:
    cases = _cases(call, codes)
    inside = {each.row.id for each in cases if each.inside}
    return Dossier(
        organisation=found,
        registered=registered(codes),
        on=call.on,
        position=position,
        records=_records(call, codes),
        stubs=_stubs(call, codes),
        cases=cases,
        measures=tuple(
            each
            for code in codes
            for each in measures.of_organisation(organisation=code)
            if inside.intersection(each.designations)
        ),
        objections=tuple(
            each
            for code in codes
            for each in remedies.of_organisation(organisation=code)
            if _inside(call, each.department, codes)
        ),
        proceedings=tuple(
            each
            for code in codes
            for each in remedies.proceedings_of_organisation(organisation=code)
            if _inside(call, each.department, codes)
        ),
    )


def _inside(call: Call, department: str, codes: Codes) -> bool:
    return one_of(call.actor, department=department, organisations=codes)


def _records(call: Call, codes: Codes) -> tuple[ShownRecord, ...]:
    found = (publication.public(organisation=code, on=call.on) for code in codes)
    public = {each.record for rows in found for each in rows}
    rows = [
        each
        for code in codes
        for each in publication.of_organisation(organisation=code)
        if each.record in public or _inside(call, each.department, codes)
    ]
    told = content(row.content_position for row in rows)
    gone = gone_at((row.content_position for row in rows), told)
    corrected = acts_at(row.content_position for row in rows if row.version > 1)
    return tuple(
        ShownRecord(
            row=row,
            texts=_texts(call, row, told.get(row.content_position, {})),
            corrected_on=_day_of(corrected.get(row.content_position)),
            gone=gone.get(row.content_position),
        )
        for row in rows
    )


def _texts(call: Call, row: Entry, texts: Mapping[str, str]) -> dict[str, str]:
    """All of them for who is inside; for strangers none that is free while one waits to be read."""
    hidden = bool(row.texts_held) and not _inside(call, row.department, row.organisation)
    return public_texts(texts, held=hidden)


def _day_of(act: Act | None) -> date | None:
    return act.header.effective_on if act else None


def _stubs(call: Call, codes: Codes) -> tuple[ShownRecord, ...]:
    rows = [each for code in codes for each in publication.stubs(organisation=code, on=call.on)]
    positions = [row.withdrawn_position for row in rows if row.withdrawn_position]
    told = content(positions)
    gone = gone_at(positions, told)
    return tuple(
        ShownRecord(
            row=row,
            texts=told.get(row.withdrawn_position or 0, {}),
            gone=gone.get(row.withdrawn_position or 0),
        )
        for row in rows
    )


def _cases(call: Call, codes: Codes) -> tuple[ShownCase, ...]:
    rows = [
        (each, _inside(call, each.department, codes))
        for code in codes
        for each in designations.of_organisation(organisation=code)
    ]
    holding = {} if all(inside for _, inside in rows) else _holding(call, codes)
    seen = [(row, inside) for row, inside in rows if inside or row.id in holding]
    positions = [row.decided_at for row, _ in seen if row.decided_at]
    told = content(positions)
    gone = gone_at(positions, told)
    return tuple(
        ShownCase(
            row=row,
            texts=told.get(row.decided_at or 0, {}),
            inside=inside,
            gone=gone.get(row.decided_at or 0),
            stayed=holding.get(row.id, False),
        )
        for row, inside in seen
    )


def _holding(call: Call, codes: Codes) -> dict[str, bool]:
    """The designations in force today, and (true) those stayed: what of a case strangers may see."""
    seen = designations.seen_by_strangers(on=call.on).filter(organisation__in=codes)
    masked = Exists(designations.covering(call.on))
    return {each.id: each.masked for each in seen.annotate(masked=masked)}


def read_standing(
    call: Call, *, code: str, on: date | None = None, known_at: datetime | int | None = None
) -> StandingTold:
    """The fold for a day as known at a moment or position, cut to what the caller may see now."""
    day = on or call.on
    code = code_of(code, law_on(on=call.on, known_at=None))
    with transaction.atomic(using="default"):
        codes = organisations.codes_of(code)
        for each in sorted(codes):
            share_lock(each)
        position = head().position
        told = _told(call, codes, day, known_at, position)
        _note(call, (*told.standing.records, *told.standing.designations), position)
        return told


def _told(
    call: Call, codes: Codes, on: date, known_at: datetime | int | None, position: int
) -> StandingTold:
    law = law_on(on=on, known_at=known_at)
    now = _all(codes, None)
    then = now if known_at is None else _all(codes, known_at)
    borne = next(
        (each for each in reversed(codes) if then.find(OrganisationState, each)), codes[-1]
    )
    found = standing(then, organisation=borne, on=on, rulebook=law.rulebook)
    current = law_on(on=call.on, known_at=None)
    sight = Sight(call.actor, now, today=call.on, rulebook=current.rulebook, codes=tuple(codes))
    return StandingTold(
        standing=sight.of(found),
        position=_position(known_at, position),
        rulebook=law.versions[0],
        calendar=law.versions[1],
    )


def _all(codes: Codes, known_at: datetime | int | None) -> WorkingSet:
    """All that was known under any code of one legal person."""
    found = (states(code, known_at=known_at) for code in codes)
    return WorkingSet({id: state for each in found for id, state in each.items()})


def _position(known_at: datetime | int | None, head: int) -> int:
    if known_at is None:
        return head
    return position_at(known_at) if isinstance(known_at, datetime) else min(known_at, head)


def _note(call: Call, found: Iterable[Told], position: int) -> None:
    """Enter what was told of other departments' records and cases; of their own, clients too."""
    actor = call.actor
    if not (actor.client or actor.department):
        return
    foreign = [each for each in found if actor.client or each.department != actor.department]
    note_told(call, (_version(each) for each in foreign), position=position)


def _rows(dossier: Dossier) -> list[Told]:
    return [*(each.row for each in dossier.records), *(each.row for each in dossier.cases)]


def _version(told: Told) -> RecordVersion:
    match told:
        case Entry():
            return RecordVersion(record=told.record, version=told.version)
        case RecordStanding():
            return RecordVersion(record=told.id, version=told.version)
    return RecordVersion(record=told.id, version=1)
