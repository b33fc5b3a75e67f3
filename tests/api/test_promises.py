"""Promises by the API: made, public with consent and gone with it, found broken as one record."""

from goodstanding.commitments.models import Promise
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
