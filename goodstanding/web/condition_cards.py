"""What a page says of standing conditions: met or not, line by line, the way back beside each."""

from collections.abc import Sequence
from datetime import date

import msgspec

from goodstanding.flow.conditions import ConditionsTold
from goodstanding.organisations.queries import named
from goodstanding.rules.catalogue.sources import Citation
from goodstanding.rules.condition.told import Line, State, Told, Why
from goodstanding.rules.effects import Effect, Force
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.rules.standing import Standing
from goodstanding.web.condition_words import WHY
from goodstanding.web.titles import in_language
from goodstanding.web.visit import Visit

#: Lines of a group on a page; how many there are is said.
MOST = 30


class LineShown(msgspec.Struct, frozen=True, kw_only=True):
    """One line in words. ``record``: where it is told; ``contest``: whether the reader may object."""

    title: str
    why: str
    day: date | None
    until: date | None
    department: str
    record: str = ""
    contest: bool = False
    repair: bool = False


class ConditionCard(msgspec.Struct, frozen=True, kw_only=True):
    """A condition as it stands on a day; ``rest``: what was looked at and does not count.

    The first lines of each group only; ``against_all``, ``rest_all``: how many there are.
    """

    id: str
    title: str
    state: str
    clean_since: date | None
    met_from: date | None
    after: date | None
    opens: tuple[str, ...]
    basis: tuple[str, ...]
    against: tuple[LineShown, ...]
    open: tuple[LineShown, ...]
    rest: tuple[LineShown, ...]
    against_all: int
    rest_all: int

    @property
    def met(self) -> bool:
        """Whether it is met on the day."""
        return self.state == State.MET


class NamedFor(msgspec.Struct, frozen=True, kw_only=True):
    """An advantage by a decision: what, why, until when."""

    measure: str
    ground: str
    department: str
    last_day: date
    designation: str
    state: str


def condition_cards(visit: Visit, told: ConditionsTold) -> list[ConditionCard]:
    """A card for every condition of the day."""
    return [_card(visit, each, told) for each in told.conditions]


def named_for(visit: Visit, standing: Standing) -> list[NamedFor]:
    """The advantages by a decision, one for each measure of a designation."""
    same: dict[tuple[str, str], list[Effect]] = {}
    for effect in standing.effects:
        if effect.sense == "advantage":
            key = effect.measure, effect.decision.designation
            same.setdefault(key, []).append(effect)
    return [_named_for(visit, each) for each in same.values()]


def _named_for(visit: Visit, carried: Sequence[Effect]) -> NamedFor:
    effect = carried[0]
    firm = effect.force is Force.IN_FORCE
    return NamedFor(
        measure=visit.titles.measure(effect.measure),
        ground=visit.titles.ground(effect.ground),
        department=visit.titles.departments(each.department for each in carried),
        last_day=effect.last_day,
        designation=effect.decision.designation,
        state="in-force-advantage" if firm else str(effect.force),
    )


def _card(visit: Visit, each: Told, told: ConditionsTold) -> ConditionCard:
    against = [line for line in each.lines if line.against]
    rest = [line for line in each.lines if not (line.against or line.open)]
    opened = [line for line in each.lines if line.open]

    def shown(lines: Sequence[Line]) -> tuple[LineShown, ...]:
        return tuple(_line(visit, line, told.organisation) for line in lines[:MOST])

    return ConditionCard(
        id=each.condition,
        title=visit.titles.condition(each.condition),
        state=str(each.state),
        clean_since=each.clean_since,
        met_from=each.met_from,
        after=each.after,
        opens=tuple(visit.titles.measure(id) for id in each.opens),
        basis=_basis(visit, each.condition, told.on),
        against=shown(against),
        open=shown(opened),
        rest=shown(rest),
        against_all=len(against),
        rest_all=len(rest),
    )


def _basis(visit: Visit, condition: str, on: date) -> tuple[str, ...]:
    book = visit.law.rulebook if visit.law else None
    rule = book.conditions.get(condition) if book else None
    cited: tuple[Citation, ...] = rule.citations if rule else ()
    return tuple(in_language(book.citation_title(each, on)) for each in cited) if book else ()


def _line(visit: Visit, line: Line, organisation: str) -> LineShown:
    decided = line.about in ("record", "designation")
    return LineShown(
        title=_title(visit, line),
        why=str(WHY[str(line.why)]),
        day=line.day,
        until=line.until,
        department=visit.titles.department(line.department) if line.department else "",
        record=line.id if decided else "",
        contest=decided and line.against and _may(visit, Action.FILE_OBJECTION, organisation),
        repair=line.why in (Why.DECIDED_WITHIN, Why.COUNTS, Why.IN_FORCE)
        and _may(visit, Action.FILE_REPAIR, organisation),
    )


def _title(visit: Visit, line: Line) -> str:
    if line.about == "record":
        return f"{visit.titles.kind(line.kind)} {line.document}"
    if line.about == "designation":
        return f"{visit.titles.ground(line.kind)} {line.document}"
    return named([line.id]).get(line.id, line.id) if line.about == "predecessor" else ""


def _may(visit: Visit, action: Action, organisation: str) -> bool:
    return allowed(visit.actor, action, organisation=organisation)
