"""A wrong fact of the base registration is struck out, or replaced by the right one."""

from collections.abc import Mapping
from datetime import date

import msgspec
from msgspec.structs import replace

from goodstanding.rules.acts.effects import Effect
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.organisation import (
    OrganisationFoundingCorrected,
    OrganisationLinkCorrected,
    OrganisationNameCorrected,
    OrganisationStatusCorrected,
)
from goodstanding.rules.errors import Refusal, refuse
from goodstanding.rules.legal_person import (
    ENDED,
    PREDECESSOR,
    SUCCESSOR,
    DatedName,
    DatedStatus,
    Link,
    Organisation,
)
from goodstanding.rules.refuting.facts import SIDES, Fact, Held, held, written
from goodstanding.rules.refuting.refusals import (
    EndNotCorrectedSo,
    FactAmbiguous,
    FactNeeded,
    FactNotRegistered,
    FactsClash,
    NothingRefuted,
    OrganisationNotMet,
    RightFactNotSaid,
)
from goodstanding.rules.registration_refusals import BeforeTheFounding


class Refutation(msgspec.Struct, frozen=True, kw_only=True):
    """What a row says: a fact as the register has it, and as it is; ``right`` empty: never was.

    A day is null where the row has none: of ``wrong`` any day, of ``right`` the same as before.
    """

    fact: Fact
    wrong: str
    wrong_since: date | None
    right: str
    right_since: date | None


Known = Mapping[str, Organisation]


def streams_of(code: str, row: Refutation) -> tuple[str, ...]:
    """The organisations such a row writes to: its own and, of a link, those at the other end."""
    if row.fact not in SIDES:
        return (code,)
    ends = (written(row.fact, text) for text in (row.wrong, row.right) if text)
    return tuple(dict.fromkeys((code, *ends)))


def done_before(row: Refutation, state: Organisation) -> bool:
    """True if the register has the right fact already, and the wrong one no more."""
    if _matching(row, state):
        return False
    right = written(row.fact, row.right)
    return not right or any(
        each.text == right and row.right_since in (None, each.since)
        for each in held(state, row.fact)
    )


def refute(code: str, row: Refutation, known: Known, *, reasons: str, on: date) -> list[Decided]:
    """The acts that put a fact right, on the streams of all it joins.

    Args:
        code: of the organisation the row names.
        known: the organisations of `streams_of` that the register has met.
        reasons: told to everybody who sees the fact.
        on: the legal day.

    Raises `Refused` with what stands against it.
    """
    for each in streams_of(code, row):
        if each not in known:
            refuse(OrganisationNotMet(organisation=each))
    wrong = _one(row, known[code])
    effects = _effects(code, row, wrong, known[code])
    return [
        Decided(
            stream=stream,
            aggregate=stream,
            effective_on=on,
            effect=effect,
            content={"reasons": reasons},
        )
        for stream, effect in effects
    ]


def _matching(row: Refutation, state: Organisation) -> list[Held]:
    text = written(row.fact, row.wrong)
    found = [each for each in held(state, row.fact) if each.text == text]
    return [each for each in found if row.wrong_since in (None, each.since)]


def _one(row: Refutation, state: Organisation) -> Held:
    found = _matching(row, state)
    if len(found) != 1:
        refuse(FactAmbiguous() if found else FactNotRegistered())
    if row.right_since and not row.right:
        refuse(RightFactNotSaid())
    return found[0]


def _effects(
    code: str, row: Refutation, wrong: Held, state: Organisation
) -> list[tuple[str, Effect]]:
    value = wrong.value
    if isinstance(value, DatedName):
        return [(code, _name(row, value, state))]
    if isinstance(value, DatedStatus):
        return [(code, _status(row, value, state))]
    if isinstance(value, Link):
        return _links(code, row, value, state)
    assert isinstance(value, date)
    return [(code, each) for each in _founding(row, value, state)]


def _name(row: Refutation, wrong: DatedName, state: Organisation) -> OrganisationNameCorrected:
    others = [each for each in state.names if each != wrong]
    if not row.right:
        _need(others)
        return OrganisationNameCorrected(wrong=wrong, right=None)
    right = DatedName(name=row.right, since=row.right_since or wrong.since)
    clash = [each.since for each in others if right.since and each.since == right.since]
    _require(right != wrong, clash, right.since, state)
    return OrganisationNameCorrected(wrong=wrong, right=right)


def _status(
    row: Refutation, wrong: DatedStatus, state: Organisation
) -> OrganisationStatusCorrected:
    if not row.right:
        return OrganisationStatusCorrected(wrong=wrong, right=None)
    status = written(row.fact, row.right)
    if status == ENDED and wrong.status != ENDED:
        refuse(EndNotCorrectedSo())
    reason = wrong.reason if status == ENDED else ""
    right = DatedStatus(status=status, since=row.right_since or wrong.since, reason=reason)
    others = [each for each in state.statuses if each != wrong]
    clash = [each.since for each in others if _contradicts(each, right)]
    _require(right != wrong, clash, right.since, state)
    return OrganisationStatusCorrected(wrong=wrong, right=right)


def _contradicts(known: DatedStatus, new: DatedStatus) -> bool:
    """No day has two statuses, and nothing is after an end."""
    after = known.since > new.since if new.status == ENDED else False
    return known.since == new.since or after or (known.status == ENDED and known.since < new.since)


def _founding(row: Refutation, wrong: date, state: Organisation) -> list[Effect]:
    """What began with the founding goes with it: the first name, the first status."""
    if not row.right:
        refuse(FactNeeded())
    right = date.fromisoformat(row.right)
    days = [each.since for each in held(state, Fact.NAME) + held(state, Fact.STATUS) if each.since]
    clash = [each for each in days if wrong < each < right]
    _require(right != wrong, clash, None, state)
    return [
        OrganisationFoundingCorrected(wrong=wrong, right=right),
        *(
            OrganisationNameCorrected(wrong=each, right=replace(each, since=right))
            for each in state.names
            if each.since == wrong
        ),
        *(
            OrganisationStatusCorrected(wrong=each, right=replace(each, since=right))
            for each in state.statuses
            if each.since == wrong
        ),
    ]


def _links(
    code: str, row: Refutation, wrong: Link, state: Organisation
) -> list[tuple[str, Effect]]:
    """Both ends learn of it; where the other end is another, that one learns whom it joins."""
    right = None
    if row.right:
        other = written(row.fact, row.right)
        right = replace(wrong, other=other, on=row.right_since or wrong.on)
        links = state.successors if SIDES[row.fact] == SUCCESSOR else state.predecessors
        clash = [e.on for e in links if e != wrong and (e.other, e.on) == (right.other, right.on)]
        _require(right != wrong, clash, right.on, state)
    side = SIDES[row.fact]
    return [
        (code, OrganisationLinkCorrected(side=side, wrong=wrong, right=right)),
        *_other_ends(code, side, wrong, right),
    ]


def _other_ends(code: str, side: str, wrong: Link, right: Link | None) -> list[tuple[str, Effect]]:
    other = PREDECESSOR if side == SUCCESSOR else SUCCESSOR
    back, forth = replace(wrong, other=code), replace(right, other=code) if right else None
    if right is None or right.other == wrong.other:
        return [(wrong.other, OrganisationLinkCorrected(side=other, wrong=back, right=forth))]
    return [
        (wrong.other, OrganisationLinkCorrected(side=other, wrong=back, right=None)),
        (right.other, OrganisationLinkCorrected(side=other, wrong=back, right=forth)),
    ]


def _need(others: list[DatedName]) -> None:
    if not others:
        refuse(FactNeeded())


def _require(differs: bool, clash: list[date], since: date | None, state: Organisation) -> None:
    found: list[Refusal] = [] if differs else [NothingRefuted()]
    found += [FactsClash(day=clash[0])] if clash else []
    founded = state.established_on
    if since and founded and since < founded:
        found.append(BeforeTheFounding(day=since, established_on=founded))
    if found:
        refuse(*found)
