"""Pages as their people open them, beside a bare view on the same server."""

from itertools import cycle
from typing import Any

from django.conf import settings
from django.test import Client

from benchmarks import serving
from goodstanding.cli.demo import making
from goodstanding.database.scratch import Scratch
from goodstanding.departments.models import Account
from goodstanding.designations.models import Case
from goodstanding.organisations.models import Organisation

OFFICER = "human-resources/officer"


def run(database: Scratch) -> dict[str, Any]:
    """Requests a second and milliseconds of each page, and each as a ratio to a bare view."""
    asked = _pages()
    with serving.served(database):
        bare = serving.measured(cycle([serving.request("GET", "/floor/bare")]))
        found = {name: serving.measured(cycle(requests)) for name, requests in asked.items()}
    return {
        "bare": bare._asdict(),
        "loads": {name: load._asdict() for name, load in found.items()},
        "times_a_bare_view": {
            name: bare.per_second / load.per_second for name, load in found.items()
        },
    }


def _pages() -> dict[str, list[bytes]]:
    codes = list(Organisation.objects.values_list("code", flat=True)[:300])
    cases = Case.objects.filter(department="human-resources").values_list("id", flat=True)[:20]
    officer, office = cookie(OFFICER), cookie("credit-office/officer")
    own = cookie(making.REPRESENTATIVE)
    return {
        "search": [serving.request("GET", "/?q=%E5%B2%9A%E6%B8%AF")],
        "organisation": [serving.request("GET", f"/organisations/{code}") for code in codes],
        "to-do list": [serving.request("GET", "/desk", cookie=officer)],
        "case": [serving.request("GET", f"/cases/{each}", cookie=officer) for each in cases],
        "oversight": [serving.request("GET", "/oversight", cookie=office)],
        "own page": [serving.request("GET", f"/own/{_own()}", cookie=own)],
    }


def _own() -> str:
    account = Account.objects.get(login=making.REPRESENTATIVE)
    return account.representations.first().organisation


def cookie(login: str) -> str:
    """The session of somebody who signed in."""
    client = Client()
    client.force_login(Account.objects.get(login=login))
    name = settings.SESSION_COOKIE_NAME
    return f"{name}={client.cookies[name].value}"
