"""The corrections of a record are read, by who may see all of it."""

from goodstanding.flow import policy
from goodstanding.flow.bench import Call
from goodstanding.register.reading import acts_at
from goodstanding.rules.correction.history import Corrected, corrections
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Record


def read_corrections(call: Call, record: Record) -> list[Corrected]:
    """Every correction of a record with the values before and after it, oldest first.

    For its department, its organisation, the credit office and auditors; raises `Refused`.
    """
    policy.require(
        call.actor,
        Action.READ_DOSSIER,
        department=record.department,
        organisation=record.organisation,
    )
    positions = [version.position for version in record.versions]
    found = acts_at(positions)
    return corrections([found[each] for each in positions if each in found])
