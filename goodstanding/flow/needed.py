"""Who still needs the contents of a record or a designation?"""

from collections.abc import Sequence
from datetime import date

import msgspec

from goodstanding.clocks.queries import waiting_on
from goodstanding.designations import queries as designations
from goodstanding.designations.models import Case
from goodstanding.disclosure.queries import open_recalls
from goodstanding.flow.reopen import reopenings
from goodstanding.measures import queries as measures
from goodstanding.remedies import queries as remedies
from goodstanding.rules.removal.steps import Needed
from goodstanding.rules.states import Designation, Record


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """What hangs on a target: objections, repairs, reviews and court cases; cases and measures.

    ``own``: the aggregates whose acts are its file, the target itself among them.
    """

    own: tuple[str, ...]
    disputes: tuple[str, ...]
    cases: tuple[str, ...]
    measures: tuple[str, ...]


def around(target: Record | Designation, *, on: date) -> Around:
    """What there is about a record or a designation on a day."""
    objections = list(remedies.to_target(target=target.id))
    repairs = list(remedies.repairs_of_target(target=target.id))
    cases = [target.id] if isinstance(target, Designation) else _cases(target, on)
    resting = [each for case in cases for each in measures.under(designation=case)]
    mine = [each.id for each in resting if set(each.designations) == {target.id}]
    remedied = [(each.id, each.outcome) for each in objections]
    remedied += [(each.id, each.outcome) for each in repairs]
    # A review or a court case asks for the whole file, whatever the objection before it came to.
    courts = remedies.proceedings_about(targets=[target.id, *(id for id, _ in remedied)])
    remedied += [(each.id, each.outcome) for each in courts]
    return Around(
        own=(target.id, *(id for id, _ in remedied), *mine),
        disputes=tuple(id for id, outcome in remedied if not outcome),
        cases=tuple(each for each in cases if each != target.id),
        measures=tuple(sorted({each.id for each in resting})),
    )


def needed(target: Record | Designation, found: Around, *, on: date) -> Needed:
    """Everything that still needs the contents on a day."""
    return Needed(
        disputes=found.disputes,
        cases=found.cases,
        duties=_duties([*found.own, *found.cases, *found.measures], on),
        recalls=len(open_recalls(record=target.id)),
        reopenings=_reopenings(target, on),
    )


def _cases(record: Record, on: date) -> list[str]:
    """The designations on a record that are not over."""
    return [each.id for each in designations.on_record(record=record.id) if not _over(each, on)]


def _over(case: Case, on: date) -> bool:
    ended = case.stage == "dropped" or (case.ended_on is not None and case.ended_on <= on)
    return ended or (case.last_day is not None and case.last_day < on)


def _duties(ids: Sequence[str], on: date) -> Sequence[str]:
    """Duties that wait, whether they have begun or begin later; publicity of what ended is none."""
    return sorted({each.kind for each in waiting_on(ids=ids, on=on)} - {"publication"})


def _reopenings(target: Record | Designation, on: date) -> int:
    found = reopenings(today=on, organisation=target.organisation)
    return sum(each.record == target.id and not each.outcome for each in found)
