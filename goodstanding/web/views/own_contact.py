"""Where an organisation is told things, and what it was told."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from goodstanding.flow.contacts import set_contact
from goodstanding.flow.messages import read_messages
from goodstanding.jobs import sms
from goodstanding.organisations.queries import named
from goodstanding.outbox import queries as outbox
from goodstanding.rules.errors import Refused
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.rules.telling.kinds import Sort
from goodstanding.web.contact_forms import ContactForm
from goodstanding.web.message_lists import lines
from goodstanding.web.paging import page_of
from goodstanding.web.visit import Visited


def contact(request: Visited, code: str) -> HttpResponse:
    """The address and the choices, for who acts without limit; what was told, for who may read."""
    visit = request.visit
    found = read_messages(visit.call, addressee=code)
    may = allowed(visit.actor, Action.ARRANGE_CONTACT, organisation=code)
    form = ContactForm(
        request.POST if request.method == "POST" else None,
        sort=Sort.ORGANISATION,
        address=outbox.address(addressee=code),
        sms=sms.served(),
    )
    if form.is_bound and form.is_valid():
        try:
            set_contact(visit.call, addressee=code, **form.chosen)
        except Refused as refused:
            form.place(refused, visit.titles)
        else:
            messages.success(request, gettext("Kept. From now on messages go there."))
            return redirect("web:own-contact", code)
    if form.errors:
        form.forget_identity_numbers()
    page = page_of(request, found)
    context = {
        "form": form,
        "may": may,
        "code": code,
        "name": named([code]).get(code, code),
        "page": page,
        "rows": lines(visit, page.rows),
    }
    status = form.status if form.errors else 200
    return render(request, "web/own_contact.html", context, status=status)
