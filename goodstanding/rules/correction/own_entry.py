"""The one exception to four eyes: an own slip, on the day of entry, with nothing resting on it."""

from datetime import date

from goodstanding.rules.actors import Actor, Role
from goodstanding.rules.correction.refusals import OwnEntryDayOver, OwnEntryRestedOn
from goodstanding.rules.errors import Refusal
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Record
from goodstanding.rules.working_set import WorkingSet


def right_of(actor: Actor, record: Record) -> Action:
    """The right a correction is asked under: an officer's own entry, or anybody else's as a reviewer.

    A client of the API that supplied a record is no person and corrects nothing by itself.
    """
    own = actor.id == record.entered_by and Role.OFFICER in actor.roles
    return Action.CORRECT_OWN_ENTRY if own else Action.CORRECT_RECORD


def own_entry_refusals(
    actor: Actor, record: Record, *, work: WorkingSet, on: date
) -> list[Refusal]:
    """Why who entered the record does not correct it alone; nothing where another person corrects.

    ``work``: with the open designations of the organisation; ``on``: the legal day (Asia/Shanghai).
    Whoever was told the record in the meantime hinders nothing: they get a notice.
    """
    if right_of(actor, record) is not Action.CORRECT_OWN_ENTRY:
        return []
    late = [] if on == record.entered_on else [OwnEntryDayOver(entered_on=record.entered_on)]
    resting = record.marks or any(each.is_open for each in work.designations_on(record.id))
    return [*late, *([OwnEntryRestedOn()] if resting else [])]
