"""Which lines of a condition a reader may see *now*: their own, and what strangers see."""

from datetime import date

from goodstanding.rules.actors import Actor
from goodstanding.rules.condition.explain import Seen
from goodstanding.rules.condition.told import Line
from goodstanding.rules.publicity import Publicity, publicity
from goodstanding.rules.states import Designation, Record
from goodstanding.rules.visible import one_of
from goodstanding.rules.working_set import WorkingSet


def seeing(actor: Actor, now: WorkingSet, *, today: date, codes: tuple[str, ...]) -> Seen:
    """Organisation, source department, credit office and auditors see all; others what is public.

    Args:
        now: all that is known of the organisation now.
        codes: all of the same legal person.
    """

    def seen(line: Line) -> bool:
        if line.about not in ("record", "designation"):
            return True
        if one_of(actor, department=line.department, organisations=codes):
            return True
        return _public(now, line.id, today)

    return seen


def _public(now: WorkingSet, id: str, today: date) -> bool:
    record, case = now.find(Record, id), now.find(Designation, id)
    if record is not None:
        return publicity(record, on=today) is Publicity.FULL
    return case is not None and case.span is not None and case.span.base(today)
