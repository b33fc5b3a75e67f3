"""What a case promises by its own document: points for a fact, within the cap of the rulebook."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

import msgspec

from goodstanding.rules.catalogue.effect_checks import MOST_POINTS, usable
from goodstanding.rules.catalogue.procedure_effects import ProcedureEffect
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.procuring import refusals as no


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """A case as its department opens it.

    ``document``: number and place of the tender document or programme; ``points``: what that
    promises, as typed, by the id of the bonus in the rulebook.
    """

    procedure: str
    number: str
    document: str = ""
    points: Mapping[str, str] = {}


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """The stages the case goes through, and the points it promises by the id of the bonus."""

    stages: tuple[str, ...]
    points: Mapping[str, Decimal]


def opened(opening: Opening, *, rulebook: Rulebook, on: date) -> Opened:
    """The case with the rulebook of its first day; refuses everything that stands against it.

    Points are a decimal of at most two places, not above the cap of the day.
    """
    stages = rulebook.procedure(opening.procedure).stages
    found: list[Refusal] = [] if opening.number.strip() else [no.CaseNumberMissing()]
    if not stages:
        found.append(no.ProcedureWithoutStages(procedure=opening.procedure))
    typed = {id: text.strip() for id, text in opening.points.items() if text.strip()}
    if typed and not opening.document.strip():
        found.append(no.RuleDocumentMissing())
    bonuses = {each.id: each for each in bonuses_of(rulebook, opening.procedure, on)}
    for id, text in typed.items():
        found += _points_refusals(id, text, bonuses.get(id))
    require_none(found)
    return Opened(stages=stages, points={id: Decimal(text) for id, text in typed.items()})


def bonuses_of(rulebook: Rulebook, procedure: str, on: date) -> Sequence[ProcedureEffect]:
    """The bonuses of a procedure on a day, for which a case may promise points."""
    rows = rulebook.at_procedure(procedure, on)
    return [each for each in rows if each.does == "bonus" and each.cap is not None]


def promised(points: Mapping[str, str]) -> dict[str, Decimal]:
    """The points a case promises, from the decimal texts it keeps."""
    return {id: Decimal(text) for id, text in points.items()}


def plain(points: Decimal) -> str:
    """The points as a reader writes them, without zeros at the end."""
    return f"{points.normalize():f}"


def _points_refusals(id: str, text: str, bonus: ProcedureEffect | None) -> list[Refusal]:
    if bonus is None or bonus.cap is None:
        return [no.NoSuchBonus(effect=id)]
    try:
        points = Decimal(text)
    except InvalidOperation:
        return [no.PointsNotUsable(points=text[:20])]
    if not usable(points, most=MOST_POINTS):
        return [no.PointsNotUsable(points=text[:20])]
    if points > bonus.cap.points:
        return [no.PointsAboveCap(points=points, cap=bonus.cap.points, measure=bonus.measure)]
    return []
