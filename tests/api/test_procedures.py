"""A grant through the API, from opening to the payment basis, as a department's system runs it."""

from goodstanding.rules.identifiers import judge
from tests.api.world import ACME, OTHER

CASE = {
    "procedure": "tender",
    "number": "岚招〔2026〕17号",
    "document": "招标文件第三章",
    "points": {"tender-bonus-at-tender": "1.5"},
}


def test_a_departments_system_runs_a_case_to_its_payment_basis(world):
    desk, other = world.caller("department's client"), world.caller("officer elsewhere")
    opened = desk.done("/procedure-cases", CASE)
    at = f"/procedure-cases/{opened['id']}"
    assert (opened["stage"], opened["points"]) == ("accept", CASE["points"])
    assert _codes(desk.post("/procedure-cases", CASE)) == ["CaseNumberTaken"]
    above = {**CASE, "number": "2", "points": {"tender-bonus-at-tender": "2.5"}}
    assert _codes(desk.post("/procedure-cases", above)) == ["PointsAboveCap"]
    entered = desk.done(f"{at}/bidders", {"codes": [OTHER, ACME]})
    told = [(each["row"], each["organisation"], each["answer"]) for each in entered["bidders"]]
    assert told == [(1, OTHER, "clear"), (2, ACME, "clear")]
    assert judge(told[0][1]).valid
    world.listed(world.record())
    moves = desk.read(f"{at}/changes")
    assert [(each["row"], each["now"], each["came"]) for each in moves["changes"]] == [
        (2, "restricted", ["tender-exclusion"])
    ]
    stale = desk.post(f"{at}/stage", {"stage": "award", "seen": "before"})
    assert (stale.status_code, _codes(stale)) == (409, ["AnswersMoved"])
    moved = desk.done(f"{at}/stage", {"stage": "award", "seen": moves["seen"]})
    [kept_out] = [each for each in moved["bidders"] if each["effects"]]
    assert {(each["does"], each["acts"]) for each in kept_out["effects"]} == {("exclusion", True)}
    assert (kept_out["before"], kept_out["answer"]) == ("clear", "restricted")
    results = [{"organisation": each, "result": "awarded"} for each in (OTHER, ACME)]
    assert _codes(desk.post(f"{at}/results", {"results": results})) == ["ExclusionUnanswered"]
    results[1]["result"] = "not-awarded"
    desk.done(f"{at}/results", {"results": results})
    assert _codes(desk.post(f"{at}/bases")) == ["NotAtPayment"]
    desk.done(f"{at}/stage", {"stage": "pay"})
    [unpaid] = desk.read("/procedure-cases", stage="unpaid")["items"]
    assert unpaid["id"] == opened["id"]
    basis = desk.done(f"{at}/bases")
    [payee] = basis["payees"]
    assert desk.read(f"/checks/{payee['receipt']}")["organisation"] == OTHER
    assert desk.read(f"{at}/bases/{basis['id']}") == basis
    assert desk.read("/procedure-cases", stage="unpaid")["items"] == []
    assert other.get(at).status_code == 404
    assert other.read("/procedure-cases")["items"] == []
    assert desk.done(f"{at}/closing")["closed_on"]
    assert _codes(desk.post(f"{at}/checks")) == ["ProcedureCaseClosed"]


def _codes(response) -> list[str]:
    return [each["code"] for each in response.json()["refusals"]]
