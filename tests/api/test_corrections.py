"""A record is corrected through the API: judged like a row, told to whoever received it."""

from goodstanding.register.reading import head
from tests.api.world import ACME

RIGHT = {"CF_SY": "经复核，货值金额为一千三百元。"}
BODY = {"values": RIGHT, "reasons": "录入时货值有误。"}


def test_a_correction_makes_a_new_version_and_a_notice(world):
    record = world.record()
    told = world.caller("department's client").read(f"/organisations/{ACME}")
    assert told["records"][0]["version"] == 1
    found = world.caller("reviewer").done(f"/records/{record}/correction", BODY)
    assert (found["id"], found["version"]) == (record, 2)
    recalls = world.caller("department's client").read("/recalls")["items"]
    assert [(each["record"], each["kind"]) for each in recalls] == [(record, "corrected")]
    public = world.caller("visitor").read(f"/organisations/{ACME}")["records"][0]
    assert (public["facts"], public["correction"]) == (RIGHT["CF_SY"], BODY["reasons"])
    assert public["corrected_on"]
    inside = world.caller("officer").read(f"/organisations/{ACME}")["records"][0]["texts"]
    assert inside["reasons"] == BODY["reasons"]
    assert set(inside) <= {"conduct", "facts", "penalty", "basis", "reasons"}
    feed = world.caller("department's client").read("/changes")["items"]
    assert [each["change"] for each in feed] == ["entered", "corrected"]


def test_the_same_correction_sent_twice_is_one(world):
    record, reviewer = world.record(), world.caller("reviewer")
    first = reviewer.post(f"/records/{record}/correction", BODY, idempotency_key="one")
    position = head().position
    again = reviewer.post(f"/records/{record}/correction", BODY, idempotency_key="one")
    assert (first.status_code, again.content, head().position) == (200, first.content, position)
    without = reviewer.post(f"/records/{record}/correction", BODY)
    assert (without.status_code, without.json()["code"]) == (422, "NothingCorrected")


def test_every_no_at_once_with_its_column(world):
    record = world.record()
    body = {
        "values": {"CF_JDRQ": "2098-01-01", "CF_CFLB": "罚金", "CF_XDR_MC": "某公司"},
        "reasons": "",
    }
    refused = world.caller("reviewer").post(f"/records/{record}/correction", body)
    told = refused.json()["refusals"]
    assert refused.status_code == 422
    assert [each["code"] for each in told] == [
        *("CorrectionReasonMissing", "NotCorrected"),
        *("DateInTheFuture", "PenaltyCategoryUnknown"),
    ]
    assert [each["fields"].get("column") for each in told[1:]] == [
        "CF_XDR_MC",
        "CF_JDRQ",
        "CF_CFLB",
    ]


def test_a_problem_of_a_value_is_told_in_the_readers_language(world):
    record, reviewer = world.record(), world.caller("reviewer")
    body = {"values": {"CF_NR_FK": "五千"}, "reasons": "笔误。"}
    refused = reviewer.post(f"/records/{record}/correction", body, accept_language="zh-hans")
    assert "万元" in refused.json()["detail"]


def test_who_entered_it_corrects_it_today_and_a_client_never_does(world):
    record = world.record()
    client = world.caller("department's client").post(f"/records/{record}/correction", BODY)
    assert (client.status_code, client.json()["code"]) == (403, "RoleMissing")
    assert world.caller("officer").post(f"/records/{record}/correction", BODY).status_code == 200


def test_a_version_read_before_is_a_conflict(world):
    record, reviewer = world.record(), world.caller("reviewer")
    reviewer.done(f"/records/{record}/correction", {**BODY, "version": 1})
    other = {"values": {"CF_NR_FK": "3"}, "reasons": "笔误。", "version": 1}
    refused = reviewer.post(f"/records/{record}/correction", other)
    assert (refused.status_code, refused.json()["code"]) == (409, "CorrectedMeanwhile")


def test_a_warning_is_public_no_more_and_its_copies_are_dropped(world):
    record = world.record()
    values = {"CF_CFLB": "警告", "CF_NR_FK": "", "CF_NR_WFFF": ""}
    world.caller("reviewer").done(
        f"/records/{record}/correction", {"values": values, "reasons": "处罚种类录入有误。"}
    )
    assert world.caller("visitor").read(f"/organisations/{ACME}")["records"] == []
    last = world.caller("department's client").read("/changes")["items"][-1]
    assert (last["id"], last["change"], last["tombstone"]) == (record, "corrected", True)


def test_an_objection_decided_as_corrected_keeps_the_narrative(world):
    record = world.record()
    objection = world.caller("representative").done(
        f"/records/{record}/objections", {"reason": "error", "text": "文号有误。"}
    )["id"]
    world.caller("officer").done(f"/objections/{objection}/acceptance")
    world.caller("reviewer").done(
        f"/objections/{objection}/decision",
        {"outcome": "corrected", "reasons": "文号登记有误。", "document": "岚罚〔2026〕改1号"},
    )
    public = world.caller("visitor").read(f"/organisations/{ACME}")["records"][0]
    assert (public["document"], public["correction"]) == ("岚罚〔2026〕改1号", "文号登记有误。")
    assert public["facts"]
