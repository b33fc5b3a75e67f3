"""Messages on pages: what was told, sending again, saying where, and endpoints with their secret."""

from goodstanding.outbox.models import Address, Endpoint, Message
from tests.web import city as places


def test_what_was_given_up_is_sent_again_by_hand(city):
    officer = city.client("officer")
    page = officer.get("/messages?state=gave-up").content.decode()
    dead = Message.objects.get(given_up_at__isnull=False)
    assert "SMTPServerDisconnected" in page
    assert f"/messages/{dead.id}/again" in page
    assert officer.post(f"/messages/{dead.id}/again").status_code == 302
    dead.refresh_from_db()
    assert (dead.given_up_at, dead.tries) == (None, 0)
    assert officer.post(f"/messages/{dead.id}/again").status_code == 409
    elsewhere = city.client("trading").post(f"/messages/{dead.id}/again")
    assert elsewhere.status_code == 403


def test_a_department_sees_its_own_and_oversight_sees_all(city):
    own = city.client("officer").get("/messages.csv").content.decode()
    every = city.client("credit office").get("/messages.csv").content.decode()
    assert places.NAMES[places.STAYED] not in own.split("\n", 1)[0]
    assert len(every.splitlines()) > len(own.splitlines())


def test_a_recall_says_when_and_by_which_channel_it_was_told(city):
    page = city.client("trading").get("/recalls?lang=en").content.decode()
    assert "Messages about it" in page
    assert "On the page only" in page


def test_courtesies_are_declined_and_recalls_are_not(city):
    reviewer = city.client("reviewer")
    page = reviewer.get("/messages/settings").content.decode()
    assert 'value="return-soon"' in page
    assert 'value="recall"' not in page
    sent = {"email": "new@langang.example", "wanted": ["lift-soon"]}
    assert reviewer.post("/messages/settings", sent).status_code == 302
    kept = Address.objects.get(addressee=places.HOME)
    assert kept.email == "new@langang.example"
    assert "return-soon" in kept.declined
    assert "lift-soon" not in kept.declined
    wrong = reviewer.post("/messages/settings", {"email": "nobody"})
    assert wrong.status_code == 422
    assert "MailAddressUnreadable" in wrong.content.decode()


def test_an_organisation_says_where_it_is_told_and_its_agent_only_reads(city):
    at = f"/own/{places.STAYED}/contact"
    party = city.client("representative")
    assert party.post(at, {"email": "", "wanted": []}).status_code == 302
    assert Address.objects.get(addressee=places.STAYED).email == ""
    agent = city.client("agent")
    assert "Keep this" not in agent.get(f"{at}?lang=en").content.decode()
    assert agent.post(at, {"email": "a@b.example"}).status_code == 403
    assert city.client("pending").get(at).status_code == 403


def test_an_endpoint_shows_its_secret_once_and_goes_when_it_is_removed(city):
    reviewer = city.client("reviewer")
    listed = reviewer.get("/messages/endpoints?lang=en").content.decode()
    assert "for five days it took nothing" in listed
    client = Endpoint.objects.get().client
    new = {"client": client, "url": "https://two.langang.example/x", "kinds": ["recall"]}
    shown = reviewer.post("/messages/endpoints/new", new).content.decode()
    assert "whsec_" in shown
    assert "whsec_" not in reviewer.get("/messages/endpoints?lang=en").content.decode()
    one = Endpoint.objects.get(url=new["url"])
    for step in ("test", "off", "on", "removal"):
        done = reviewer.post(f"/messages/endpoints/{one.id}/{step}")
        assert done.status_code == 302, step
    assert reviewer.post(f"/messages/endpoints/{one.id}/secret").status_code == 404
    refused = reviewer.post("/messages/endpoints/new", new | {"url": "https://10.0.0.1/"})
    assert "EndpointAddressRefused" in refused.content.decode()
    assert city.client("officer").get("/messages/endpoints").status_code == 403
