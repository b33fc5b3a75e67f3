"""Consents page by page: seen before given, consulted, signed, taken back; recalled afterwards."""

import json
import re
from datetime import timedelta

import pytest

from goodstanding.catalogue.signing import public_keys
from goodstanding.consents.models import Pull
from goodstanding.disclosure.models import Point
from goodstanding.files.signed import verified
from goodstanding.flow import contest
from goodstanding.flow.tell import tell
from goodstanding.outbox.models import Message
from goodstanding.rules.telling.kinds import Channel
from goodstanding.wallclock import now, today
from tests.web import city as places
from tests.web.lenders import BANK, INSURER

OWN = f"/own/{places.STAYED}/consents"
TELLING = f"i-{BANK}"
WISH = {
    "grantee": BANK,
    "purpose": "loan-application",
    "product": "信易贷 2026-9",
    "classes": ["registration", "standing"],
    "manner": "once",
    "first": "",
    "last": str(today() + timedelta(days=60)),
}


@pytest.fixture
def bank(city):
    return city.client("bank")


def given(city, **changed):
    """The consent given on the pages; its reference."""
    own = city.client("representative")
    answer = own.post(f"{OWN}/new", {**WISH, **changed, "give": "1"}, follow=True)
    return re.search(r"g-[0-9a-f]{32}", answer.content.decode()).group()


def consulted(bank, id, code=places.STAYED):
    return bank.post("/consents/consult", {"code": code, "consent": id})


def shown(response):
    """What is told on a page: from the first class of data to its end."""
    html = response.content.decode()
    return re.search(r'<h3 id="op1".*</section>', html, re.S).group().split("</section><form")[0]


def facts(html):
    return re.findall(r"<d[td][^>]*>(.*?)</d[td]>", html, re.S)


def test_what_is_seen_before_is_what_is_told_and_the_file_is_signed(city, bank):
    own = city.client("representative")
    before = own.post(f"{OWN}/new", WISH)
    assert not Pull.objects.filter(purpose="loan-application").exists()
    id = given(city)
    answer = consulted(bank, id)
    assert answer.status_code == 200
    told = facts(shown(answer))
    assert [each for each in facts(shown(before)) if each in told] == facts(shown(before))
    assert "岚人社罚" in shown(answer)
    file = re.search(r'name="file" value="([^"]*)"', answer.content.decode()).group(1)
    raw = bank.post("/consents/file", {"file": file.replace("&quot;", '"')})
    signed = verified(raw.content, keys=public_keys())
    pull = Pull.objects.get(id=signed.signed["receipt"])
    assert pull.digest == signed.digest
    points = Point.objects.filter(receipt=pull.id)
    assert {each.recipient for each in points} == {TELLING}
    assert {each.case_number for each in points} == {id}
    assert {each.record for each in points} == set(pull.records)
    assert pull.id in own.get(OWN).content.decode()
    again = consulted(bank, id)
    assert again.status_code == 403
    assert "ConsentUsedUp" in again.content.decode()
    assert own.post("/consents/file", {"file": raw.content.decode()}).status_code == 200


def test_nobody_learns_of_a_consent_that_is_not_theirs(city, bank):
    id = given(city, grantee=INSURER, purpose="insurance-application")
    said = {
        re.sub(r"g-[0-9a-z]+", "…", re.search(r'role="alert".*?</div>', page, re.S).group())
        for page in (
            consulted(bank, id).content.decode(),
            consulted(bank, "g-0").content.decode(),
            consulted(bank, city.consent, code=places.PENDING).content.decode(),
        )
    }
    assert len(said) == 1
    assert not Pull.objects.filter(consent=id).exists()
    for who in ("officer", "credit office", "representative", "auditor"):
        assert consulted(city.client(who), city.consent).status_code == 403
    assert city.client("pending").post(f"{OWN}/{city.consent}/end").status_code == 403


def test_every_refusal_stands_at_its_field(city):
    own = city.client("representative")
    wrong = {"purpose": "insurance-application", "last": "2099-01-01", "first": "2020-01-01"}
    answer = own.post(f"{OWN}/new", {**WISH, **wrong})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert all(each in html for each in ("GranteeNotOfPurpose", "ConsentTooLong", "ConsentInThe"))
    number = {"product": "贷款 110101199003070" + "11X"}
    assert own.post(f"{OWN}/new", {**WISH, **number}).status_code == 422


def test_taken_back_it_tells_nothing_and_what_was_told_is_still_recalled(city, bank):
    own, record = city.client("representative"), city.records["stayed"]
    assert own.post(f"{OWN}/{city.consent}/end").status_code == 302
    assert "ConsentTakenBack" in consulted(bank, city.consent).content.decode()
    contest.withdraw_record(
        city.call(f"{places.HOME}/reviewer", days=0),
        record=record,
        reasons="主体认定有误。",
        as_wrong=True,
    )
    told = bank.get("/recalls").content.decode()
    assert "主体认定有误。" in told
    tell(at=now(), served=frozenset({Channel.EMAIL}))
    kinds = set(Message.objects.filter(addressee=TELLING).values_list("kind", flat=True))
    assert {"recall", "consent-revoked"} <= kinds
    assert bank.get("/messages").status_code == 200


def test_the_credit_office_registers_and_a_program_pulls(city):
    office, client = city.client("credit office"), city.client("visitor")
    named = {
        "code": places.code(803),
        "name": "岚港市新汀信用服务有限公司",
        "kind": "credit-service",
    }
    assert office.post("/institutions", {**named, "kind": ""}).status_code == 422
    assert office.post("/institutions", named).status_code == 302
    program = {"institution": places.code(803), "what": "program", "named": "接口"}
    token = re.search(r"gs_[\w-]+", office.post("/institutions/access", program).content.decode())
    id = given(
        city, grantee=places.code(803), manner="continuous", classes=["licences", "standing"]
    )
    calls = {"authorization": f"Bearer {token.group()}"}
    (listed,) = client.get("/api/v1/consents", headers=calls).json()["items"]
    assert (listed["id"], listed["status"], listed["pulls"]) == (id, "consent-in-force", 0)
    answer = client.post(
        f"/api/v1/consents/{id}/pulls",
        json.dumps({"classes": ["standing"]}),
        content_type="application/json",
        headers=calls,
    )
    assert answer.status_code == 201
    assert [each["id"] for each in answer.json()["signed"]["told"]["classes"]] == ["standing"]
    receipt = client.get(f"/api/v1/pulls/{answer.json()['receipt']}", headers=calls).json()
    assert receipt["digest"] == answer.json()["digest"]
    assert city.client("bank").get(f"/api/v1/pulls/{receipt['id']}").status_code == 404
    office.post(f"/institutions/{places.code(803)}/end")
    assert client.get("/api/v1/consents", headers=calls).status_code == 401
