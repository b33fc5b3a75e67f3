"""Messages and webhook endpoints by API: a program arranges its own, and its secret is told once."""

from django.test import override_settings

from goodstanding.flow.tell import tell
from goodstanding.outbox.models import Endpoint
from goodstanding.register.models import IdempotencyKey
from goodstanding.rules.telling.kinds import Channel
from goodstanding.wallclock import now
from tests.api.world import AWAY, HOME

URL = "https://hooks.langang.example/goodstanding"


def _told(world):
    tell(at=now(), served=frozenset({Channel.WEBHOOK}))
    return world.caller("department's client").read("/messages")["items"]


def test_a_program_enters_its_endpoint_and_is_told(world):
    program = world.caller("department's client")
    tell(at=now(), served=frozenset())
    entered = program.done(
        "/webhooks", {"url": URL, "kinds": ["recall", "changes"]}, idempotency_key="k-1"
    )
    endpoint, secret = entered["endpoint"], entered["secret"]
    assert endpoint["addressee"] == HOME
    assert secret.startswith("whsec_")
    assert secret not in Endpoint.objects.get().secret
    assert not IdempotencyKey.objects.exists()
    world.record()
    (told,) = _told(world)
    assert (told["kind"], told["channel"], told["state"]) == ("changes", "webhook", "queued")
    again = program.post("/webhooks", {"url": URL, "kinds": ["recall"]})
    assert again.json()["code"] == "EndpointEnteredBefore"
    assert program.done(f"/webhooks/{endpoint['id']}/secret")["secret"] != secret
    program.post(f"/webhooks/{endpoint['id']}/test")
    assert {each["kind"] for each in _told(world)} == {"changes", "test"}
    assert program.send("DELETE", f"/webhooks/{endpoint['id']}").status_code == 204
    assert program.read("/webhooks")["items"] == []
    assert Endpoint.objects.get().secret == ""


def test_everything_that_is_wrong_with_an_endpoint_is_told_at_once(world):
    program = world.caller("public body's client")
    for url in ("http://x.example/", "https://10.0.0.8/", "https://a:b@x.example/", "x"):
        refused = program.post("/webhooks", {"url": url, "kinds": ["lift-soon"]}).json()
        codes = {each["code"] for each in refused["refusals"]}
        assert codes == {"EndpointAddressRefused", "EndpointKindUnknown"}
    with override_settings(SANDBOX=True):
        local = {"url": "http://127.0.0.1:9/", "kinds": ["recall"]}
        assert program.post("/webhooks", local).status_code == 200


def test_nobody_arranges_or_reads_what_is_told_to_others(world):
    entered = world.caller("department's client").done(
        "/webhooks", {"url": URL, "kinds": ["recall"]}
    )
    other = world.caller("public body's client")
    for path in ("secret", "test"):
        response = other.post(f"/webhooks/{entered['endpoint']['id']}/{path}")
        assert response.status_code == 403
    assert world.caller("officer elsewhere").get("/messages", addressee=HOME).status_code == 403
    office = world.caller("credit office")
    assert office.get("/messages", addressee=AWAY).status_code == 200
    assert [each["id"] for each in office.read("/webhooks")["items"]] == [entered["endpoint"]["id"]]
