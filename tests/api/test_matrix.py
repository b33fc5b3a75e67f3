"""Every route, every caller, against a table a lawyer can read; and nobody changes anything."""

from pathlib import Path

import yaml
from django.core.files.uploadedfile import SimpleUploadedFile

from goodstanding.api.application import api
from goodstanding.register.reading import head
from goodstanding.wallclock import today
from tests.api.world import ACME, API, CALLERS, GROUND, HOME
from tests.files.evidence import picture

MATRIX = yaml.safe_load((Path(__file__).parent / "matrix.yaml").read_text(encoding="utf-8"))


#: A service that nothing proves: refused once it was asked who may.
UNPROVEN = {"step": "served", "on": str(today()), "method": "post", "proof": " "}


def test_the_table_names_every_route():
    paths = api.get_openapi_schema(path_prefix="")["paths"]
    routes = {f"{method.upper()} {path}" for path, on in paths.items() for method in on}
    assert set(MATRIX) == routes


def test_who_may_use_which_route(world):
    asked = requests(world)
    callers = {who: world.caller(who) for who in CALLERS}
    before = head().position
    found = {
        route: [who for who, caller in callers.items() if may(route, caller, *asked[route])]
        for route in MATRIX
    }
    expected = {
        route: list(CALLERS) if names == ["everybody"] else names for route, names in MATRIX.items()
    }
    assert found == expected
    assert head().position == before, "every request was refused for its content, or only read"


def may(route, caller, path, body):
    method = route.split()[0]
    response = caller.get(path, **body) if method == "GET" else caller.send(method, path, body)
    assert response.status_code < 500, (route, response.content)
    if response.status_code in (401, 403):
        assert response["Content-Type"] == "application/problem+json"
        return False
    return True


def requests(world):
    """For each route something of the home department, and a body that is refused once asked."""
    record, other, spare = (world.record(1, CF_WSH=f"岚罚〔2026〕{n}号") for n in (1, 2, 3))
    listed, case = world.listed(record), world.noticed(world.proposed(other))
    return {
        **reading(world),
        **asking(world),
        **casework(case, listed),
        **remedies(record, decided(world, spare)),
        **repairs(world, record, spare),
        **promises(world),
        **applications(world),
        **removals(world, record, spare),
        **evidence(world, record),
        **proceedings(world, record, other),
        **waiting(world),
        **watching(),
        **consulting(),
        **procedures(),
        **inspections(),
    }


def inspections():
    """No plan and no visit: whoever may is told that there is none."""
    return {
        "GET /inspections": ("/inspections", {}),
        "GET /inspections/{id}": ("/inspections/none", {}),
        "GET /inspections/{id}/visits": ("/inspections/none/visits", {}),
        "POST /visits/{id}/result": ("/visits/none/result", {"outcome": "none"}),
    }


def procedures():
    at, results = "/procedure-cases/none", [{"organisation": ACME, "result": "awarded"}]
    return {
        "GET /procedure-cases": ("/procedure-cases", {}),
        "POST /procedure-cases": ("/procedure-cases", {"procedure": "tender", "number": " "}),
        "GET /procedure-cases/{id}": (at, {}),
        "POST /procedure-cases/{id}/bidders": (f"{at}/bidders", {"codes": [ACME]}),
        "GET /procedure-cases/{id}/changes": (f"{at}/changes", {}),
        "POST /procedure-cases/{id}/stage": (f"{at}/stage", {"stage": "pay"}),
        "POST /procedure-cases/{id}/checks": (f"{at}/checks", None),
        "POST /procedure-cases/{id}/results": (f"{at}/results", {"results": results}),
        "POST /procedure-cases/{id}/bases": (f"{at}/bases", None),
        "GET /procedure-cases/{id}/bases/{basis}": (f"{at}/bases/none", {}),
        "POST /procedure-cases/{id}/closing": (f"{at}/closing", None),
    }


def watching():
    return {
        "GET /watches": ("/watches", {}),
        "POST /watches": ("/watches", {"receipt": "none"}),
        "GET /watches/{id}": ("/watches/none", {}),
        "POST /watches/{id}/stage": ("/watches/none/stage", {"stage": "pay"}),
        "POST /watches/{id}/acknowledgement": ("/watches/none/acknowledgement", None),
        "POST /watches/{id}/closing": ("/watches/none/closing", None),
    }


def consulting():
    return {
        "GET /consents": ("/consents", {}),
        "POST /consents/{id}/pulls": ("/consents/none/pulls", {}),
        "GET /pulls/{receipt}": ("/pulls/none", {}),
    }


def decided(world, record):
    """An objection that ended, so that nobody can take it up again."""
    filed = world.caller("representative").done(
        f"/records/{record}/objections", {"reason": "error", "text": "有误。"}
    )["id"]
    world.caller("officer").done(f"/objections/{filed}/acceptance")
    dismissed = {"outcome": "dismissed", "reasons": "记录无误。"}
    world.caller("reviewer").done(f"/objections/{filed}/decision", dismissed)
    return filed


def reading(world):
    return {
        "GET /organisations": ("/organisations", {"q": ACME}),
        "GET /organisations/{code}": (f"/organisations/{ACME}", {}),
        "GET /organisations/{code}/standing": (f"/organisations/{ACME}/standing", {}),
        "GET /organisations/{code}/conditions": (f"/organisations/{ACME}/conditions", {}),
        "GET /tasks": ("/tasks", {}),
        "GET /recalls": ("/recalls", {}),
        "GET /reopenings": ("/reopenings", {}),
        "GET /changes": ("/changes", {}),
        "GET /exemplars": ("/exemplars", {}),
        "GET /returns": ("/returns", {}),
        "GET /returns/{month}": ("/returns/2001-01", {"department": HOME}),
        "POST /returns/{month}": ("/returns/2001-01", {"department": HOME}),
        "GET /sandbox/clock": ("/sandbox/clock", {}),
        "PUT /sandbox/clock": ("/sandbox/clock", {"days": 1}),
    }


def asking(world):
    asked = world.caller("officer").done("/checks", {"code": ACME, "procedure": "tender"})
    receipt = asked["receipt"]
    rows = [{"记录编号": "r-none", "更正理由": "录入有误。"}]
    sent = world.caller("officer").done("/intake/correction", {"rows": rows})["batch"]
    nothing = {"organisation": ACME, "ground": GROUND, "records": []}
    return {
        "POST /checks": ("/checks", {"code": ACME, "procedure": "none"}),
        "POST /checks/batch": ("/checks/batch", {"items": [{}]}),
        "GET /checks/{receipt}": (f"/checks/{receipt}", {}),
        "POST /intake/{kind}": ("/intake/penalty", {"rows": []}),
        "POST /batches/{id}/commit": (f"/batches/{sent}/commit", {"sent_back": [1]}),
        "POST /designations": ("/designations", nothing),
        "POST /reopenings/{receipt}/conclusion": (
            f"/reopenings/{receipt}/conclusion",
            {"outcome": ""},
        ),
    }


def casework(case, listed):
    notice = {"served_on": str(today()), "method": "in-person", "proof": ""}
    steps = {
        "notice": (case, notice),
        "statement": (case, {"text": ""}),
        "hearing": (listed, {"step": "requested"}),
        "decision": (case, {"reasons": " ", "document": " ", "outcome": "list"}),
        "revocation": (listed, {"reasons": "", "from_start": False}),
        "service": (listed, UNPROVEN),
        "publicity": (listed, {"consents": True}),
        "giving-up": (listed, {}),
        "ending-notice": (listed, {**notice, "records": [], "reasons": ""}),
        "ending-answer": (listed, {}),
        "ending-decision": (listed, {"outcome": "none", "document": "", "reasons": ""}),
    }
    return {
        "GET /designations/{id}/letter": (f"/designations/{listed}/letter", {}),
        **{
            f"POST /designations/{{id}}/{step}": (f"/designations/{of}/{step}", body)
            for step, (of, body) in steps.items()
        },
    }


def remedies(record, objection):
    steps = {
        "confirmation": {"ground": GROUND},
        "objections": {"reason": "none", "text": ""},
        "correction": {"values": {}, "reasons": ""},
        "withdrawal": {"as_wrong": True, "reasons": ""},
        "text": {"outcome": "fit"},
        "error": {"learned_on": str(today()), "through": "none"},
        "error/dismissal": {"reasons": ""},
    }
    return {
        **{f"POST /records/{{id}}/{s}": (f"/records/{record}/{s}", b) for s, b in steps.items()},
        "GET /records/{id}/letter": (f"/records/{record}/letter", {}),
        "POST /objections/{id}/service": (f"/objections/{objection}/service", UNPROVEN),
        "GET /objections/{id}/letter": (f"/objections/{objection}/letter", {}),
        "POST /objections/{id}/acceptance": (f"/objections/{objection}/acceptance", None),
        "POST /objections/{id}/extension": (
            f"/objections/{objection}/extension",
            {"reasons": "情况复杂。"},
        ),
        "POST /objections/{id}/decision": (
            f"/objections/{objection}/decision",
            {"outcome": "none", "reasons": ""},
        ),
    }


def proceedings(world, record, other):
    """A review that was given up, so that no step of it is open any more."""
    entered = world.reviewed(other)
    given_up = {"outcome": "withdrawn", "document": "岚复终1号", "reasons": "申请人撤回。"}
    world.caller("reviewer").done(f"/proceedings/{entered}/outcome", given_up)
    steps = {
        "stay": {"document": ""},
        "stay-end": {"document": "", "reasons": ""},
        "outcome": {**given_up, "outcome": "none"},
        "carried-out": {"how": "none", "reasons": ""},
        "shield-end": {**given_up, "outcome": "none"},
    }
    nothing = {"court": "", "document": "", "plan": "none"}
    unknown = {"kind": "none", "body": "", "document": ""}
    return {
        "POST /records/{id}/proceedings": (f"/records/{record}/proceedings", unknown),
        "POST /organisations/{code}/shield": (f"/organisations/{ACME}/shield", nothing),
        **{
            f"POST /proceedings/{{id}}/{step}": (f"/proceedings/{entered}/{step}", body)
            for step, body in steps.items()
        },
    }


def repairs(world, record, spare):
    """An application that was decided, so that no step of it is open any more."""
    filed = world.repaired(spare)
    steps = {
        "papers": {"missing": ""},
        "supplement": {},
        "acceptance": None,
        "extension": {"reasons": ""},
        "decision": {"outcome": "none", "reasons": ""},
        "revocation-notice": {"ground": "none", "facts": "", "method": "post", "proof": ""},
        "revocation-answer": {},
        "service": UNPROVEN,
        "revocation": {"reasons": ""},
    }
    asked = {"performed_on": "2098-01-01", "commitment_on": "2098-01-01"}
    return {
        "GET /repairs/{id}/letter": (f"/repairs/{filed}/letter", {}),
        "POST /records/{id}/repairs": (f"/records/{record}/repairs", asked),
        **{f"POST /repairs/{{id}}/{s}": (f"/repairs/{filed}/{s}", b) for s, b in steps.items()},
    }


def promises(world):
    """A promise that is public and was found kept, so that no step of it is open any more."""
    made = world.promised()
    at = f"/promises/{made}"
    seen = {"method": "papers", "seen": "kept", "facts": "已核查。"}
    world.caller("officer").done(f"{at}/verification", seen)
    world.caller("officer").done(f"{at}/finding", {"outcome": "kept", "reasons": "已履行。"})
    steps = {
        "publicity": {"consent": True},
        "withdrawal": None,
        "verification": {"method": "none", "seen": "none", "facts": ""},
        "notice": {"facts": "", "method": "post", "proof": ""},
        "answer": {},
        "finding": {"outcome": "none", "reasons": ""},
    }
    nothing = {"template": "none", "department": HOME, "due_on": "2001-01-01", "read": ""}
    return {
        "GET /promises": ("/promises", {}),
        "GET /promises/received": ("/promises/received", {}),
        "GET /promises/{id}": (at, {}),
        "POST /organisations/{code}/promises": (f"/organisations/{ACME}/promises", nothing),
        **{f"POST /promises/{{id}}/{s}": (f"{at}/{s}", body) for s, body in steps.items()},
    }


def applications(world):
    """An application that was taken back, so that no step of it is open any more."""
    item = "construction-permit"
    body = {"organisation": ACME, "item": item, "case_number": "岚受1号"}
    officer = world.caller("officer")
    at = f"/applications/{officer.done('/applications', body)['id']}"
    officer.done(f"{at}/decision", {"outcome": "withdrawn"})
    steps = {
        "missing-list": None,
        "papers": {"papers": []},
        "acceptance": {},
        "decision": {"outcome": "none"},
        "not-supplied": None,
        "consequence": {"consequence": "none"},
    }
    return {
        "GET /applications/{id}": (at, {}),
        "POST /applications": ("/applications", {**body, "item": "none"}),
        **{f"POST /applications/{{id}}/{s}": (f"{at}/{s}", body) for s, body in steps.items()},
    }


def removals(world, record, spare):
    """A proposal that was dropped, so that nobody can approve it any more."""
    why = {"basis": "statute", "cited": "《征信业管理条例》第十六条", "reasons": "依法销毁。"}
    dropped = world.caller("officer").done(f"/records/{spare}/removals", why)["id"]
    world.caller("reviewer").done(f"/removals/{dropped}/drop", {"reasons": "尚有诉讼。"})
    return {
        "GET /removals": ("/removals", {}),
        "POST /records/{id}/removals": (
            f"/records/{record}/removals",
            {"basis": "none", "reasons": ""},
        ),
        "POST /removals/{id}/approval": (f"/removals/{dropped}/approval", None),
        "POST /removals/{id}/drop": (f"/removals/{dropped}/drop", {"reasons": ""}),
    }


def evidence(world, record):
    """An objection that is open, and a file an officer handed in for it."""
    objected = {"reason": "not-ours", "text": "并非我司。"}
    matter = world.caller("representative").done(f"/records/{record}/objections", objected)["id"]
    officer, at = world.caller("officer"), f"/matters/{matter}/evidence"
    file = SimpleUploadedFile("a.png", picture(1))
    sent = officer.client.post(API + at, {"file": file, "label": "营业执照"}).json()["id"]
    assert officer.done(f"{at}/hand-in") == {"files": 1}
    return {
        "GET /matters/{id}/evidence": (at, {}),
        "POST /matters/{id}/evidence": (at, {}),
        "POST /matters/{id}/evidence/hand-in": (f"{at}/hand-in", None),
        "GET /evidence/{id}/file": (f"/evidence/{sent}/file", {}),
        "DELETE /evidence/{id}": (f"/evidence/{sent}", None),
    }


def waiting(world):
    tasks = world.caller("officer").read("/tasks")["items"]
    task = next(each["id"] for each in tasks if each["department"] == HOME)
    return {
        "POST /tasks/{id}/response": (f"/tasks/{task}/response", {"answer": "none"}),
        "POST /tasks/{id}/feedback": (f"/tasks/{task}/feedback", {"proof": ""}),
        "POST /recalls/acknowledgements": ("/recalls/acknowledgements", {"recalls": ["none"]}),
        "POST /recalls/{id}/acknowledgement": ("/recalls/none/acknowledgement", None),
        "GET /messages": ("/messages", {}),
        "POST /messages/{id}/again": ("/messages/0/again", None),
        "GET /webhooks": ("/webhooks", {}),
        "POST /webhooks": ("/webhooks", {"url": "http://inside/", "kinds": []}),
        "POST /webhooks/{id}/secret": ("/webhooks/w-none/secret", None),
        "POST /webhooks/{id}/switch": ("/webhooks/w-none/switch", {"on": True}),
        "POST /webhooks/{id}/test": ("/webhooks/w-none/test", None),
        "DELETE /webhooks/{id}": ("/webhooks/w-none", None),
    }
