"""What a reader may see *now* of how an organisation stood: what has ended since is not told on."""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from goodstanding.rules.actors import Actor
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.check import Checked, strongest
from goodstanding.rules.effects import Effect, Force, effects
from goodstanding.rules.policy import allowed
from goodstanding.rules.publicity import Publicity, publicity, shown
from goodstanding.rules.removal.gone import gone_of
from goodstanding.rules.rights import Action
from goodstanding.rules.stacking import ADVANTAGE
from goodstanding.rules.standing import DesignationStanding, RecordStanding, Standing
from goodstanding.rules.states import Designation, Record, Removal
from goodstanding.rules.working_set import WorkingSet


def insider(actor: Actor, *, department: str, organisation: str) -> bool:
    """Who sees everything: organisation, source department, credit office, auditors."""
    return allowed(actor, Action.READ_DOSSIER, department=department, organisation=organisation)


def one_of(actor: Actor, *, department: str, organisations: Iterable[str]) -> bool:
    """The same for an organisation that bears or bore several codes."""
    return any(insider(actor, department=department, organisation=each) for each in organisations)


def narrowed(checked: Checked, seen: tuple[Effect, ...]) -> Checked:
    """The answer to a check from some of its effects only."""
    firm = [each for each in seen if each.force is Force.IN_FORCE]
    return replace(checked, answer=strongest(seen), act_as=strongest(firm), effects=seen)


def shown_only(found: tuple[Effect, ...], now: WorkingSet) -> tuple[Effect, ...]:
    """The effects without the advantages that their organisation does not let strangers see."""
    return tuple(each for each in found if each.sense != ADVANTAGE or _is_shown(each, now))


class Sight:
    """What one reader may see of one organisation today; ``codes``: all of the same legal person."""

    def __init__(
        self,
        actor: Actor,
        now: WorkingSet,
        *,
        today: date,
        rulebook: Rulebook,
        codes: tuple[str, ...] = (),
    ) -> None:
        self._actor, self._now, self._today, self._codes = actor, now, today, codes
        found = effects(now, on=today, rulebook=rulebook)
        self._current = {_key(each) for each in found if _is_shown(each, now)}

    def of(self, then: Standing) -> Standing:
        """The standing, less what this reader may not see any more, or never could."""
        removals = self._now.all(Removal)
        records = tuple(
            replace(each, content_removed=gone_of(removals, each.id))
            for each in then.records
            if self._record(each, then.organisation)
        )
        cases = tuple(each for each in then.designations if self._case(each, then.organisation))
        seen = frozenset(each.id for each in records)
        return replace(
            then,
            records=records,
            designations=tuple(
                replace(self._only(case, seen), content_removed=gone_of(removals, case.id))
                for case in cases
            ),
            effects=self.effects(then.effects, then.organisation, seen),
        )

    def effects(
        self, found: tuple[Effect, ...], organisation: str, seen: frozenset[str] | None = None
    ) -> tuple[Effect, ...]:
        """The effects that are in force or stayed today as well, and all of those of one's own.

        ``seen``: the records that may be named; all of them where it is left out.
        """
        visible = (each for each in found if self._effect(each, organisation))
        return tuple(each if seen is None else _naming(each, seen) for each in visible)

    def _inside(self, department: str, organisation: str) -> bool:
        meant = (organisation, *self._codes)
        return one_of(self._actor, department=department, organisations=meant)

    def _record(self, record: RecordStanding, organisation: str) -> bool:
        if self._inside(record.department, organisation):
            return True
        now = self._now.find(Record, record.id)
        return now is not None and publicity(now, on=self._today) is Publicity.FULL

    def _case(self, case: DesignationStanding, organisation: str) -> bool:
        if self._inside(case.department, organisation):
            return True
        return case.first_day is not None and self._holds_today(case.id)

    def _holds_today(self, case: str) -> bool:
        now = self._now.find(Designation, case)
        if now is None or now.span is None or not shown(now):
            return False
        return now.span.base(self._today)

    def _effect(self, effect: Effect, organisation: str) -> bool:
        case = self._now.find(Designation, effect.decision.designation)
        department = case.department if case else ""
        if self._inside(department, organisation):
            return True
        return _key(effect) in self._current

    def _only(self, case: DesignationStanding, seen: frozenset[str]) -> DesignationStanding:
        return replace(case, records=tuple(each for each in case.records if each in seen))


def _is_shown(effect: Effect, now: WorkingSet) -> bool:
    case = now.find(Designation, effect.decision.designation)
    return case is not None and shown(case)


def _key(effect: Effect) -> tuple[str, str, str]:
    return effect.measure, effect.department, effect.decision.designation


def _naming(effect: Effect, seen: frozenset[str]) -> Effect:
    return replace(effect, records=tuple(each for each in effect.records if each.record in seen))
