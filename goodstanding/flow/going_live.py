"""Until the register is declared live the credit office enters what the city already holds."""

from datetime import date

from goodstanding.catalogue.queries import law as law_on
from goodstanding.flow import policy
from goodstanding.flow.bench import Call
from goodstanding.flow.judge_file import right_to_send
from goodstanding.register.reading import stored
from goodstanding.register.writing import writing
from goodstanding.rules.acts.envelope import SYSTEM, Decided
from goodstanding.rules.acts.system import GoingLiveDeclared
from goodstanding.rules.changing.columns import CHANGES
from goodstanding.rules.errors import Conflict, Refusal, refuse
from goodstanding.rules.official_columns import OFFERED_LIST
from goodstanding.rules.registration import KIND
from goodstanding.rules.rights import Action
from goodstanding.rules.states import GoingLive

#: There is one such declaration, so its id is fixed.
AGGREGATE = "going-live"


class AlreadyLive(Conflict):
    """The register was declared live on {on}. What a department still holds is sent as ordinary
    records, which count as they come in."""


class FirstImportOfRecords(Refusal):
    """A first import brings records. Corrections, withdrawals, base registration and offered lists are
    sent by the department that answers for them."""


def live_since() -> date | None:
    """The day the register was declared live; None while what the city holds may be imported."""
    state = stored([AGGREGATE]).get(AGGREGATE)
    return state.on if isinstance(state, GoingLive) else None


def declare_live(call: Call) -> None:
    """End the first import for good. By the credit office; raises `Refused` with `AlreadyLive`."""
    policy.require(call.actor, Action.GO_LIVE)
    act = Decided(
        stream=SYSTEM, aggregate=AGGREGATE, effective_on=call.on, effect=GoingLiveDeclared()
    )
    with writing(SYSTEM, author=call.author, at=call.at) as work:
        found = work.state(AGGREGATE)
        if isinstance(found, GoingLive):
            refuse(AlreadyLive(on=found.on))
        work.append([act])


def require_sender(call: Call, *, kind: str, department: str, first_import: bool) -> None:
    """Who enters records: an officer of the department; in a first import the credit office alone.

    Raises `Refused`, also with `AlreadyLive` or where there is no such department.
    """
    if not first_import:
        policy.require(call.actor, right_to_send(kind), department=department)
        return
    policy.require(call.actor, Action.GO_LIVE)
    if kind in (*CHANGES, KIND, OFFERED_LIST):
        refuse(FirstImportOfRecords())
    law_on(on=call.on, known_at=None).rulebook.department(department)
    if since := live_since():
        refuse(AlreadyLive(on=since))
