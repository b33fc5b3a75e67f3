"""Every route, every caller, against a table a lawyer can read; and nobody changes anything."""

from pathlib import Path

import yaml

from goodstanding.api.application import api
from goodstanding.register.reading import head
from goodstanding.wallclock import today
from tests.api.world import ACME, CALLERS, GROUND, HOME

MATRIX = yaml.safe_load((Path(__file__).parent / "matrix.yaml").read_text(encoding="utf-8"))


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
    response = caller.get(path, **body) if method == "GET" else caller.post(path, body)
    assert response.status_code < 500, (route, response.content)
    if response.status_code in (401, 403):
        assert response["Content-Type"] == "application/problem+json"
        return False
    return True


def requests(world):
    """For each route something of the home department, and a body that is refused once asked."""
    record, other, spare = (world.record(1, CF_WSH=f"岚罚〔2026〕{n}号") for n in (1, 2, 3))
    listed, case = world.listed(record), world.noticed(world.proposed(other))
    receipt = world.caller("officer").done("/checks", {"code": ACME, "procedure": "tender"})
    done = world.caller("representative").done(
        f"/records/{spare}/objections", {"reason": "error", "text": "有误。"}
    )["id"]
    world.caller("officer").done(f"/objections/{done}/acceptance")
    dismissed = {"outcome": "dismissed", "reasons": "记录无误。"}
    world.caller("reviewer").done(f"/objections/{done}/decision", dismissed)
    task = next(
        each["id"]
        for each in world.caller("officer").read("/tasks")["items"]
        if each["department"] == HOME
    )
    empty = {"reasons": " ", "document": " ", "outcome": "list"}
    day = str(today())
    return {
        "GET /organisations": ("/organisations", {"q": ACME}),
        "GET /organisations/{code}": (f"/organisations/{ACME}", {}),
        "GET /organisations/{code}/standing": (f"/organisations/{ACME}/standing", {}),
        "POST /checks": ("/checks", {"code": ACME, "procedure": "none"}),
        "POST /checks/batch": ("/checks/batch", {"items": [{}]}),
        "GET /checks/{receipt}": (f"/checks/{receipt['receipt']}", {}),
        "POST /intake/{kind}": ("/intake/penalty", {"rows": []}),
        "POST /designations": (
            "/designations",
            {"organisation": ACME, "ground": GROUND, "records": []},
        ),
        "POST /designations/{id}/notice": (
            f"/designations/{case}/notice",
            {"served_on": day, "method": "in-person", "proof": ""},
        ),
        "POST /designations/{id}/statement": (f"/designations/{case}/statement", {"text": ""}),
        "POST /designations/{id}/hearing": (
            f"/designations/{listed}/hearing",
            {"step": "requested"},
        ),
        "POST /designations/{id}/decision": (f"/designations/{case}/decision", empty),
        "POST /designations/{id}/revocation": (
            f"/designations/{listed}/revocation",
            {"reasons": "", "from_start": False},
        ),
        "POST /records/{id}/confirmation": (f"/records/{record}/confirmation", {"ground": GROUND}),
        "POST /records/{id}/objections": (
            f"/records/{record}/objections",
            {"reason": "none", "text": ""},
        ),
        "POST /records/{id}/withdrawal": (
            f"/records/{record}/withdrawal",
            {"as_wrong": True, "reasons": ""},
        ),
        "POST /objections/{id}/acceptance": (f"/objections/{done}/acceptance", None),
        "POST /objections/{id}/decision": (
            f"/objections/{done}/decision",
            {"outcome": "none", "reasons": ""},
        ),
        "GET /tasks": ("/tasks", {}),
        "POST /tasks/{id}/response": (f"/tasks/{task}/response", {"answer": "none"}),
        "POST /tasks/{id}/feedback": (f"/tasks/{task}/feedback", {"proof": ""}),
        "GET /recalls": ("/recalls", {}),
        "POST /recalls/{id}/acknowledgement": ("/recalls/none/acknowledgement", None),
        "GET /reopenings": ("/reopenings", {}),
        "POST /reopenings/{receipt}/conclusion": (
            f"/reopenings/{receipt['receipt']}/conclusion",
            {"outcome": ""},
        ),
        "GET /changes": ("/changes", {}),
    }
