"""The way to letters: what there is for a case, an objection, an organisation, and what is missing."""

from datetime import date

import msgspec
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodstanding.flow.read import Dossier
from goodstanding.register.reading import stored
from goodstanding.rules.errors import Refusal
from goodstanding.rules.letters import due
from goodstanding.rules.states import Designation, Objection
from goodstanding.web.said import said
from goodstanding.web.subjects import Subject
from goodstanding.web.views.letters import notice_obstacles
from goodstanding.web.visit import Visit

NOTICE = _("Notice of a proposed designation")
DECIDED = _("Decision on the case")
OUTCOME = _("Outcome of an objection")


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A letter: its name, day and addresses, or what is missing for it.

    ``url``: as a page, empty where it is a file only; ``pdf``: as a file, without its language.
    """

    title: Promise
    on: date | None
    url: str
    pdf: str
    missing: str = ""


def of_case(visit: Visit, subject: Subject) -> list[Link]:
    """The two letters of a case; each not due yet with what is missing."""
    case = subject.state
    assert isinstance(case, Designation)
    return [
        _notice(visit, case, notice_obstacles(visit, subject)),
        _decision(visit, case, due.decision_refusals(case)),
    ]


def of_objection(visit: Visit, objection: Objection) -> Link:
    """The letter of an objection, or what is missing."""
    return Link(
        title=OUTCOME,
        on=objection.decided_on,
        url=reverse("web:letter-outcome", args=[objection.id]),
        pdf=_file(objection.id, "outcome"),
        missing=_said(visit, due.outcome_refusals(objection)),
    )


def of_organisation(visit: Visit, dossier: Dossier) -> list[Link]:
    """Every letter the organisation was sent, latest first; one query however many."""
    ids = [each.row.id for each in dossier.cases] + [each.id for each in dossier.objections]
    found = []
    for state in stored(ids).values() if ids else ():
        match state:
            case Designation():
                found.append(_notice(visit, state, due.notice_refusals(state, serving=False)))
                found.append(_decision(visit, state, due.decision_refusals(state)))
            case Objection():
                found.append(of_objection(visit, state))
    sent = [each for each in found if not each.missing]
    return sorted(sent, key=lambda each: each.on or date.min, reverse=True)


def _notice(visit: Visit, case: Designation, missing: list[Refusal]) -> Link:
    return Link(
        title=NOTICE,
        on=case.notice.served_on if case.notice else None,
        url=reverse("web:letter-notice", args=[case.id]),
        pdf=_file(case.id, "notice"),
        missing=_said(visit, missing),
    )


def _decision(visit: Visit, case: Designation, missing: list[Refusal]) -> Link:
    return Link(
        title=DECIDED,
        on=case.decided_on,
        url=reverse("web:letter-decision", args=[case.id]),
        pdf=_file(case.id, "decision"),
        missing=_said(visit, missing),
    )


def _file(id: str, letter: str) -> str:
    return reverse("web:letter-file", args=[id, letter])


def _said(visit: Visit, missing: list[Refusal]) -> str:
    return " ".join(said(each, visit.titles) for each in missing)
