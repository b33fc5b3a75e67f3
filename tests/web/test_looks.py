"""What an officer looks at before it is public: bases not read, and texts that may name somebody."""

import pytest

from goodstanding.flow.bench import Call
from goodstanding.flow.correct import correct_record
from goodstanding.flow.open_records import public_records
from goodstanding.flow.read_text import settle_text
from goodstanding.flow.receive import enter_record
from goodstanding.register.rebuilding import rebuild
from goodstanding.rules.errors import Refused
from goodstanding.rules.opendata.addresses import Addresses
from goodstanding.wallclock import today
from tests.web import city as places
from tests.web.city import recent

NAMED = "另有周伟在场，由黄国强签收。"


@pytest.fixture
def record(city):
    """A record of the home department whose facts may name somebody."""
    call = city.call(f"{places.HOME}/officer", days=0)
    cells = recent(81, CF_SY=NAMED, CF_CFJGDM=places.AUTHORITY)
    return enter_record(Call(actor=call.actor, at=call.at), kind="penalty", cells=cells)


def page(city, who, address):
    return city.client(who).get(address).content.decode()


def test_until_it_is_read_strangers_see_the_record_without_its_texts(city, record):
    address, client = f"/records/{record}", city.client("officer")
    api = city.client("visitor").get(f"/api/v1/organisations/{recent(81)['CF_XDR_SHXYM']}").json()
    (told,) = api["records"]
    assert (told["text_under_review"], told["facts"], told["penalty"]) == (True, "", "")
    assert told["basis"]
    for who, sees in (("visitor", False), ("trading", False), ("officer", True)):
        html = page(city, who, address)
        assert ("周伟" in html, "文字审阅中" in html) == (sees, True)
    assert record in page(city, "officer", "/looks?what=text")
    (line,) = [
        each
        for each in public_records(on=today(), rulebook=None, at=Addresses())
        if each[0] == record
    ]
    assert NAMED not in line
    form = client.get(f"{address}/text")
    token = form.content.decode().split('name="form" value="')[1].split('"')[0]
    sent = {"form": token, "version": "1", "checked": "on"}
    assert client.post(f"{address}/text", sent).status_code == 302
    html = page(city, "visitor", address)
    assert "周伟" in html
    assert "文字审阅中" not in html
    assert record not in page(city, "officer", "/looks?what=text")
    assert "没有待审阅的文字" in page(city, "officer", f"{address}/text")


def test_a_basis_that_was_not_read_leaves_the_list_when_it_is_corrected(city):
    call = city.call(f"{places.HOME}/officer", days=0)
    cells = recent(82, CF_YJ="见决定书", CF_CFJGDM=places.AUTHORITY)
    record = enter_record(call, kind="penalty", cells=cells)
    listed = page(city, "officer", "/looks?what=basis")
    assert record in listed
    assert "见决定书" in listed
    assert record in page(city, "credit office", "/looks")
    assert record not in page(city, "trading", "/looks")
    values = {"CF_YJ": places.BASIS}
    correct_record(
        city.call(f"{places.HOME}/reviewer", days=0),
        record=record,
        values=values,
        reasons="补正依据。",
    )
    assert record not in page(city, "officer", "/looks?what=basis")


def test_texts_that_name_somebody_are_kept_from_the_public_and_wait_for_nobody(city, record):
    call = city.call(f"{places.HOME}/officer", days=0)
    settle_text(call, record=record, outcome="withheld", version=1)
    assert record not in page(city, "officer", "/looks?what=text")
    html = page(city, "visitor", f"/records/{record}")
    assert ("周伟" in html, "文字不公开" in html) == (False, True)
    for outcome, refusal in ("withheld", "NoTextWaits"), ("published", "TextOutcomeUnknown"):
        with pytest.raises(Refused) as refused:
            settle_text(call, record=record, outcome=outcome)
        assert refused.value.codes == (refusal,)
    settle_text(call, record=record, outcome="fit")
    assert "周伟" in page(city, "visitor", f"/records/{record}")
    assert rebuild().differences == 0
