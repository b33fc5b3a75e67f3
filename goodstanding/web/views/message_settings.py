"""Where a department is told things: its address and choices, and the endpoints of its programs."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from goodstanding.departments.models import ApiClient
from goodstanding.flow import hooks, policy
from goodstanding.flow.contacts import set_contact
from goodstanding.jobs import sms
from goodstanding.jobs.webhook import reach
from goodstanding.outbox import queries as outbox
from goodstanding.outbox.models import Endpoint
from goodstanding.rules.errors import Refused
from goodstanding.rules.rights import Action
from goodstanding.rules.telling.kinds import sort_of
from goodstanding.web.contact_forms import ContactForm, EndpointForm
from goodstanding.web.message_lists import addressees
from goodstanding.web.message_words import KINDS
from goodstanding.web.visit import Visit, Visited


def contact(request: Visited) -> HttpResponse:
    """The department's address and what it wants to be told by mail."""
    visit = request.visit
    own = visit.actor.recipient
    policy.require(
        visit.actor, Action.ARRANGE_CONTACT, department=visit.actor.department, recipient=own
    )
    form = ContactForm(
        request.POST if request.method == "POST" else None,
        sort=sort_of(own),
        address=outbox.address(addressee=own),
        sms=sms.served(),
    )
    if form.is_bound and form.is_valid():
        try:
            set_contact(visit.call, addressee=own, **form.chosen)
        except Refused as refused:
            form.place(refused, visit.titles)
        else:
            messages.success(request, gettext("Kept. From now on messages go there."))
            return redirect("web:messages")
    if form.errors:
        form.forget_identity_numbers()
    page = {"form": form, "serves": addressees(visit, {own})[own]}
    status = form.status if form.errors else 200
    return render(request, "web/message_settings.html", page, status=status)


def endpoints_page(request: Visited) -> HttpResponse:
    """The endpoints the visitor may arrange, and how sending to them goes."""
    visit = request.visit
    found = hooks.read_endpoints(visit.call)
    page = {"rows": _rows(visit, found), "clients": hooks.clients(visit.call)}
    return render(request, "web/endpoints.html", page)


def add(request: Visited) -> HttpResponse:
    """The form, or the endpoint entered, with its secret: shown this once."""
    visit = request.visit
    _require(visit)
    clients = hooks.clients(visit.call)
    form = EndpointForm(request.POST if request.method == "POST" else None, clients=clients)
    if form.is_bound and form.is_valid():
        try:
            endpoint, secret = hooks.add_endpoint(visit.call, **form.cleaned_data, reach=reach())
        except Refused as refused:
            form.place(refused, visit.titles)
        else:
            return _shown(request, endpoint, secret, new=True)
    if form.errors:
        form.forget_identity_numbers()
    status = form.status if form.errors else 200
    page = {"form": form, "clients": clients}
    return render(request, "web/endpoint_new.html", page, status=status)


@require_POST
def renew(request: Visited, id: str) -> HttpResponse:
    """A new secret, shown this once; the old one signs as well for a day."""
    secret = hooks.renew_secret(request.visit.call, endpoint=id)
    endpoint = outbox.endpoint(id=id)
    assert endpoint is not None
    return _shown(request, endpoint, secret, new=False)


@require_POST
def try_out(request: Visited, id: str) -> HttpResponse:
    """A test message goes out with the next run."""
    return _done(
        request,
        lambda: hooks.try_out(request.visit.call, endpoint=id),
        gettext("A test message goes out with the next run, within a minute."),
    )


@require_POST
def on(request: Visited, id: str) -> HttpResponse:
    """The endpoint is told again what comes from now on."""
    return _done(
        request,
        lambda: hooks.switch(request.visit.call, endpoint=id, on=True),
        gettext("Switched on. It is told what comes from now on."),
    )


@require_POST
def off(request: Visited, id: str) -> HttpResponse:
    """The endpoint is told nothing for the time being."""
    return _done(
        request,
        lambda: hooks.switch(request.visit.call, endpoint=id, on=False),
        gettext("Switched off. What comes meanwhile is not sent later."),
    )


@require_POST
def remove(request: Visited, id: str) -> HttpResponse:
    """The endpoint is gone; what was sent to it stays listed."""
    return _done(
        request,
        lambda: hooks.remove(request.visit.call, endpoint=id),
        gettext("Removed. What was sent to it stays listed."),
    )


def _done(request: Visited, step: Callable[[], object], said: str) -> HttpResponse:
    step()
    messages.success(request, said)
    return redirect("web:endpoints")


def _shown(request: Visited, endpoint: Endpoint, secret: str, *, new: bool) -> HttpResponse:
    page = {"endpoint": endpoint, "secret": secret, "new": new}
    return render(request, "web/endpoint_secret.html", page)


def _require(visit: Visit) -> None:
    actor = visit.actor
    policy.require(
        actor, Action.ARRANGE_ENDPOINTS, department=actor.department, recipient=actor.recipient
    )


def _rows(visit: Visit, found: list[Endpoint]) -> list[dict[str, object]]:
    names = addressees(visit, {each.addressee for each in found})
    clients = ApiClient.objects.in_bulk({each.client for each in found})
    return [
        {
            "endpoint": each,
            "to": names[each.addressee],
            "client": clients[each.client].name if each.client in clients else each.client,
            "kinds": [KINDS[kind] for kind in each.kinds if kind in KINDS],
        }
        for each in found
    ]
