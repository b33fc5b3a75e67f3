"""A review through the API: noted, its stay honoured, annulled, and carried out by a withdrawal."""

from goodstanding.wallclock import today
from tests.api.world import ACME


def answer(world):
    asked = {"code": ACME, "procedure": "tender"}
    told = world.caller("officer elsewhere").done("/checks", asked)
    return told["answer"], told["act_as"]


def test_a_stay_is_honoured_everywhere_and_an_annulment_leads_to_withdrawal(world):
    record = world.record(1)
    world.listed(record)
    entered = world.reviewed(record)
    assert answer(world) == ("restricted", "restricted")
    at = f"/proceedings/{entered}"
    told = world.caller("officer").done(f"{at}/stay", {"document": "岚复停1号"})
    assert (told["stage"], told["stayed_from"], told["stayed_until"]) == (
        "pending",
        str(today()),
        None,
    )
    assert answer(world) == ("stayed", "clear")
    said = {"document": "岚复决1号", "reasons": "主要事实不清。", "outcome": "annulled"}
    told = world.caller("reviewer").done(f"{at}/outcome", said)
    assert told["stage"] == "to-carry-out"
    assert told["carry_out_due"] or told["carry_out_not_before"]
    world.caller("reviewer").done(
        f"/records/{record}/withdrawal", {"as_wrong": True, "reasons": "经行政复议撤销。"}
    )
    assert answer(world) == ("clear", "clear")
    held = world.caller("officer").read(f"/organisations/{ACME}")
    assert [(each["id"], each["carried_out"]) for each in held["proceedings"]] == [
        (entered, "taken-back")
    ]


def test_what_ends_a_stay_is_entered_by_another_person(world):
    entered = world.reviewed(world.record(1))
    world.caller("officer").done(f"/proceedings/{entered}/stay", {"document": "岚复停1号"})
    end = {"document": "岚复恢1号", "reasons": "停止执行的原因消失。"}
    assert world.caller("officer").post(f"/proceedings/{entered}/stay-end", end).status_code == 403
    told = world.caller("reviewer").done(f"/proceedings/{entered}/stay-end", end)
    assert told["stayed_until"] == str(today())
