"""A check that stays with its case, through the API: told once, for the department alone."""

from goodstanding.disclosure.models import Point
from tests.api.world import ACME

CASE = {"code": ACME, "procedure": "tender", "case_number": "岚招 2026-7"}


def test_a_case_is_told_once_and_its_watch_ends_with_it(world):
    asker, other = world.caller("department's client"), world.caller("officer elsewhere")
    asked = asker.done("/checks", {**CASE, "watch": {"stage": "accept"}})
    watch = f"/watches/{asked['watch']}"
    assert (asked["answer"], asker.read(watch)["notice"]) == ("clear", None)
    assert asker.done("/watches", {"receipt": asked["receipt"]})["id"] == asked["watch"]
    world.listed(world.record())
    told = asker.read(watch)["notice"]
    assert (told["answered"], told["now"], told["told"]) == (
        *("clear", "restricted"),
        asked["receipt"],
    )
    assert {each["measure"] for each in told["came"]} == {"tender-exclusion"}
    assert told["went"] == []
    # Reading what is new is being told of it: who reads it is recalled if it falls.
    assert Point.objects.filter(case_number=CASE["case_number"], receipt="").exists()
    [listed] = asker.read("/watches", changed=True)["items"]
    assert (listed["id"], listed["now"]) == (asked["watch"], "restricted")
    assert other.read("/watches")["items"] == []
    assert other.get(watch).status_code == 404
    new = asker.done(f"{watch}/acknowledgement")
    assert (new["answer"], new["case_number"]) == ("restricted", CASE["case_number"])
    assert new["receipt"] != asked["receipt"]
    assert asker.read("/watches", changed=True)["items"] == []
    assert _code(asker.post(f"{watch}/acknowledgement")) == ["NothingNew"]
    assert asker.done(f"{watch}/stage", {"stage": "pay"})["stage"] == "pay"
    assert _code(asker.post(f"{watch}/stage", {"stage": "award"})) == ["StagePassed"]
    assert asker.done(f"{watch}/closing")["ended_on"]
    assert asker.read("/watches")["items"] == []
    assert [each["id"] for each in asker.read("/watches", done=True)["items"]] == [asked["watch"]]
    assert _code(asker.post(f"{watch}/closing")) == ["WatchOver"]


def test_nobody_is_watched_without_a_case_and_by_no_bank(world):
    asker, bank = world.caller("officer"), world.caller("public body's client")
    loose = asker.post("/checks", {**CASE, "case_number": "", "watch": {"stage": "accept"}})
    assert _code(loose) == ["WatchNeedsCase"]
    past = asker.post("/checks", {**CASE, "on": "2026-01-05", "watch": {"stage": "none"}})
    assert set(_code(past)) == {"WatchStageUnknown", "WatchIsOfToday"}
    assert bank.post("/checks", CASE).status_code == 200
    refused = bank.post("/checks", {**CASE, "watch": {"stage": "accept"}})
    assert (refused.status_code, _code(refused)) == (403, ["OtherDepartment"])
    assert bank.get("/watches").status_code == 403


def _code(response) -> list[str]:
    return [each["code"] for each in response.json()["refusals"]]
