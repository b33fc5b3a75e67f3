"""One record by a form: the rules of a row, all at once, shown first, entered once."""

from datetime import timedelta

import pytest

from goodstanding.intake.models import EntryDraft, Staged, StagedPart
from goodstanding.publication.models import Entry
from goodstanding.wallclock import now
from tests.rules.penalty_rows import identity_number, wrong_check
from tests.web.city import recent


@pytest.fixture
def market(city):
    """The officer's browser; nothing waits."""
    Staged.objects.all().delete()
    EntryDraft.objects.all().delete()
    return city.client("market")


def typed(number: int, **changed: str) -> dict[str, object]:
    """What somebody types: the cells of a row, several kinds of penalty as ticks."""
    cells: dict[str, object] = dict(recent(number, **changed))
    cells["CF_CFLB"] = str(cells["CF_CFLB"]).split(";")
    return cells


def preview(client, cells) -> str:
    sent = client.post("/entry/penalty", cells)
    assert sent.status_code == 302, sent.content.decode()
    return sent["Location"]


def test_typed_shown_entered_and_never_twice(market):
    cells = typed(51)
    address = preview(market, cells)
    assert preview(market, cells) == address
    html = market.get(address).content.decode()
    assert str(cells["CF_XDR_MC"]) in html
    assert not Entry.objects.filter(document=cells["CF_WSH"]).exists()
    record = market.post(f"{address}/commit", follow=True)
    again = market.post(f"{address}/commit", follow=True)
    assert Entry.objects.filter(document=cells["CF_WSH"]).count() == 1
    assert record.redirect_chain[-1] == again.redirect_chain[-1]
    assert record.redirect_chain[-1][0].startswith("/records/r-")
    assert not EntryDraft.objects.exists()


def test_every_problem_stands_at_its_field_at_once(market):
    bad = typed(52, CF_XDR_SHXYM=wrong_check(52), CF_JDRQ="2026/13/45", CF_CFJG="")
    sent = market.post("/entry/penalty", bad)
    html = sent.content.decode()
    assert sent.status_code == 422
    for field, code in {
        "CF_XDR_SHXYM": "CheckCharacterWrong",
        "CF_JDRQ": "DateNotRead",
        "CF_CFJG": "ValueMissing",
    }.items():
        assert f'id="id_{field}_error"' in html
        assert code in html
    assert str(bad["CF_SY"]) in html, "what was typed is still there"


def test_a_draft_comes_back_for_the_department_and_is_forgotten_in_half_an_hour(city, market):
    half = {
        "CF_XDR_MC": recent(53)["CF_XDR_MC"],
        "CF_SY": "法定代表人王建国，未到场。",
        "save": "1",
    }
    address = market.post("/entry/penalty", half)["Location"]
    html = market.get(address).content.decode()
    assert half["CF_XDR_MC"] in html
    assert "王建国" not in html
    assert address.split("draft=")[1] in market.get("/uploads").content.decode()
    assert half["CF_XDR_MC"] not in city.client("trading").get(address).content.decode()
    EntryDraft.objects.update(expires_at=now() - timedelta(seconds=1))
    assert half["CF_XDR_MC"] not in market.get(address).content.decode()
    market.get("/uploads")
    assert not EntryDraft.objects.exists()


@pytest.mark.parametrize(
    "changed",
    [
        {"CF_SY": f"当事人{identity_number()}到场"},
        {"CF_XDR_SHXYM": "", "CF_XDR_MC": "周伟"},
        {"CF_XDR_SHXYM": identity_number()},
    ],
)
@pytest.mark.parametrize("button", [{"save": "1"}, {}])
def test_of_a_person_nothing_is_kept_or_shown_again(market, changed, button):
    sent = market.post("/entry/penalty", {**typed(54, **changed), **button})
    html = sent.content.decode()
    assert sent.status_code == 422
    assert identity_number() not in html
    assert "周伟" not in html
    assert not EntryDraft.objects.exists()
    assert not StagedPart.objects.exists()


def test_a_record_that_is_there_is_pointed_to_with_its_correction(market):
    address = preview(market, typed(55))
    market.post(f"{address}/commit")
    record = Entry.objects.get(document=recent(55)["CF_WSH"]).record
    for changed, code in ({}, "AlreadyEntered"), ({"CF_NR_FK": "2"}, "ConflictsWithRecord"):
        sent = market.post("/entry/penalty", typed(55, **changed))
        html = sent.content.decode()
        assert sent.status_code in (409, 422)
        assert code in html
        assert f"/records/{record}/correction" in html


def test_cancelled_nothing_is_kept(market):
    address = preview(market, typed(56))
    market.post(f"{address}/cancel")
    assert not StagedPart.objects.exists()
    assert not EntryDraft.objects.exists()


def test_base_registration_and_unknown_kinds_have_no_form(market):
    for kind in ("registration", "nothing"):
        assert market.get(f"/entry/{kind}").status_code == 404


@pytest.mark.parametrize(
    "kind", ["licence", "honour", "severe-listing", "inspection-result", "commitment"]
)
def test_every_kind_has_its_form(market, kind):
    assert market.get(f"/entry/{kind}").status_code == 200
