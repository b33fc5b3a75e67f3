"""Contents that are missing: which destruction took them?"""

from collections.abc import Iterable, Mapping

from goodstanding.removals.queries import removed
from goodstanding.rules.acts.envelope import Content
from goodstanding.rules.removal.gone import Gone


def gone_at(positions: Iterable[int], told: Mapping[int, Content]) -> dict[int, Gone]:
    """What took the contents that are not among those ``told``, by position of their act.

    Asks nothing of the database while all are there.
    """
    found = removed(positions=[each for each in positions if each not in told])
    return {
        position: Gone(on=row.removed_on, basis=row.basis, cited=row.cited, document=row.document)
        for position, row in found.items()
    }
