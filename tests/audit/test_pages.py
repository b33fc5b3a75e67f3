"""The auditor's pages: filters, exports, samples that can be drawn again, verifying as a page."""

import io
import re
from datetime import timedelta
from hashlib import sha256

import openpyxl
import pytest
from django.db import connections

from goodstanding.audit import queries
from goodstanding.audit.models import Verification
from goodstanding.publication.models import Entry
from goodstanding.register.reading import head
from goodstanding.register.sampling import Population, draw
from goodstanding.register.searching import Acts
from goodstanding.wallclock import now
from tests.web import city as places


@pytest.fixture
def auditor(city):
    client = city.client("auditor")
    client.cookies["django_language"] = "en"
    return client


def test_reads_are_found_by_person_case_and_organisation(city, auditor):
    city.client("trading").get(f"/receipts/{city.receipt}")
    city.client("officer").get(f"/cases/{city.cases['restricted']}")
    for query, count in (
        ("person=human-resources/officer", 1),
        (f"organisation={places.RESTRICTED}", 2),
        ("case=招标 2026-18", 1),
        (f"case={city.cases['restricted']}&kind=case", 1),
        ("person=nobody-knows-them", 0),
    ):
        html = auditor.get(f"/audit/reads?{query}").content.decode()
        found = int(re.search(r"(\d+) lines?", html).group(1))
        assert found == count, query


def test_a_workbook_holds_exactly_what_is_filtered(city, auditor):
    city.client("trading").get(f"/receipts/{city.receipt}")
    city.client("officer").get("/desk")
    rows = _rows(auditor.get("/audit/reads.xlsx?case=招标 2026-18"))
    assert [row["Case number"] for row in rows] == ["招标 2026-18"]
    assert [row["Who"] for row in rows] == ["public-resources-trading/officer"]


def test_acts_are_found_by_who_did_them_with_their_place_in_the_chain(city, auditor):
    officer = city.ids["human-resources/officer"]
    rows = _rows(auditor.get("/audit/acts.xlsx?person=human-resources/officer"))
    assert len(rows) == len(Acts(by=officer)) > 10
    assert {row["Who"] for row in rows} == {"human-resources/officer"}
    last = _rows(auditor.get("/audit/acts.xlsx"))[0]
    assert (last["Position"], last["Chain after it"]) == (str(head().position), head().digest.hex())
    assert len(Acts(organisation=places.STAYED)) > len(Acts(subject=city.cases["stayed"])) > 0


def test_the_same_seed_draws_the_same_sample_at_the_same_position(city, auditor):
    then = head().position
    first = draw(Population.RECORDS, seed="7", size=5, position=then)
    city.penalty(places.STAYED, days=0, decided=1)
    assert draw(Population.RECORDS, seed="7", size=5, position=then) == first
    assert draw(Population.RECORDS, seed="8", size=5, position=then).drawn != first.drawn
    assert draw(Population.RECORDS, seed="7", size=5, position=then + 99).population == (
        first.population + 1
    )


def test_a_lot_is_what_anybody_can_compute(city):
    everybody = {row.record for row in Entry.objects.all()}
    lots = sorted((sha256(f"心\n{id}".encode()).hexdigest(), id) for id in everybody)
    drawn = draw(Population.RECORDS, seed="心", size=4, position=head().position).drawn
    assert [(each.lot, each.id) for each in drawn] == lots[:4]


@pytest.mark.parametrize("population", list(Population))
def test_every_population_can_be_drawn_from_and_leads_to_evidence(city, auditor, population):
    html = auditor.get(f"/audit/sample?population={population}&size=3&seed=1").content.decode()
    places_found = re.findall(r'<th scope="row"><a href="([^"]+)"', html)
    assert bool(places_found) == (population is not Population.LIFTS)
    assert {auditor.get(each).status_code for each in places_found} <= {200}


def test_a_sample_of_too_many_is_refused_at_the_field(auditor):
    response = auditor.get("/audit/sample?population=records&size=9999&seed=1")
    assert response.status_code == 422
    assert 'aria-invalid="true"' in response.content.decode()


def test_verifying_from_the_page_keeps_its_result(city, auditor, monkeypatch):
    monkeypatch.setattr("goodstanding.web.views.audit_verify.PATIENCE_SECONDS", 60.0)
    html = auditor.post("/audit/verification/run", follow=True).content.decode()
    kept = queries.verifications().get()
    assert (kept.acts, kept.head) == (head().position, head().digest.hex())
    assert (kept.findings, kept.failed) == ([], False)
    assert "nothing inconsistent" in html


def test_what_is_inconsistent_is_said(city, auditor, monkeypatch):
    monkeypatch.setattr("goodstanding.web.views.audit_verify.PATIENCE_SECONDS", 60.0)
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "UPDATE publication_entry SET document = 'x' WHERE record = %s",
            [city.records["restricted"]],
        )
    html = auditor.post("/audit/verification/run", follow=True).content.decode()
    assert {code for code, _, _ in queries.verifications().get().findings} == {"TableDiffers"}
    assert "TableDiffers" in html


def test_one_runs_at_a_time_and_a_lost_one_gives_way(city, auditor):
    Verification.objects.create(asked_at=now(), asked_by="o-somebody")
    auditor.post("/audit/verification/run")
    assert Verification.objects.count() == 1
    html = auditor.get("/audit/verification").content.decode()
    assert 'http-equiv="refresh"' in html
    Verification.objects.update(asked_at=now() - timedelta(hours=2))
    assert "was lost with its process" in auditor.get("/audit/verification").content.decode()


def test_an_officer_sees_nothing_of_it(city):
    for address in ("/audit", "/audit/reads.xlsx", "/audit/acts.xlsx", "/audit/sample.xlsx"):
        assert city.client("officer").get(address).status_code == 403
    assert city.client("officer").post("/audit/verification/run").status_code == 403


def _rows(response):
    book = openpyxl.load_workbook(io.BytesIO(response.content))
    columns, *rows = list(book.active.iter_rows(values_only=True))
    return [dict(zip(columns, row, strict=True)) for row in rows]
