"""What an answer told some time ago would be today; what cannot have changed is not asked again."""

from collections.abc import Mapping
from datetime import date

import msgspec

from goodstanding.catalogue.queries import law as law_on
from goodstanding.enquiries.models import Receipt
from goodstanding.flow.answers import Answered, Question, answer
from goodstanding.measures.queries import carried_through
from goodstanding.organisations.queries import links
from goodstanding.register.following import last_positions
from goodstanding.rules.check import Answer
from goodstanding.rules.condition.earning import opening
from goodstanding.rules.effects import Effect
from goodstanding.rules.law import Law
from goodstanding.rules.watching import Change, change

New = tuple[Answered, Change]


def changed_since(
    told: Mapping[str, Receipt], codes: Mapping[str, str], *, on: date
) -> dict[str, New]:
    """Those answers that are another today, with what came and went; it writes nothing.

    Args:
        told: the answers told last, by any key.
        codes: by the same keys, the code that was asked about.
        on: the day that is asked about.
    """
    may = _may_have_changed(told, set(codes.values()), law=law_on(on=on), on=on)
    asked = {key: _new(told[key], code, on) for key, code in codes.items() if key in may}
    return {key: new for key, new in asked.items() if new}


def _new(told: Receipt, code: str, on: date) -> New | None:
    answered = answer(Question(code=code, procedure=told.procedure), today=on)
    new = change(
        answer=Answer(told.answer),
        act_as=Answer(told.act_as),
        effects=effects_of(told),
        now=answered.checked,
    )
    return (answered, new) if new else None


def effects_of(told: Receipt) -> list[Effect]:
    """The effects a receipt tells."""
    return [msgspec.convert(each, Effect, strict=False) for each in told.effects]


def _may_have_changed(
    told: Mapping[str, Receipt], codes: set[str], *, law: Law, on: date
) -> set[str]:
    """The answers about which anything happened since: by an act, by the law, or by a day passed.

    A day alone changes an answer only where some measure was carried on the day told or after it, or
    where a condition is asked. Whoever came from or went into another is always asked about.
    """
    codes = codes | {each.organisation for each in told.values()}
    last, carried = last_positions(codes), carried_through(organisations=codes)
    related = {each.code for each in links(codes)}
    return {
        key
        for key, receipt in told.items()
        if receipt.organisation in related
        or receipt.rulebook != law.versions[0]
        or last.get(receipt.organisation, 0) > receipt.position
        or (receipt.on_day < on and carried.get(receipt.organisation, date.min) >= receipt.on_day)
        or (receipt.on_day < on and any(opening(law.rulebook, receipt.procedure, on)))
    }
