"""What rests on a record, until when, and who received it: for the organisation it is about."""

from collections.abc import Sequence
from datetime import date

import msgspec

from goodstanding.disclosure import queries as disclosure
from goodstanding.rules.effects import Effect
from goodstanding.rules.stacking import ADVANTAGE
from goodstanding.rules.standing import DesignationStanding, Standing
from goodstanding.web.cards import RecordCard
from goodstanding.web.message_lists import addressees
from goodstanding.web.visit import Visit


class RestingCase(msgspec.Struct, frozen=True, kw_only=True):
    """A designation that rests on a record, with its measures in one line."""

    id: str
    title: str
    state: str
    last_day: date | None
    measures: str


class HeldMore(msgspec.Struct, frozen=True, kw_only=True):
    """What an organisation reads of its record besides what everybody may."""

    resting: tuple[RestingCase, ...]
    recipients: str


def with_held(
    visit: Visit, cards: Sequence[RecordCard], standing: Standing
) -> list[tuple[RecordCard, HeldMore]]:
    """The cards, each with what rests on the record and who received it."""
    told = disclosure.recipients_of(records=[each.entry.record for each in cards])
    names = addressees(visit, {each for found in told.values() for each in found})
    return [
        (
            card,
            HeldMore(
                resting=_resting(visit, card.entry.record, standing),
                recipients=visit.titles.departments(
                    names[each] for each in told.get(card.entry.record, ())
                ),
            ),
        )
        for card in cards
    ]


def _resting(visit: Visit, record: str, standing: Standing) -> tuple[RestingCase, ...]:
    return tuple(
        _case(visit, each, standing) for each in standing.designations if record in each.records
    )


def _case(visit: Visit, case: DesignationStanding, standing: Standing) -> RestingCase:
    mine = [each for each in standing.effects if each.decision.designation == case.id]
    last = max((each.last_day for each in mine), default=None)
    return RestingCase(
        id=case.id,
        title=visit.titles.ground(case.ground),
        state="in-force-advantage" if _good(mine) and case.state == "in-force" else case.state,
        last_day=last,
        measures=visit.titles.measures(dict.fromkeys(each.measure for each in mine)),
    )


def _good(mine: Sequence[Effect]) -> bool:
    return bool(mine) and all(each.sense == ADVANTAGE for each in mine)
