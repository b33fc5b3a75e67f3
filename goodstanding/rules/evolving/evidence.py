"""What acts mean for evidence: nothing changes by it."""

from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.acts.evidence import EvidenceHandedIn
from goodstanding.rules.evolving.meaning import Meaning
from goodstanding.rules.states import State


def _handed_in(state: State, effect: EvidenceHandedIn, header: Header) -> State:
    return state


MEANING: Meaning = {EvidenceHandedIn: _handed_in}
