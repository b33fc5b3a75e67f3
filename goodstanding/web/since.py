"""What happened to a matter since somebody opened its form: said when the form is refused."""

from datetime import datetime

import msgspec

from goodstanding.register.searching import Acts
from goodstanding.web.act_words import act_word
from goodstanding.web.subjects import Subject
from goodstanding.web.visit import Visit

#: The latest of them say enough.
MOST = 10


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """One step of somebody else: when it was recorded, what it was, which department."""

    recorded_at: datetime
    word: str
    department: str


def acts_since(visit: Visit, subject: Subject, position: int) -> list[Happened]:
    """The acts about the subject after a position; a department, never a person's name."""
    return [
        Happened(
            recorded_at=each.recorded_at,
            word=act_word(each.kind),
            department=visit.titles.department(each.department) if each.department else "",
        )
        for each in Acts(subject=subject.id)[0:MOST]
        if each.position > position
    ]
