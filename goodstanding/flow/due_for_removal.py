"""Which records have contents that are kept longer than the rulebook asks?"""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from goodstanding.catalogue.queries import law as law_on
from goodstanding.publication.models import Entry
from goodstanding.publication.queries import ended_before
from goodstanding.removals.queries import undropped
from goodstanding.rules.periods import corresponding_day
from goodstanding.rules.removal.ended import retention


def due_for_removal(*, on: date, department: str | None = None) -> QuerySet[Entry]:
    """The records that ended so long ago, oldest first, whose destruction nobody proposed yet.

    Of a department, or of all; by the months that hold today. None where the rulebook names none.
    What still needs the contents is asked when their destruction is proposed.
    """
    months = retention(law_on(on=on, known_at=None), on=on)
    if months is None:
        return Entry.objects.none()
    found = ended_before(day=corresponding_day(on, -months), department=department)
    return found.exclude(Exists(undropped().filter(target=OuterRef("record"))))
