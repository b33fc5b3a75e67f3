"""What the letters to an organisation say: made from the case, its texts and the law, nothing added."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec
from django.urls import reverse

from goodstanding.register.reading import content
from goodstanding.rules.acts.values import Deadline, MeasureLine
from goodstanding.rules.designation.lines import last_day_under
from goodstanding.rules.states import Designation, Objection, Record, Stage
from goodstanding.web.law_pages import Lawbook, Period
from goodstanding.web.subjects import Subject
from goodstanding.web.titles import in_language
from goodstanding.web.visit import Visit

RECONSIDERATION, COURT = "remedy/reconsideration", "remedy/court"


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """A document a case rests on, and what it says as far as that is kept."""

    kind: str
    authority: str
    document: str
    decided_on: date
    texts: tuple[str, ...]


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A measure: who carries it out, by which articles, until when; no day before a decision."""

    title: str
    departments: str
    basis: tuple[str, ...]
    last_day: date | None


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """Time to answer: its last day, or while no notice is served the term from the day of service.

    ``not_before``: the last day is not definite yet, and no earlier than this.
    """

    due: date | None
    not_before: date | None
    term: str


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """The head and foot every letter bears: number, day, department, addressee. No person's name."""

    number: str
    on: date | None
    department: str
    addressee: str
    code: str
    address: str


def notice(visit: Visit, subject: Subject) -> dict[str, Any]:
    """What is intended, why, by which law, for how long, and until when the organisation answers."""
    case = _case(subject)
    served = case.notice
    on = served.served_on if served else visit.today
    ground = visit.law.rulebook.grounds.get(case.ground) if visit.law else None
    texts = content([case.opened_at]).get(case.opened_at, {})
    return {
        "letter": _letter(visit, subject, number=case.case_number, on=served and on, day=on),
        "case": case,
        "advantage": case.sense == "advantage",
        "recommender": texts.get("recommender", ""),
        "list_name": texts.get("list_name", ""),
        "ground": visit.titles.ground(case.ground),
        "basis": [each.words for each in _book(visit, on).cited(ground.citations)]
        if ground
        else [],
        "facts": _facts(visit, subject, case),
        "said": texts.get("facts", ""),
        "lines": _lines(visit, case.noticed, on=on, case=None),
        "statement": _window(
            visit, served and served.statement, ground and ground.statement_window
        ),
        "hearing": _window(visit, served and served.hearing, ground and ground.hearing.request),
        "state_at": reverse("web:statement", args=[case.id]),
        "served": served is not None,
    }


def decision(visit: Visit, subject: Subject) -> dict[str, Any]:
    """What was decided and why, the answer to the statement, the measures, the way back, remedies."""
    case = _case(subject)
    on = case.decided_on or visit.today
    texts = content([case.decided_at]).get(case.decided_at, {})
    ground = visit.law.rulebook.grounds.get(case.ground) if visit.law else None
    listed = case.span is not None and case.stage is not Stage.DROPPED
    way = ground.way_back if ground else None
    return {
        "letter": _letter(visit, subject, number=case.document, on=on, day=on),
        "case": case,
        "listed": listed,
        "advantage": case.sense == "advantage",
        "ground": visit.titles.ground(case.ground),
        "basis": [each.words for each in _book(visit, on).cited(ground.citations)]
        if ground
        else [],
        "facts": _facts(visit, subject, case),
        "reasons": texts.get("reasons", ""),
        "answer": texts.get("answer", ""),
        "lines": _lines(visit, case.measures, on=on, case=case),
        "way_decided": texts.get("way_back", ""),
        "way": in_language(way.what) if way else "",
        "papers": [in_language(paper) for paper in way.papers] if way else [],
        "object_at": reverse("web:objection-new", args=[case.id]),
        **remedies(visit, on),
    }


def outcome(visit: Visit, subject: Subject) -> dict[str, Any]:
    """What became of an objection, why, and what follows."""
    found = subject.state
    assert isinstance(found, Objection)
    on = found.decided_on or visit.today
    texts = content([found.decided_at]).get(found.decided_at, {})
    target = subject.work.find(Record, found.target) or subject.work.find(Designation, found.target)
    return {
        "letter": _letter(visit, subject, number=found.id, on=on, day=on),
        "objection": found,
        "record": target if isinstance(target, Record) else None,
        "against": target.document if target else found.target,
        "ground": visit.titles.ground(target.ground) if isinstance(target, Designation) else "",
        "reasons": texts.get("reasons", ""),
        **remedies(visit, on),
    }


def _case(subject: Subject) -> Designation:
    assert isinstance(subject.state, Designation)
    return subject.state


def _letter(visit: Visit, subject: Subject, *, number: str, on: date | None, day: date) -> Letter:
    department = visit.titles.department(subject.department)
    known = visit.law.rulebook.departments.get(subject.department) if visit.law else None
    body = known.body_on(day) if known else None
    return Letter(
        number=number or subject.id,
        on=on,
        department=in_language(body.title) if body else department,
        addressee=subject.name,
        code=subject.organisation,
        address=subject.url,
    )


def _book(visit: Visit, on: date) -> Lawbook:
    assert visit.law is not None
    return Lawbook(visit.law.rulebook, on)


def _facts(visit: Visit, subject: Subject, case: Designation) -> list[Fact]:
    records = subject.work.records(case.records)
    told = content(each.version.position for each in records)
    return [
        Fact(
            kind=visit.titles.kind(each.record_kind),
            authority=each.authority,
            document=each.document,
            decided_on=each.decided_on,
            texts=_said(told.get(each.version.position, {})),
        )
        for each in records
    ]


def _said(texts: dict[str, str]) -> tuple[str, ...]:
    return tuple(texts[name] for name in ("conduct", "facts", "penalty", "duty") if texts.get(name))


def _lines(
    visit: Visit, lines: Iterable[MeasureLine], *, on: date, case: Designation | None
) -> list[Line]:
    span = case.span if case else None
    return [
        Line(
            title=visit.titles.measure(each.measure),
            departments=visit.titles.departments(each.departments),
            basis=tuple(visit.titles.basis(basis, on=on) for basis in each.basis),
            last_day=last_day_under(each, first_day=span.first_day, last_day=span.last_day)
            if span
            else None,
        )
        for each in lines
    ]


def _window(visit: Visit, stored: Deadline | None, rule: str | None) -> Window | None:
    if stored is not None:
        found = visit.law.settled(stored) if visit.law else stored
        return Window(due=found.due, not_before=found.not_before, term="")
    told = _book(visit, visit.today).period(rule) if rule and visit.law else None
    return Window(due=None, not_before=None, term=told.words) if told else None


def remedies(visit: Visit, on: date) -> dict[str, Period | None]:
    """The terms of the two remedies on the day of the decision; none where no rulebook says."""
    book = _book(visit, on) if visit.law else None
    return {
        "reconsideration": book.period(RECONSIDERATION) if book else None,
        "court": book.period(COURT) if book else None,
    }
