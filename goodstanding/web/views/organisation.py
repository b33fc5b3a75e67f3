"""The page of an organisation: the first line answers, cards say why, until when, and the way back."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goodstanding.flow.read import Dossier, OrganisationUnknown, read_dossier, read_standing
from goodstanding.flow.registered import FormerCode
from goodstanding.organisations import queries as organisations
from goodstanding.organisations.distinguishing import standing as statements
from goodstanding.organisations.models import Distinction
from goodstanding.rules.errors import Refused
from goodstanding.rules.identifiers import judge
from goodstanding.rules.policy import allowed, ever_permitted
from goodstanding.rules.rights import Action
from goodstanding.rules.standing import Standing
from goodstanding.web import cards
from goodstanding.web.beside import about
from goodstanding.web.stacking import facts_of
from goodstanding.web.visit import Visited


def organisation(request: Visited, code: str) -> HttpResponse:
    """What a visitor, or whoever is signed in, may see about a code today."""
    judged = judge(code)
    if judged.valid and judged.code != code:
        return redirect("web:organisation", judged.code)
    visit = request.visit
    if (now := organisations.codes_of(judged.code)[-1]) != judged.code:
        return redirect(f"{reverse('web:organisation', args=[now])}?was={judged.code}")
    try:
        dossier = read_dossier(visit.call, code=code)
    except Refused as refused:
        if any(not isinstance(each, OrganisationUnknown) for each in refused.refusals):
            raise
        return _unknown(request, judged.code)
    standing = read_standing(visit.call, code=dossier.organisation.code).standing
    return render(request, "web/organisation.html", _page(request, dossier, standing))


def _unknown(request: Visited, code: str) -> HttpResponse:
    """A valid code the register never met: nothing is in force, and nothing more is said."""
    nothing = Standing(
        organisation=code,
        name="",
        known=False,
        on=request.visit.today,
        records=(),
        designations=(),
        effects=(),
    )
    answer = cards.answer(nothing, on=request.visit.today, disputed=0, withdrawn=0)
    page = {"code": code, "answer": answer, "known": False, **about(request.visit, code)}
    return render(request, "web/organisation.html", page)


def _page(request: Visited, dossier: Dossier, standing: Standing) -> dict[str, Any]:
    visit, found = request.visit, dossier.organisation
    records = cards.record_cards(visit, dossier.records)
    stubs = cards.stubs(dossier)
    stubbed = {each.record for each in stubs}
    records = [each for each in records if each.entry.record not in stubbed]
    disputed = sum(each.state == "disputed" for each in records)
    withdrawn = len(stubs)
    return {
        "code": found.code,
        "known": True,
        "organisation": found,
        "class": visit.titles.class_of(found.class_id),
        "registered": dossier.registered,
        "former": dossier.registered.names[:-1],
        "was": _was(request, dossier),
        "not_same": _not_same(found.code),
        "shield": standing.shield,
        "may_shield": ever_permitted(visit.actor, Action.ENTER_SHIELD),
        "may_distinguish": ever_permitted(visit.actor, Action.STATE_DISTINCT),
        "answer": cards.answer(standing, on=visit.today, disputed=disputed, withdrawn=withdrawn),
        "position": dossier.position,
        "cases": cards.case_cards(visit, dossier, standing),
        "adverse": [each for each in records if each.entry.adverse],
        "others": [each for each in records if not each.entry.adverse],
        "stubs": stubs,
        "facts": facts_of(visit, dossier) if visit.staff else (),
        **about(visit, found.code),
        "own": allowed(visit.actor, Action.READ_DOSSIER, organisation=found.code)
        and visit.represents,
    }


def _not_same(code: str) -> list[tuple[Distinction, str]]:
    """The confirmed statements about it, with the present name of each other organisation."""
    found = list(statements(codes=[code]))
    names = organisations.named(each.other for each in found) if found else {}
    return [(each, names.get(each.other, each.other)) for each in found]


def _was(request: Visited, dossier: Dossier) -> FormerCode | None:
    """The former code that was asked for and led here."""
    asked = request.GET.get("was", "")
    return next((each for each in dossier.registered.former_codes if each.code == asked), None)
