"""Promises by the API: made, public with consent and gone with it, found broken as one record."""

from datetime import timedelta

from goodstanding.catalogue.queries import law
from goodstanding.commitments.models import Promise
from goodstanding.publication.models import Entry
from goodstanding.rules.commitment.text import text_digest
from goodstanding.rules.identifiers import make
from goodstanding.wallclock import today
from tests.api.world import ACME, HOME

SEEN = {"method": "on-site", "seen": "broken", "facts": "现场核查。"}


def test_consent_taken_back_hides_it_from_every_door_at_once(world):
    world.record()
    made, stranger = world.promised(), world.caller("visitor")
    listed = stranger.read("/promises", organisation=ACME)["items"]
    assert [each["id"] for each in listed] == [made]
    assert stranger.read(f"/promises/{made}")["state"] == "made"
    hidden = {"consent": False}
    world.caller("representative").done(f"/promises/{made}/publicity", hidden)
    assert stranger.read("/promises")["items"] == []
    assert stranger.get(f"/promises/{made}").status_code == 404
    assert made not in stranger.client.get("/promises").content.decode()
    assert made not in stranger.client.get("/promises.csv").content.decode()
    assert stranger.client.get(f"/promises/{made}").status_code == 404
    assert world.caller("officer").read(f"/promises/{made}")["consented"] is False
    assert world.caller("department's client").read("/promises/received")["items"]


def test_everything_against_a_promise_is_said_at_once(world):
    world.record()
    body = {"template": "own-standard", "department": HOME, "due_on": "2001-01-01", "read": "x"}
    refused = world.caller("officer").post(f"/organisations/{ACME}/promises", body)
    codes = {each["code"] for each in refused.json()["refusals"]}
    assert codes == {
        *("NotCompetentToAccept", "PromiseTextChanged", "DueDayNotAhead", "StandardMissing")
    }


def test_a_broken_one_waits_for_notice_and_another_officer(world):
    world.record()
    at = f"/promises/{world.promised()}"
    officer, reviewer = world.caller("officer"), world.caller("reviewer")
    unseen = officer.post(f"{at}/finding", {"outcome": "kept", "reasons": "已履行。"})
    assert "FindingWithoutEvidence" in unseen.content.decode()
    officer.done(f"{at}/verification", SEEN)
    broken = {"outcome": "broken", "reasons": "未履行。"}
    early = reviewer.post(f"{at}/finding", broken)
    assert "BreachNotNotified" in early.content.decode()
    told = officer.post(f"{at}/notice", {"facts": "未履行。", "method": "post", "proof": "EMS1"})
    assert "BreachNotDueYet" in told.content.decode()
    assert Promise.objects.get().stage == "made"


def told_and_answered(world):
    """A promise instead of a certificate that is untrue: seen, told and answered."""
    template = law(on=today(), known_at=None).rulebook.commitment("instead-of-certificate")
    at = f"/promises/{world.promised(template=template.id, read=text_digest(template))}"
    officer = world.caller("officer")
    officer.done(f"{at}/verification", SEEN)
    told = {"facts": "陈述不实。", "method": "in-person", "proof": "回证 1"}
    officer.done(f"{at}/notice", told)
    world.caller("representative").done(f"{at}/answer", {"waived": True})
    return at


def decision(name):
    authority = {
        "authority": "岚港市住房和城乡建设局",
        "authority_code": make("11", "449800", "00700006"),
    }
    return {
        "outcome": "broken",
        "reasons": "陈述不实。",
        "decision": {
            **authority,
            "document": name,
            "decided_on": str(today()),
            "basis": "《中华人民共和国行政许可法》第六十九条",
        },
    }


def test_a_decision_a_file_brought_before_is_the_finding_and_not_a_second_record(world):
    world.record()
    at, found = told_and_answered(world), decision("岚承〔2026〕1号")
    said = found["decision"]
    row = {
        "CM_NAME": "岚港市禾屿电子有限公司",
        "CM_CODE": ACME,
        "CM_KIND": "证明事项型",
        "CM_MATTER": "告知承诺",
        "CM_MADE_ON": str(today()),
        "CM_FULFILMENT": "未履行",
        "CM_AUTHORITY": said["authority"],
        "CM_AUTHORITY_CODE": said["authority_code"],
        "CM_HAPPENED_ON": str(today()),
        "CM_DOCUMENT": said["document"],
        "CM_DECIDED_ON": said["decided_on"],
        "CM_BASIS": said["basis"],
        "CM_FACTS": "文件里的说法。",
    }
    officer, reviewer = world.caller("officer"), world.caller("reviewer")
    (record,) = officer.done("/intake/commitment", {"rows": [row]})["records"]
    assert reviewer.done(f"{at}/finding", found)["record"] == record
    assert Entry.objects.filter(record_kind="commitment").count() == 1


def test_a_decided_finding_enters_the_record_it_is(world):
    world.record()
    at = told_and_answered(world)
    told = world.caller("reviewer").done(f"{at}/finding", decision("岚承〔2026〕2号"))
    entry = Entry.objects.get(record=told["record"])
    assert (entry.record_kind, entry.adverse, entry.public_from) == ("commitment", True, None)
    assert world.caller("visitor").get(at).status_code == 404
    template = law(on=today(), known_at=None).rulebook.commitment("instead-of-certificate")
    body = {
        "template": template.id,
        "department": HOME,
        "due_on": str(today() + timedelta(days=9)),
        "read": text_digest(template),
        "matter": "另一事项",
    }
    path = f"/organisations/{ACME}/promises"
    refused = world.caller("representative").post(path, body)
    assert [each["code"] for each in refused.json()["refusals"]] == ["ExcludedByBroken"]
