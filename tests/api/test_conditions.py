"""Standing conditions by the API: line by line, cut to the caller, and what a check tells of them."""

from tests.api.world import ACME


def lines(world, who):
    told = world.caller(who).read(f"/organisations/{ACME}/conditions")
    [condition] = told["conditions"]
    return condition, {each["why"]: each for each in condition["lines"]}


def test_every_line_is_told_with_what_it_weighs_and_never_a_number(world):
    record = world.record()
    condition, found = lines(world, "representative")
    assert (condition["state"], condition["met_from"]) == ("not-met", None)
    assert condition["opens"] == ["green-channel", "documents-accepted-later", "inspection-reduced"]
    assert condition["basis"][0]["instrument"] == "work-plan-2018"
    assert found["decided-within"]["id"] == record
    assert (found["decided-within"]["against"], found["decided-within"]["open"]) == (True, False)
    assert (found["registration-unknown"]["against"], found["registration-unknown"]["open"]) == (
        False,
        True,
    )


def test_strangers_are_told_of_nobody_whether_it_meets_one(world):
    world.record()
    assert world.caller("visitor").get(f"/organisations/{ACME}/conditions").status_code == 401


def test_who_may_not_see_a_withdrawn_record_is_told_nothing_of_it(world):
    record = world.record()
    gone = {"as_wrong": True, "reasons": "处罚决定已被撤销。"}
    world.caller("reviewer").done(f"/records/{record}/withdrawal", gone)
    told = {who: set(lines(world, who)[1]) for who in ("officer", "officer elsewhere")}
    unknown = "registration-unknown"
    assert told == {"officer": {"wrong", unknown}, "officer elsewhere": {unknown}}


def test_the_receipt_of_a_check_names_no_record_it_did_not_tell(world):
    world.record()
    asked = {"code": ACME, "procedure": "fast-lane", "case_number": "1"}
    told = world.caller("officer elsewhere").done("/checks", asked)
    assert (told["answer"], told["effects"]) == ("clear", [])
    receipt = world.caller("auditor").read(f"/checks/{told['receipt']}")
    assert receipt["records"] == []
