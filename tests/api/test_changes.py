"""Corrections and withdrawals as rows through the API: a client may send, only a person commits."""

from tests.api.world import ACME

WHY = {"更正理由": "录入时货值有误。"}
RIGHT = "经复核，货值金额为一千三百元。"


def sent(world, record, *, by="department's client", **values):
    rows = [{"记录编号": record, **WHY, **values}, {"记录编号": "r-none", **WHY, "CF_SY": RIGHT}]
    return world.caller(by).done("/intake/correction", {"rows": rows})


def test_rows_wait_for_a_person_and_then_change_the_record(world):
    record = world.record()
    told = sent(world, record, CF_SY=RIGHT)
    counts = ("read", "accepted", "duplicates", "rejected", "quarantined", "waiting")
    assert [told[each] for each in counts] == [2, 1, 0, 1, 0, True]
    assert [(each["row"], each["code"]) for each in told["problems"]] == [(2, "RecordNotFound")]
    read = world.caller("visitor").read
    assert read(f"/organisations/{ACME}")["records"][0]["facts"] != RIGHT
    address = f"/batches/{told['batch']}/commit"
    assert world.caller("department's client").post(address, {}).status_code == 403
    done = world.caller("reviewer").done(address, {})
    assert (done["read"], done["accepted"], done["rejected"]) == (2, 1, 1)
    assert read(f"/organisations/{ACME}")["records"][0]["facts"] == RIGHT
    twice = world.caller("reviewer").post(address, {})
    assert (twice.status_code, twice.json()["code"]) == (409, "AlreadyCommitted")
    again = sent(world, record, CF_SY=RIGHT)
    assert (again["accepted"], again["duplicates"]) == (0, 1)


def test_a_withdrawal_as_a_row_leaves_a_stub(world):
    record = world.record()
    rows = [{"记录编号": record, "自始有误": "是", "撤回理由": "原决定已撤销。"}]
    told = world.caller("officer").done("/intake/withdrawal", {"rows": rows})
    address = f"/batches/{told['batch']}/commit"
    refused = world.caller("reviewer").post(address, {"sent_back": [1]})
    assert (refused.status_code, refused.json()["code"]) == (422, "NoteMissing")
    world.caller("reviewer").done(address, {})
    page = world.caller("visitor").read(f"/organisations/{ACME}")
    assert ([each["id"] for each in page["withdrawn"]], page["records"]) == ([record], [])
