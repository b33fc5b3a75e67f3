"""What acts mean for the return of a month."""

from msgspec.structs import replace

from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.acts.system import ReturnFiled
from goodstanding.rules.evolving.meaning import Meaning
from goodstanding.rules.states import Filing, Return


def _filed(state: Return | None, effect: ReturnFiled, header: Header) -> Return:
    """The last confirmation holds; those before it stay, because the first one kept the term."""
    filing = Filing(
        count=effect.count,
        digest=effect.digest,
        up_to=effect.up_to,
        on=header.effective_on,
        by=header.by,
        position=header.position,
    )
    if state is not None:
        return replace(state, filings=(*state.filings, filing))
    return Return(
        id=header.aggregate,
        department=effect.department,
        month=effect.month,
        filings=(filing,),
    )


MEANING: Meaning = {ReturnFiled: _filed}
