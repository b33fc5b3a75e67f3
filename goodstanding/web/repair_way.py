"""The way of a repair: what was done, whom it is with and until when, what comes of it."""

from collections.abc import Mapping

from django.utils.translation import gettext

from goodstanding.register.reading import content
from goodstanding.register.searching import Acts
from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.repair.state import GRANTED, Repair
from goodstanding.rules.service.waiting import REPAIR_OUTCOME, REVOCATION, REVOCATION_NOTICE
from goodstanding.web.clocks import Clock, clock
from goodstanding.web.service_way import service_points
from goodstanding.web.visit import Visit
from goodstanding.web.way_points import Point, done
from goodstanding.web.wording import REPAIR_GROUNDS, REPAIR_OUTCOMES, REVOCATION_GROUNDS

#: More steps than a repair can have.
MOST = 20
Texts = Mapping[str, Mapping[str, str]]


def texts_of(repair: Repair) -> Texts:
    """What was said at each step, by the kind of its act; two queries."""
    found = Acts(subject=repair.id)[0:MOST]
    kinds = {each.position: each.kind.partition("/")[0] for each in found}
    return {kinds[position]: said for position, said in content(kinds).items()}


def repair_points(visit: Visit, repair: Repair, organisation: str, texts: Texts) -> list[Point]:
    """Every point of a repair in order. ``organisation``: its name, who holds it at times."""
    if repair.elsewhere:
        return [*_elsewhere(repair, texts), *_revocation(visit, repair, organisation, texts)]
    return [
        done(repair.filed_on, gettext("Applied for"), _said(texts, "repair-applied", "text")),
        *_papers(repair, organisation, texts),
        *_answered(visit, repair),
        *_decided(visit, repair, texts),
        *service_points(visit, repair, letters=(REPAIR_OUTCOME, REVOCATION_NOTICE)),
        *_revocation(visit, repair, organisation, texts),
        *service_points(visit, repair, letters=(REVOCATION,)),
    ]


def due_of(visit: Visit, repair: Repair) -> Clock | None:
    """The clock that runs now: to answer the application, or to decide on it."""
    if repair.outcome or repair.stage == "papers-asked":
        return None
    due = repair.decision or repair.acceptance
    return _clock(visit, due) if due else None


def holder_of(visit: Visit, repair: Repair, organisation: str) -> str:
    """Whom it is with: the department, the organisation while papers are missing, or who decided."""
    if repair.elsewhere:
        return repair.elsewhere.authority
    waits = repair.stage == "papers-asked"
    return organisation if waits else visit.titles.department(repair.department)


def _elsewhere(repair: Repair, texts: Texts) -> list[Point]:
    assert repair.elsewhere
    by = (repair.elsewhere.authority, repair.elsewhere.document)
    said = "\n".join(filter(None, (*by, _said(texts, "repair-received", "reasons"))))
    decided = done(repair.decided_on, str(REPAIR_OUTCOMES[repair.outcome]), said)
    return [decided, done(repair.filed_on, gettext("Result received and taken"))]


def _papers(repair: Repair, organisation: str, texts: Texts) -> list[Point]:
    if repair.papers_asked_on is None:
        return []
    missing = _said(texts, "repair-papers-asked", "missing")
    asked = done(repair.papers_asked_on, gettext("Missing papers named, once and all"), missing)
    if repair.papers_supplied_on:
        said = _said(texts, "repair-papers-supplied", "text")
        return [asked, done(repair.papers_supplied_on, gettext("Missing papers brought"), said)]
    if repair.outcome or repair.accepted_on:
        return [asked]
    return [asked, _now(gettext("Bring what is missing"), organisation)]


def _answered(visit: Visit, repair: Repair) -> list[Point]:
    if repair.accepted_on:
        return [done(repair.accepted_on, gettext("Taken up"))]
    if repair.outcome:
        return []
    title = gettext("Answer to the application")
    if repair.stage == "papers-asked":
        return [Point(at="next", when="", title=title)]
    due = _clock(visit, repair.acceptance) if repair.acceptance else None
    return [_now(title, visit.titles.department(repair.department), due)]


def _decided(visit: Visit, repair: Repair, texts: Texts) -> list[Point]:
    if repair.decided_on:
        ground = str(REPAIR_GROUNDS.get(repair.ground, ""))
        reasons = _said(texts, "repair-decided", "reasons")
        said = "\n".join(filter(None, (ground, reasons)))
        return [done(repair.decided_on, str(REPAIR_OUTCOMES[repair.outcome]), said)]
    title = gettext("Decision on the repair")
    after = Point(at="next", when="", title=gettext("What comes of it"), text=_comes_of_it())
    if repair.decision is None:
        return [Point(at="next", when="", title=title), after]
    longer = [
        done(
            repair.extended_on, gettext("Extended once"), _said(texts, "repair-extended", "reasons")
        )
        for _ in range(1)
        if repair.extended_on
    ]
    department = visit.titles.department(repair.department)
    return [*longer, _now(title, department, _clock(visit, repair.decision)), after]


def _comes_of_it() -> str:
    return gettext(
        "If it is granted, publication, sharing and measures end at once and whoever received it is"
        " told. If not, you read the ground and the reasons, and may turn to the remedies."
    )


def _revocation(visit: Visit, repair: Repair, organisation: str, texts: Texts) -> list[Point]:
    told = repair.revocation
    if told is None or repair.outcome != GRANTED:
        return []
    ground = str(REVOCATION_GROUNDS.get(told.ground, told.ground))
    facts = _said(texts, "repair-revocation-notified", "facts")
    points = [done(told.served_on, gettext("Notice of a revocation"), f"{ground}\n{facts}")]
    if told.answered_on:
        answer = _said(texts, "repair-revocation-answered", "text")
        title = gettext("Statement waived in writing") if told.waived else gettext("Answered")
        points.append(done(told.answered_on, title, answer))
    elif repair.revoked_on is None:
        title = gettext("The organisation may state its case")
        points.append(_now(title, organisation, _clock(visit, told.statement)))
    if repair.revoked_on:
        reasons = _said(texts, "repair-revoked", "reasons")
        points.append(done(repair.revoked_on, gettext("Repair revoked"), reasons))
    return points


def _now(title: str, holder: str, due: Clock | None = None) -> Point:
    return Point(at="now", when="", title=title, clock=due, holder=holder)


def _clock(visit: Visit, deadline: Deadline) -> Clock:
    settled = visit.law.settled(deadline) if visit.law else deadline
    return clock(
        due_on=settled.due,
        not_before=settled.not_before,
        today=visit.today,
        calendar=visit.calendar,
    )


def _said(texts: Texts, kind: str, name: str) -> str:
    return texts.get(kind, {}).get(name, "")
