"""Repairs: the list of a department, and one with its progress: who holds it, until when."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.flow import policy
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Record, Repair
from goodstanding.web import letters, subjects
from goodstanding.web.downloads import MOST_ROWS, sheet
from goodstanding.web.letter_links import of_matter
from goodstanding.web.paging import page_of
from goodstanding.web.repair_lists import COLUMNS, RepairFilter, cells, fitting, lines, state_of
from goodstanding.web.repair_steps import REPAIR_STEPS, REVOCATION_STEPS
from goodstanding.web.repair_way import holder_of, repair_points, texts_of
from goodstanding.web.service_pages import REPAIR_SERVICE, to_be_served
from goodstanding.web.subjects import Subject
from goodstanding.web.titles import in_language
from goodstanding.web.views.steps import offered
from goodstanding.web.visit import Visit, Visited
from goodstanding.web.wording import REPAIR_AGAINST


def repairs(request: Visited) -> HttpResponse:
    """The repairs the visitor's department decides and that fit; oversight sees all."""
    chosen = _chosen(request)
    page = page_of(request, fitting(request.visit, chosen))
    context = {"chosen": chosen, "page": page, "rows": lines(request.visit, page.rows)}
    return render(request, "web/repairs.html", context)


def repairs_file(request: Visited, suffix: str) -> HttpResponse:
    """The same repairs as a file: all of them, whatever page was shown."""
    visit, chosen = request.visit, _chosen(request)
    found = lines(visit, fitting(visit, chosen)[:MOST_ROWS])
    return sheet(map(cells, found), COLUMNS, name="repairs", suffix=suffix)


def _chosen(request: Visited) -> RepairFilter:
    actor = request.visit.actor
    policy.require(actor, Action.READ_CASE, department=actor.department)
    return RepairFilter.asked(request)


def repair(request: Visited, id: str) -> HttpResponse:
    """For the organisation that asks, the department that decides, and oversight."""
    visit = request.visit
    subject = subjects.repair(visit, id)
    found = subject.state
    assert isinstance(found, Repair)
    pages = [
        *(() if found.elsewhere else REPAIR_STEPS),
        *(REVOCATION_STEPS if found.outcome == "granted" else ()),
        *(REPAIR_SERVICE if to_be_served(found) else ()),
    ]
    steps = [offered(visit, subject, page) for page in pages]
    texts = texts_of(found)
    against = found.elsewhere.against if found.elsewhere else ()
    context = {
        "subject": subject,
        "repair": found,
        "state": state_of(found.stage),
        "target": _target(visit, subject, found),
        "points": repair_points(visit, found, subject.name, texts),
        "holder": holder_of(visit, found, subject.name),
        "reasons": texts.get("repair-decided", {}).get("reasons", ""),
        "papers": _papers(visit, found),
        "letters": of_matter(visit, found),
        "against": [REPAIR_AGAINST[each] for each in against if each in REPAIR_AGAINST],
        "open_steps": [each for each in steps if not each.reasons],
        "closed_steps": [each for each in steps if each.reasons] if visit.staff else [],
        **letters.remedies(visit, found.decided_on or visit.today),
    }
    return render(request, "web/repair.html", context)


def _target(visit: Visit, subject: Subject, repair: Repair) -> str:
    """The record's or the designation's name, as its page has it."""
    target = subject.work.states.get(repair.target)
    if isinstance(target, Record):
        return f"{visit.titles.kind(target.record_kind)} {target.document}"
    return visit.titles.ground(getattr(target, "ground", repair.target))


def _papers(visit: Visit, repair: Repair) -> dict[str, Any]:
    """The rule it is asked under, and the papers that rule names."""
    rule = visit.law.rulebook.repairs.get(repair.rule) if visit.law else None
    papers = [in_language(each) for each in rule.papers] if rule else []
    return {"title": in_language(rule.title) if rule else repair.rule, "names": papers}
