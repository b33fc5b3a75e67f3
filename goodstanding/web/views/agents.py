"""An organisation empowers an agent for days, and ends the power at once."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from goodstanding.departments import agents
from goodstanding.flow import policy
from goodstanding.organisations.queries import named
from goodstanding.rules.actors import Power
from goodstanding.rules.errors import Refused
from goodstanding.rules.rights import Action
from goodstanding.web.dates import full
from goodstanding.web.fields import Day, PageForm, Pick, Text
from goodstanding.web.visit import Visited
from goodstanding.web.wording import POWERS

#: Nobody objects to what they may not read.
GIVEN = {"reading": (Power.READING,), "remedies": (Power.READING, Power.REMEDIES)}


class AgentForm(PageForm):
    """Who, what they may do, from when, until when."""

    login = Text(
        label=_("Name your agent signs in with"),
        max_length=100,
        help_text=_("The account is there already: your agent tells you its name"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    power = Pick(label=_("What the agent may do"), choices=list(POWERS.items()))
    first = Day(
        label=_("First day"), required=False, help_text=_("Left empty: today. Like 2026-06-20")
    )
    last = Day(label=_("Last day"), help_text=_("At most a year. For example 2026-06-20"))
    places = {
        "AgentUnknown": "login",
        "GrantOverlaps": "first",
        "ServesAndRepresents": "login",
        "AgentInThePast": "first",
        "AgentTooLong": "last",
        "WrongDays": "last",
    }


def add(request: Visited, code: str) -> HttpResponse:
    """The form, or the agent added."""
    policy.require(request.visit.actor, Action.ARRANGE_AGENTS, organisation=code)
    form = AgentForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            _add(request, code, **form.cleaned_data)
        except Refused as refused:
            form.place(refused)
        else:
            return redirect(f"{request.path.removesuffix('/agents')}#who")
    if form.errors:
        form.forget_identity_numbers()
    name = named([code]).get(code, code)
    status = form.status if form.errors else 200
    return render(
        request, "web/own_agent.html", {"form": form, "code": code, "name": name}, status=status
    )


def _add(request: Visited, code: str, *, login: str, power: str, first: Any, last: Any) -> None:
    visit = request.visit
    added = agents.add_agent(
        code,
        login,
        GIVEN[power],
        first=first or visit.today,
        last=last,
        by=visit.actor.id,
        at=visit.call.at,
        today=visit.today,
    )
    told = gettext("{name} acts for you until {day}. You can end that at any time.")
    name = added.display_name or added.login
    messages.success(request, told.format(name=name, day=full(last)))


@require_POST
def end(request: Visited, code: str, id: str) -> HttpResponse:
    """The agent acts for the organisation no longer, from now on."""
    visit = request.visit
    policy.require(visit.actor, Action.ARRANGE_AGENTS, organisation=code)
    agents.end_agent(code, id, by=visit.actor.id, at=visit.call.at, today=visit.today)
    messages.success(request, gettext("Ended. From now on this agent does not act for you."))
    return redirect(f"{request.path.split('/agents')[0]}#who")
