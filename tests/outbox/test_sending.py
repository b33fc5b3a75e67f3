"""What is queued goes out by its channel: real mails, a real receiver, retries, and no doubles."""

import os
import signal
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail as outgoing
from django.db import connection, connections
from django.test import override_settings
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from goodstanding.departments.clients import close_client, register_client
from goodstanding.departments.models import ApiClient, ClientKind
from goodstanding.disclosure.ledger import acknowledge
from goodstanding.disclosure.queries import open_recalls
from goodstanding.flow import messages
from goodstanding.flow.bench import Call
from goodstanding.jobs import calling
from goodstanding.jobs.deliver import deliver
from goodstanding.jobs.run import run_once
from goodstanding.outbox import endpoints, queue
from goodstanding.outbox.models import Address, Endpoint, Message
from goodstanding.rules.actors import Actor, Role, Scope
from goodstanding.rules.errors import Refused
from goodstanding.rules.telling.kinds import Channel
from goodstanding.rules.telling.news import News
from goodstanding.rules.telling.reach import Reach
from goodstanding.rules.telling.ways import TRIES, Way
from goodstanding.wallclock import machine
from tests.outbox.receiver import receiving
from tests.rules.penalty_rows import code

AT = datetime(2026, 3, 2, 2, tzinfo=UTC)
OFFICE = Actor(id="o-1", department="credit-office", roles=frozenset({Role.CREDIT_OFFICE}))
SMTP = "django.core.mail.backends.smtp.EmailBackend"
LOCMEM = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture(autouse=True)
def sandbox():
    outgoing.outbox = []
    with override_settings(SANDBOX=True, EMAIL_BACKEND=LOCMEM, MAIL=True, SITE="https://x.test"):
        yield


@pytest.fixture
def receiver():
    with receiving() as found:
        yield found


@pytest.fixture
def endpoint(database, receiver):
    client, _ = register_client(
        name="program",
        kind=ClientKind.DEPARTMENT,
        scopes=(Scope.RECALLS,),
        department="finance",
        first=AT.date(),
    )
    found, secret = endpoints.add(
        addressee="finance",
        client=client.id,
        url=receiver.url,
        kinds=["recall", "return-soon"],
        by="o-1",
        at=AT,
    )
    found.shown = secret
    return found


def news(number=1, kind="recall", addressee="finance", **more):
    subject = f"r-{number}.1.was-wrong" if kind == "recall" else "return.finance.2026-02"
    return News(kind=kind, addressee=addressee, subject=subject, occurrence="7", **more)


def put(channel, *told, target=""):
    queue.put([(each, [Way(channel=channel, target=target)]) for each in told], at=AT)


def send(at=AT):
    done = deliver(at=at, machine=machine())
    return done.sent, done.failed, done.closed


def reach(addressee="finance", **more):
    Address.objects.create(
        **{"email": "desk@finance.example", **more},
        addressee=addressee,
        changed_at=AT,
        changed_by="o-1",
    )


def test_recalls_of_one_department_are_one_mail_with_links_and_no_content(database):
    reach()
    put(Channel.EMAIL, news(1), news(2))
    assert send() == (2, 0, 0)
    (mail,) = outgoing.outbox
    assert mail.to == ["desk@finance.example"]
    assert mail.subject == "【守信联动】撤回通知：请停止使用已告知的信息（2）"
    assert mail.body.index("请打开页面") < mail.body.index("Open the page")
    assert mail.body.count("https://x.test/recalls\n") == 2
    assert "r-1" not in mail.body
    assert send(AT + timedelta(days=1)) == (0, 0, 0)


def test_an_address_that_is_gone_by_then_closes_the_message(database):
    put(Channel.EMAIL, news())
    assert send() == (0, 0, 1)
    assert Message.objects.get().closed == "nowhere"


@override_settings(EMAIL_BACKEND=SMTP, EMAIL_HOST="127.0.0.1", EMAIL_PORT=1)
def test_a_mail_server_that_is_away_is_tried_again_later(database):
    reach()
    put(Channel.EMAIL, news())
    assert send() == (0, 1, 0)
    failing = Message.objects.get()
    assert (failing.state, failing.last_error) == ("failing", "ConnectionRefusedError")
    assert failing.due_at == AT + timedelta(minutes=1)
    assert send(AT + timedelta(seconds=59)) == (0, 0, 0)
    with override_settings(EMAIL_BACKEND=LOCMEM):
        assert send(AT + timedelta(minutes=1)) == (1, 0, 0)


def test_a_webhook_is_signed_thin_and_the_same_at_every_attempt(endpoint, receiver):
    receiver.statuses = [500, 204]
    put(Channel.WEBHOOK, news(organisation=code(1), position=7), target=endpoint.id)
    assert send() == (0, 1, 0)
    assert send(AT + timedelta(minutes=1)) == (1, 0, 0)
    (_, first, body), (_, second, again) = receiver.calls
    assert (first["webhook-id"], body) == (second["webhook-id"], again)
    told = Webhook(endpoint.shown).verify(body, first)
    assert told["type"] == "recall.opened"
    assert set(told["data"]) == {
        *("subject", "subject_kind", "organisation", "position", "not_after", "link")
    }
    with pytest.raises(WebhookVerificationError):
        Webhook(endpoints.new_secret()).verify(body, first)
    endpoint.refresh_from_db()
    assert endpoint.state == "in-use"


def test_two_secrets_hold_while_one_is_changed(endpoint, receiver):
    new = endpoints.renew(endpoint, at=AT)
    put(Channel.WEBHOOK, news(1), target=endpoint.id)
    send()
    put(Channel.WEBHOOK, news(2), target=endpoint.id)
    send(AT + timedelta(days=1))
    (_, both, body), (_, one, later) = receiver.calls
    for secret in (endpoint.shown, new):
        Webhook(secret).verify(body, both)
    Webhook(new).verify(later, one)
    with pytest.raises(WebhookVerificationError):
        Webhook(endpoint.shown).verify(later, one)


def test_one_failure_puts_the_others_off_and_five_days_of_it_switch_it_off(endpoint, receiver):
    receiver.statuses = [302]
    put(Channel.WEBHOOK, news(1), news(2), news(3), target=endpoint.id)
    assert send() == (0, 1, 0)
    assert len(receiver.calls) == 1, "a redirect is not followed, and the rest only waits"
    assert sorted(Message.objects.values_list("tries", flat=True)) == [0, 0, 1]
    send(AT + timedelta(days=4))
    endpoint.refresh_from_db()
    assert endpoint.state == "failing"
    send(AT + timedelta(days=5, hours=1))
    endpoint.refresh_from_db()
    assert (endpoint.state, endpoint.off_why) == ("off", "failing")
    send(AT + timedelta(days=6))
    assert set(Message.objects.values_list("closed", flat=True)) == {"nowhere"}


def test_a_client_that_was_closed_is_told_nothing(endpoint, receiver):
    put(Channel.WEBHOOK, news(), target=endpoint.id)
    close_client(ApiClient.objects.get(id=endpoint.client), on=AT.date())
    assert send() == (0, 0, 1)
    assert receiver.calls == []


def test_given_up_after_the_last_try_and_sent_again_by_hand(endpoint, receiver):
    receiver.statuses = [500]
    put(Channel.WEBHOOK, news(kind="return-soon"), target=endpoint.id)
    at = AT
    for _ in range(TRIES):
        Endpoint.objects.update(failing_since=None)
        assert send(at) == (0, 1, 0)
        at = Message.objects.get().due_at
    dead = Message.objects.get()
    assert (dead.state, dead.last_error) == ("gave-up", "answered 500")
    assert send(at + timedelta(days=30)) == (0, 0, 0)
    receiver.statuses = [200]
    messages.send_again(Call(actor=OFFICE, at=at), message=dead.id)
    assert send(at) == (1, 0, 0)
    with pytest.raises(Refused) as refused:
        messages.send_again(Call(actor=OFFICE, at=at), message=dead.id)
    assert refused.value.codes == ("MessageNotGivenUp",)


def test_what_is_settled_or_too_late_is_not_sent(quiet):
    (recall, *_) = open_recalls()
    fields = ("recipient", "record", "version", "kind")
    told = News(kind="recall", addressee=recall.recipient, subject=recall.id, occurrence="7")
    late = news(kind="return-soon", not_after=AT.date() - timedelta(days=1))
    reach(recall.recipient)
    put(Channel.EMAIL, told, late)
    acknowledge(**{name: getattr(recall, name) for name in fields}, by="o-1", at=AT)
    assert send() == (0, 0, 2)
    assert set(Message.objects.values_list("closed", flat=True)) == {"settled", "too-late"}


@pytest.mark.parametrize("statement", [1, 4, 9, 12])
def test_a_worker_that_dies_on_the_way_leaves_the_rest_to_the_next(endpoint, receiver, statement):
    many = 5
    put(Channel.WEBHOOK, *(news(number) for number in range(many)), target=endpoint.id)
    connections.close_all()
    child = os.fork()
    if child == 0:
        with connection.execute_wrapper(_dying(statement)):
            deliver(at=AT, machine=machine())
        os._exit(0)
    os.waitpid(child, 0)
    deliver(at=AT, machine=machine())
    deliver(at=AT + queue.HELD, machine=machine())
    assert Message.objects.filter(sent_at__isnull=False).count() == many
    called = [headers["webhook-id"] for _, headers, _ in receiver.calls]
    assert len(set(called)) == many
    assert max(Counter(called).values()) <= 2


def _dying(statement):
    seen = []

    def die(execute, *asked):
        seen.append(1)
        if len(seen) == statement:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*asked)

    return die


@pytest.mark.parametrize(
    ("url", "local", "why"),
    [
        ("http://127.0.0.1:9/", False, "address not allowed"),
        ("https://127.0.0.1:9/", False, "address not allowed"),
        ("https://localhost:9/", False, "address not allowed"),
        ("https://10.1.2.3/", True, "address not allowed"),
        ("https://169.254.169.254/latest", True, "address not allowed"),
        ("https://[::ffff:10.1.2.3]/", True, "address not allowed"),
        ("https://[::1]:9/", False, "address not allowed"),
        ("https://no-such-name.invalid/", True, "name not known"),
        ("ftp://127.0.0.1/", True, "no https address"),
        ("http://127.0.0.1:9/", True, "ConnectionRefusedError"),
    ],
)
def test_nothing_behind_our_own_walls_is_called(url, local, why):
    with pytest.raises(calling.NotCalled, match=why):
        calling.post(url, "", {}, reach=Reach(local=local))


def test_a_gateway_for_texts_is_asked_by_a_signed_call(database, receiver):
    secret = endpoints.new_secret()
    reach(phone="+8613800000000", by_sms=["recall"])
    put(Channel.SMS, news(1), news(2))
    gateway = {"url": receiver.url, "secret": secret, "function": "", "networks": ()}
    with override_settings(SMS_GATEWAY=gateway):
        assert send() == (2, 0, 0)
    ((_, headers, body),) = receiver.calls
    told = Webhook(secret).verify(body, headers)
    assert told["to"] == "+8613800000000"
    assert (told["template"], told["parameters"]["count"]) == ("recall", "2")


def test_a_run_tells_and_sends_and_a_second_one_has_nothing_to_do(quiet):
    reach("public-resources-trading", email="trade@langang.example")
    first = run_once()
    assert first.queued
    assert first.sent == len(Message.objects.filter(channel="email", sent_at__isnull=False)) > 0
    again = run_once()
    assert (again.queued, again.sent) == (0, 0)
    subjects = {mail.subject for mail in outgoing.outbox}
    assert any("撤回通知" in subject for subject in subjects)
