"""Every page and answer that is not public leaves exactly one row, or is named as exempt."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import get_resolver, resolve

from goodstanding.audit import queries
from goodstanding.audit.models import Read
from goodstanding.web.access import EXEMPT
from tests.api.test_matrix import MATRIX, reading
from tests.web import city as places
from tests.web.pages import pages

ONE = {"search", "results", "nothing found"}


def test_every_page_read_by_somebody_leaves_one_row(city):
    wrong = []
    for name, (address, readers) in pages(city).items():
        client = city.client(readers[-1])
        before = Read.objects.count()
        assert client.get(address).status_code == 200, name
        rows = Read.objects.count() - before
        exempt = resolve(address.split("?")[0]).route in EXEMPT
        if rows != (0 if exempt else 1):
            wrong.append((name, rows))
    assert wrong == []


def test_every_answer_of_the_api_leaves_one_row(world):
    caller, asked = world.caller("officer"), reading(world)
    for route in (each for each in MATRIX if each.startswith("GET") and each in asked):
        path, body = asked[route]
        before = Read.objects.count()
        status = caller.get(path, **body).status_code
        exempt = resolve(f"/api/v1{path}").route in EXEMPT
        assert Read.objects.count() - before == (status == 200 and not exempt), route


def test_what_is_exempt_is_an_address_and_has_a_reason():
    known = set(_routes(get_resolver().url_patterns))
    assert set(EXEMPT) <= known
    assert all(len(reason) > 10 for reason in EXEMPT.values())


def test_strangers_and_refusals_leave_nothing(city):
    before = Read.objects.count()
    city.client("visitor").get(f"/organisations/{places.RESTRICTED}")
    city.client("visitor").get(f"/cases/{city.cases['pending']}")
    city.client("trading").get(f"/cases/{city.cases['pending']}")
    city.client("officer").get("/cases/none")
    assert Read.objects.count() == before


def test_a_row_says_who_what_about_whom_and_for_which_case(city):
    city.client("officer").get(f"/cases/{city.cases['restricted']}")
    city.client("trading").get(f"/receipts/{city.receipt}")
    receipt, case = queries.reads(organisation=places.RESTRICTED)[:2]
    assert (case.kind, case.target) == ("case", city.cases["restricted"])
    assert (case.actor, case.roles) == (city.ids["human-resources/officer"], "officer")
    assert (case.department, case.case_number) == ("human-resources", "岚人社列〔2026〕12号")
    assert (receipt.kind, receipt.case_number) == ("receipt", "招标 2026-18")
    assert list(queries.reads(case_number="招标 2026-18")) == [receipt]


def test_what_was_typed_is_not_kept(city):
    city.client("officer").get("/uploads?since=2026-01-01")
    city.client("officer").get("/desk?q=岚港")
    kept = {str(value) for row in Read.objects.values() for value in row.values()}
    assert not {each for each in kept if "岚港" in each or "2026-01-01" in each}


def test_rows_stay(city):
    city.client("officer").get("/desk")
    for change in (Read.objects.all().delete, lambda: Read.objects.update(actor="o-none")):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def _routes(patterns, before=""):
    for each in patterns:
        route = before + str(each.pattern).lstrip("^")
        if hasattr(each, "url_patterns"):
            yield from _routes(each.url_patterns, route)
        else:
            yield route
