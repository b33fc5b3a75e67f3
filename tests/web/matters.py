"""What the city of the pages holds of evidence, and of contents that are to be destroyed."""

from typing import Any

from goodstanding.flow import destroy, hand_in
from goodstanding.register.reading import stream_of
from tests.files.evidence import picture
from tests.web.inspections import drawn_plan

__all__ = ["drawn_plan", "handed_in", "to_destroy"]


def handed_in(city: Any) -> None:
    """The organisation handed one picture in with its objection; another waits."""
    matter = city.objections["stayed"]
    for number, label in enumerate(("营业执照副本", "处罚决定书首页"), start=1):
        call = city.call("stayed", days=0)
        hand_in.send_evidence(call, matter=matter, label=label, data=picture(number))
        if number == 1:
            hand_in.hand_in_evidence(call, matter=matter)


def to_destroy(city: Any) -> str:
    """The contents of a record long over are proposed for destruction; another is due for it."""
    record = city.records["expired"]
    organisation = str(stream_of(record))
    city.records["due"] = city.penalty(organisation, days=38, decided=2900)
    why = {"basis": "retention-over", "reasons": "保存期限届满，没有争议。"}
    officer = city.call("human-resources/officer", days=0)
    return destroy.propose_removal(officer, target=record, **why)
