"""What is said in place of contents that were destroyed: on which day, under what."""

from collections.abc import Iterable
from datetime import date

import msgspec

from goodstanding.rules.removal.state import Removal


class Gone(msgspec.Struct, frozen=True, kw_only=True):
    """Contents removed on a day under a basis; ``document``: of a court's order, empty otherwise."""

    on: date
    basis: str
    cited: str
    document: str


def gone_of(removals: Iterable[Removal], target: str) -> Gone | None:
    """The last removal of the contents of a record or a designation, if there was one."""
    done = [(each.removed_on, each) for each in removals if each.target == target]
    found = [(on, each) for on, each in done if on is not None]
    if not found:
        return None
    on, last = max(found, key=lambda pair: pair[1].removed_at)
    return Gone(on=on, basis=last.basis, cited=last.cited, document=last.document)
