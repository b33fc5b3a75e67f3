"""What restricts an organisation, by the fact behind it, as one reader may see it."""

from msgspec.structs import replace

from goodstanding.catalogue.queries import law as law_on
from goodstanding.flow.read import Dossier
from goodstanding.organisations.queries import codes_of
from goodstanding.register.reading import working_states
from goodstanding.rules.errors import Refused
from goodstanding.rules.stacking import Fact, facts
from goodstanding.rules.working_set import WorkingSet


def stacked(dossier: Dossier) -> tuple[Fact, ...]:
    """The facts that restrict the organisation today; of a record that is not in the dossier only
    the department, as the restriction itself is public and what stands behind it is not."""
    try:
        rulebook = law_on(on=dossier.on).rulebook
    except Refused:
        return ()
    codes = codes_of(dossier.organisation.code)
    work = WorkingSet({id: each for code in codes for id, each in working_states(code).items()})
    seen = {shown.row.record for shown in dossier.records}
    return tuple(
        each if seen.intersection(each.records) else _hidden(each)
        for each in facts(work, on=dossier.on, rulebook=rulebook)
    )


def _hidden(fact: Fact) -> Fact:
    return replace(fact, document="", authority="", records=())
