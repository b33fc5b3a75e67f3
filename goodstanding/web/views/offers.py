"""Lists that associations, banks and agencies offer: which were received, and the entries of one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from goodstanding.aside import queries
from goodstanding.aside.models import Offer
from goodstanding.flow import beside as flow
from goodstanding.flow import policy
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.exemplar.adopting import recommends
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.web.advantage_forms import earned
from goodstanding.web.beside import TakingBackForm, lists_shown, offers_shown
from goodstanding.web.paging import page_of
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.visit import Visit, Visited


def offers(request: Visited) -> HttpResponse:
    """The lists that last."""
    visit = request.visit
    policy.require(visit.actor, Action.READ_OFFERED_LISTS)
    page = page_of(request, queries.lists(on=visit.today))
    context = {"page": page, "lists": lists_shown(visit, page.rows)}
    return render(request, "web/offers.html", context)


def offer(request: Visited, id: str) -> HttpResponse:
    """The entries of one."""
    return _page(request, id, TakingBackForm())


@require_POST
def withdraw(request: Visited, id: str) -> HttpResponse:
    """Who offered it takes it back, through the credit office."""
    form = TakingBackForm(request.POST)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            flow.take_back_list(request.visit.call, list=id, reason=reason)
        except Refused as refused:
            form.place(refused, request.visit.titles)
        else:
            messages.success(
                request, gettext("The list is taken back; nobody is shown it any more.")
            )
            return redirect("web:offers")
    return _page(request, id, form)


def _page(request: Visited, id: str, form: TakingBackForm) -> HttpResponse:
    visit = request.visit
    policy.require(visit.actor, Action.READ_OFFERED_LISTS)
    found = queries.offers_of(list=id, actor=visit.actor, on=visit.today)
    if not found:
        refuse(PageUnknown())
    if form.is_bound:
        form.forget_identity_numbers()
    page = page_of(request, found)
    context = {
        "id": id,
        "page": page,
        "entries": offers_shown(visit, page.rows),
        "list": offers_shown(visit, found[:1])[0],
        "form": form,
        "may": allowed(visit.actor, Action.WITHDRAW_LISTS),
        "may_adopt": _may_adopt(visit, found[0]),
    }
    return render(request, "web/offer.html", context, status=form.status if form.errors else 200)


def _may_adopt(visit: Visit, entry: Offer) -> bool:
    """Whether the visitor's department may propose a recognition that an association recommends."""
    mine = allowed(visit.actor, Action.PROPOSE, department=visit.actor.department)
    return mine and recommends(entry.supplier_code) and bool(earned(visit))
