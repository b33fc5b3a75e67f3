"""What consent opens, as a page shows it: the same before it is given and when it is pulled."""

from collections.abc import Iterable
from typing import Any

from goodstanding.flow.opened import ClassTold, DesignationTold, RecordTold, Told
from goodstanding.rules.consent.contents import OpenPromise
from goodstanding.rules.consent.state import status
from goodstanding.web.titles import Titles
from goodstanding.web.visit import Visit
from goodstanding.web.wording import TEXTS


def opened(visit: Visit, told: Told) -> dict[str, Any]:
    """Everything told, in the reader's language."""
    return {
        "told": told,
        "procedure": visit.titles.procedure(told.procedure),
        "classes": [_class(visit.titles, told, each) for each in told.classes],
    }


def class_titles(titles: Titles, ids: Iterable[str]) -> list[str]:
    """The titles of some classes of data."""
    return [title for _, title in titles.choices("data_classes", ids)]


def consent_line(visit: Visit, row: Any, *, name: str, pulls: int) -> dict[str, Any]:
    """One consent as a line of a list; ``name`` is of the other side."""
    titles = visit.titles
    return {
        "consent": row,
        "name": name,
        "state": str(status(row, on=visit.today)),
        "purpose": titles.choices("consent_purposes", [row.purpose])[0][1],
        "classes": class_titles(titles, row.classes),
        "pulls": pulls,
        "days_left": (row.last_day - visit.today).days + 1,
    }


def _class(titles: Titles, told: Told, found: ClassTold) -> dict[str, Any]:
    return {
        "title": class_titles(titles, [found.id])[0],
        "records": [_record(titles, each) for each in found.records],
        "cases": [_case(titles, told, each) for each in found.designations],
        "promises": [_promise(titles, each) for each in found.promises],
        "registered": found.registration,
    }


def _promise(titles: Titles, found: OpenPromise) -> dict[str, Any]:
    return {
        "promise": found,
        "title": titles.commitment(found.template),
        "department": titles.department(found.department),
        "state": f"promise-{found.state}",
    }


def _record(titles: Titles, found: RecordTold) -> dict[str, Any]:
    return {
        "record": found,
        "kind": titles.kind(found.record_kind),
        "texts": [(str(TEXTS[each]), found.texts[each]) for each in TEXTS if found.texts.get(each)],
    }


def _case(titles: Titles, told: Told, found: DesignationTold) -> dict[str, Any]:
    advantage = found.sense == "advantage" and found.state == "in-force"
    return {
        "case": found,
        "state": "in-force-advantage" if advantage else found.state,
        "ground": titles.ground(found.ground),
        "authority": titles.department(found.authority or found.department),
        "basis": [titles.basis(each, on=told.on) for each in found.basis],
    }
