"""The whole main job through the API, from a file of penalties to a lifted measure."""

import json

from django.core.files.uploadedfile import SimpleUploadedFile

from goodstanding.rules.identifiers import judge
from tests.api.world import ACME, API, AWAY, CALLERS, DECISION, HOME, recent
from tests.rules.penalty_rows import penalty
from tests.stories.penalty_file import story_rows, story_workbook

TENDER = {"code": ACME, "procedure": "tender", "case_number": "岚招 2026-7"}
PUBLIC = f"/organisations/{ACME}"


def upload(caller, path, body):
    file = SimpleUploadedFile("处罚.xlsx", body)
    return caller.client.post(API + path, {"file": file}, headers=caller.headers)


def test_a_file_of_penalties_becomes_records_row_by_row(world):
    rows = story_rows([recent(penalty(number)) for number in (1, 2, 3)])
    officer = world.caller("officer")
    dry = upload(officer, "/intake/penalty?dry_run=true", story_workbook(rows)).json()
    response = upload(officer, "/intake/penalty", story_workbook(rows))
    report = response.json()
    assert response.status_code == 200
    counts = ("read", "accepted", "duplicates", "rejected", "quarantined")
    assert [report[name] for name in counts] == [7, 3, 1, 2, 1]
    assert [dry[name] for name in counts] == [7, 3, 1, 2, 1]
    assert len(report["records"]) == 3
    assert {p["code"] for p in report["problems"]} >= {"RowAboutPerson", "CheckCharacterWrong"}
    assert all(p["sentence"] and p["row"] for p in report["problems"])
    assert report["warnings"] == dry["warnings"] == []
    again = upload(officer, "/intake/penalty", story_workbook(rows)).json()
    assert (again["accepted"], again["duplicates"]) == (0, 4)


def test_what_to_look_at_twice_is_told_beside_the_problems(world):
    rows = {"rows": [recent(penalty(41, CF_NR_FK="20000", CF_YJ="见决定书"))]}
    told = world.caller("officer").post("/intake/penalty", rows).json()
    assert (told["accepted"], told["problems"]) == (1, [])
    assert [(each["row"], each["column"], each["code"]) for each in told["warnings"]] == [
        (1, "CF_NR_FK", "AmountPerhapsInYuan"),
        (1, "CF_YJ", "BasisNotRead"),
    ]


def test_from_a_record_to_restricted_stayed_withdrawn_recalled_reopened(world):
    record = world.record()
    case = decided_after_notice_and_statement(world, record)
    applied_by_finance(world)
    receipt = restricted(world, record, case)
    objection = stayed(world, record)
    withdrawn(world, objection)
    recalled_and_reopened(world, record, receipt)
    left_in_the_feed(world, {record: "record", case: "designation"})


def decided_after_notice_and_statement(world, record):
    officer, reviewer = world.caller("officer"), world.caller("reviewer")
    case = world.noticed(world.proposed(record))
    said = {"text": "本公司未参与。"}
    world.caller("representative").done(f"/designations/{case}/statement", said)
    decision = {**DECISION, "answer": "有文件为证。"}
    early = reviewer.post(f"/designations/{case}/decision", decision)
    assert early.status_code == 409
    assert early.json()["code"] in ("StatementWindowOpen", "WindowNotYetDefinite")
    waived = {"waived": True, "hearing_waived": True, "proof": "放弃陈述声明 1"}
    officer.done(f"/designations/{case}/statement", waived)
    assert reviewer.done(f"/designations/{case}/decision", decision)["stage"] == "listed"
    return case


def applied_by_finance(world):
    finance = world.caller("officer elsewhere")
    tasks = finance.read("/tasks")["items"]
    assert {task["kind"] for task in tasks} == {"respond"}
    finance.done(f"/tasks/{tasks[0]['id']}/response", {"answer": "apply"})
    [apply] = [task for task in finance.read("/tasks")["items"] if task["kind"] == "apply"]
    finance.done(f"/tasks/{apply['id']}/feedback", {"proof": "回执 1"})


def restricted(world, record, case):
    buyer, visitor = world.caller("public body's client"), world.caller("visitor")
    told = buyer.done("/checks", TENDER)
    assert told["answer"] == "restricted"
    effect = told["effects"][0]
    assert effect["decision"]["document"] == DECISION["document"]
    assert effect["basis"][0]["title"]
    assert effect["way_back"]["what"]
    assert effect["last_day"]
    assert buyer.done("/checks", {**TENDER, "procedure": "loan"})["answer"] == "clear"
    receipt = buyer.read(f"/checks/{told['receipt']}")
    assert receipt["records"] == [{"record": record, "version": 1}]
    assert [each["id"] for each in visitor.read(PUBLIC)["designations"]] == [case]
    return told["receipt"]


def stayed(world, record):
    firm, buyer = world.caller("representative"), world.caller("public body's client")
    filed = firm.done(f"/records/{record}/objections", {"reason": "error", "text": "有误。"})
    world.caller("officer").done(f"/objections/{filed['id']}/acceptance")
    told = buyer.done("/checks", TENDER)
    assert (told["answer"], told["act_as"]) == ("stayed", "clear")
    assert "suspend" in kinds_of_tasks(world)
    assert world.caller("visitor").read(PUBLIC)["records"][0]["disputed"]
    return filed["id"]


def withdrawn(world, objection):
    outcome = {"outcome": "withdrawn", "reasons": "原处罚决定已撤销。"}
    world.caller("reviewer").done(f"/objections/{objection}/decision", outcome)
    assert world.caller("public body's client").done("/checks", TENDER)["answer"] == "clear"
    page = world.caller("visitor").read(PUBLIC)
    assert (page["records"], page["designations"]) == ([], [])
    assert page["withdrawn"][0]["reason"] == outcome["reasons"]
    assert "lift" in kinds_of_tasks(world)


def kinds_of_tasks(world):
    return {task["kind"] for task in world.caller("officer elsewhere").read("/tasks")["items"]}


def recalled_and_reopened(world, record, receipt):
    buyer = world.caller("public body's client")
    [recall] = buyer.read("/recalls")["items"]
    assert (recall["kind"], recall["record"]) == ("was-wrong", record)
    assert recall["case_numbers"] == [TENDER["case_number"]]
    buyer.done(f"/recalls/{recall['id']}/acknowledgement")
    assert buyer.read("/recalls")["items"] == []
    assert buyer.read("/recalls", done=True)["items"][0]["acknowledged_at"]
    [reopened] = buyer.read("/reopenings")["items"]
    assert (reopened["receipt"], reopened["now"]) == (receipt, "clear")
    said = {"outcome": "重新评审。", "result": "final"}
    assert buyer.post(f"/reopenings/{receipt}/conclusion", said).status_code == 204
    closed = buyer.read("/reopenings")["items"][0]
    assert {each: closed[each] for each in said} == said


def left_in_the_feed(world, graves):
    buyer = world.caller("public body's client")
    feed = buyer.read("/changes")
    assert {each["id"]: each["kind"] for each in feed["items"]} == graves
    assert all(each["tombstone"] for each in feed["items"])
    assert buyer.read("/changes", after=feed["next"])["items"] == []


def test_standing_answers_for_the_past_but_not_to_who_may_no_longer_know(world):
    record = world.record()
    case = world.listed(record)
    position = world.caller("auditor").read(f"{PUBLIC}/standing")["position"]
    for who in ("officer elsewhere", "visitor", "reviewer"):
        before = world.caller(who).read(f"{PUBLIC}/standing")
        assert [each["id"] for each in before["records"]] == [record], who
        assert {each["decision"]["designation"] for each in before["effects"]} == {case}, who
    world.caller("reviewer").done(
        f"/designations/{case}/revocation", {"reasons": "已纠正。", "from_start": False}
    )
    world.caller("reviewer").done(
        f"/records/{record}/withdrawal", {"as_wrong": True, "reasons": "原处罚决定已撤销。"}
    )
    told = {
        who: world.caller(who).read(f"{PUBLIC}/standing", known_at=f"@{position}")
        for who in CALLERS
    }
    for who in ("officer", "representative", "credit office", "auditor", "organisation's client"):
        assert [each["state"] for each in told[who]["designations"]] == ["in-force"], who
        assert [each["id"] for each in told[who]["records"]] == [record], who
    for who in (
        "visitor",
        "officer elsewhere",
        "public body's client",
        "representative of another",
    ):
        assert told[who]["records"] == told[who]["designations"] == told[who]["effects"] == [], who


def test_a_read_of_anothers_record_is_noted_and_recalled(world):
    record = world.record()
    for who in ("officer elsewhere", "officer", "visitor", "representative"):
        world.caller(who).read(PUBLIC)
    world.caller("department's client").read(f"{PUBLIC}/standing")
    world.caller("reviewer").done(
        f"/records/{record}/withdrawal", {"as_wrong": True, "reasons": "有误。"}
    )
    recalls = world.caller("credit office").read("/recalls")["items"]
    assert {each["recipient"] for each in recalls} == {AWAY, HOME}


def test_a_listing_decided_elsewhere_has_effect_only_once_confirmed(world):
    record = world.transcribed()
    licence = {"code": ACME, "procedure": "tender"}
    buyer = world.caller("public body's client")
    assert buyer.done("/checks", licence)["answer"] == "clear"
    ground = {"ground": "enforcement-default/court-listing"}
    same = world.caller("intermediate-court/officer").post(
        f"/records/{record}/confirmation", ground
    )
    assert same.json()["code"] == "SamePersonTwice"
    case = world.caller("intermediate-court/reviewer").done(
        f"/records/{record}/confirmation", ground
    )
    assert case["elsewhere"]
    assert buyer.done("/checks", licence)["answer"] == "restricted"


def test_a_batch_is_answered_item_by_item(world):
    items = [
        TENDER,
        {"code": ACME, "procedure": "no-such"},
        {"code": ACME[:-1], "procedure": "tender"},
        {"procedure": "tender"},
        {**TENDER, "on": "yesterday"},
        17,
    ]
    done = world.caller("department's client").done("/checks/batch", {"items": items})
    assert (done["answered"], done["refused"]) == (1, 5)
    assert [each["index"] for each in done["items"]] == list(range(6))
    assert done["items"][0]["check"]["answer"] == "clear"
    codes = [[r["code"] for r in each["refusals"]] for each in done["items"][1:]]
    assert codes == [
        ["ProcedureUnknown"],
        ["LengthWrong"],
        ["BodyInvalid"],
        ["BodyInvalid"],
        ["BodyInvalid"],
    ]


def test_search_finds_by_name_code_and_document_and_pages(world):
    for number in (1, 2, 3):
        world.record(number)
    visitor = world.caller("visitor")
    first = visitor.read("/organisations", q="示例", limit=2)
    rest = visitor.read("/organisations", q="示例", limit=2, cursor=first["next"])
    names = [each["name"] for each in first["items"] + rest["items"]]
    assert (len(names), len(set(names)), rest["next"]) == (3, 3, None)
    assert visitor.read("/organisations", q=ACME)["items"][0]["matched_by"] == "code"
    assert judge(
        visitor.read("/organisations", q="岚市监处罚〔2026〕2号")["items"][0]["code"]
    ).valid
    assert json.loads(visitor.get("/organisations", q="x", cursor="?").content)["code"] == (
        "CursorUnknown"
    )
