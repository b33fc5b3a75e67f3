"""The effects of a receipt, as they were told then, in the reader's language."""

from datetime import date
from typing import Any

import msgspec

from goodstanding.organisations.queries import named
from goodstanding.rules.effects import Effect
from goodstanding.web.titles import in_language
from goodstanding.web.visit import Visit


class ToldEffect(msgspec.Struct, frozen=True, kw_only=True):
    """One effect of an answer; ``condition``: the id of the one met, and no decision is named then."""

    state: str
    measure: str
    department: str
    ground: str
    authority: str
    document: str
    decided_on: date
    designation: str
    last_day: date
    basis: tuple[str, ...]
    way_back: str
    of: str = ""
    of_name: str = ""
    doubt: str = ""
    shield: str = ""
    condition: str = ""
    met: str = ""


def told_effects(visit: Visit, stored: list[dict[str, Any]]) -> list[ToldEffect]:
    """The stored effects with titles and way back.

    A measure that several departments carry out is one measure for who is asked about.
    """
    same: dict[tuple[str, str, str], list[Effect]] = {}
    for effect in (msgspec.convert(each, Effect, strict=False) for each in stored):
        key = (effect.measure, effect.decision.designation or effect.condition, effect.force)
        same.setdefault(key, []).append(effect)
    return [_told(visit, each) for each in same.values()]


def _told(visit: Visit, carried: list[Effect]) -> ToldEffect:
    """One measure, however many departments carry it out."""
    effect = carried[0]
    advantage = effect.sense == "advantage" and effect.force == "in-force"
    decision = effect.decision
    return ToldEffect(
        state="in-force-advantage" if advantage else str(effect.force),
        measure=visit.titles.measure(effect.measure),
        department=visit.titles.departments(each.department for each in carried),
        ground=visit.titles.ground(effect.ground),
        authority=visit.titles.department(decision.authority),
        document=decision.document,
        decided_on=decision.decided_on,
        designation=decision.designation,
        last_day=effect.last_day,
        basis=tuple(visit.titles.basis(each, on=decision.decided_on) for each in effect.basis),
        way_back=_way_back(visit, effect.ground),
        of=effect.of,
        of_name=named([effect.of]).get(effect.of, effect.of) if effect.of else "",
        doubt=effect.doubt,
        shield=effect.shield,
        condition=effect.condition,
        met=visit.titles.condition(effect.condition),
    )


def _way_back(visit: Visit, ground: str) -> str:
    found = visit.law.rulebook.grounds.get(ground) if visit.law else None
    return in_language(found.way_back.what) if found else ""
