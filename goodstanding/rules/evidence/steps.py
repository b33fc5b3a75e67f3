"""Send a file, take it back, hand files in: everything that stands against it at once."""

from collections.abc import Collection, Sequence
from datetime import date

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.evidence import EvidenceHandedIn, FileHandedIn
from goodstanding.rules.errors import Refusal, refuse
from goodstanding.rules.evidence import refusals as no
from goodstanding.rules.evidence.looking import MOST_FILES
from goodstanding.rules.states import Designation, Objection, Repair, Stage, State

Matter = Objection | Repair | Designation


def matter_of(state: State | None, id: str) -> Matter:
    """The matter files are sent for; refuses `MatterTakesNone`."""
    if not isinstance(state, Objection | Repair | Designation):
        refuse(no.MatterTakesNone(id=id))
    return state


def closed_on(matter: Matter) -> date | None:
    """The day a matter was decided, after which nothing is handed in; None while it is open."""
    if isinstance(matter, Designation):
        return matter.decided_on
    return matter.decided_on if matter.outcome else None


def over_on(matter: Matter, *, on: date) -> date | None:
    """The day from which the time counts for which its files are kept; None while it does not.

    A designation needs the evidence it rests on until its last day.
    """
    if isinstance(matter, Designation) and matter.stage is not Stage.DROPPED:
        if matter.span is None:
            return None
        last = matter.span.carried_until
        return last if matter.span.ending or last < on else None
    return closed_on(matter)


def sending(matter: Matter, *, held: int, again: bool) -> list[Refusal]:
    """Whether one more file is taken. `held`: how many there are; `again`: this very one is."""
    return [
        *([no.MatterClosed()] if closed_on(matter) else []),
        *([no.EvidenceTooMany(files=MOST_FILES)] if held >= MOST_FILES else []),
        *([no.EvidenceSentBefore()] if again else []),
    ]


def hand_in(
    matter: Matter, files: Sequence[FileHandedIn], *, before: Collection[str], on: date
) -> list[Decided]:
    """The files are part of the matter from now on. `before`: ids of those that were already."""
    found = [each for each in files if each.id not in before]
    refused: list[Refusal] = [no.MatterClosed()] if closed_on(matter) else []
    if not found:
        refused.append(no.NothingToHandIn())
    if refused:
        refuse(*refused)
    effect = EvidenceHandedIn(files=tuple(found))
    return [
        Decided(stream=matter.organisation, aggregate=matter.id, effective_on=on, effect=effect)
    ]
