"""Everything is queued once, whatever happens to the job that queues it."""

import os
import signal
from datetime import timedelta
from random import Random

from django.db import connection, connections

from goodstanding.disclosure.ledger import acknowledge
from goodstanding.disclosure.queries import open_recalls
from goodstanding.flow.tell import begin, tell
from goodstanding.outbox.models import Address, Message
from goodstanding.register.reading import head
from goodstanding.rules.telling.kinds import Channel
from goodstanding.wallclock import now, today
from tests.web import city as places

SERVED = frozenset({Channel.EMAIL, Channel.WEBHOOK})


def _keys():
    fields = ("addressee", "kind", "subject", "occurrence", "channel", "target")
    return sorted(Message.objects.values_list(*fields))


def _kinds():
    return set(Message.objects.values_list("kind", flat=True))


def _reach(addressee, email="desk@langang.example"):
    Address.objects.create(addressee=addressee, email=email, changed_at=now(), changed_by="o-1")


def test_the_whole_story_is_told_and_told_once(quiet):
    _reach(places.HOME)
    for each in (places.EXPIRED, places.STAYED):
        _reach(each)
    begin(position=0, day=today() - timedelta(days=4000), at=now())
    done = tell(at=now(), served=SERVED)
    assert done.position == head().position
    assert done.messages == Message.objects.count()
    assert {
        *("recall", "reopening", "ask-again", "statement-begun", "record-over"),
        *("objection-accepted", "objection-decided", "record-withdrawn", "record-corrected"),
    } <= _kinds()
    told = _keys()
    assert tell(at=now(), served=SERVED).messages == 0
    chance = Random(449800)
    for _ in range(4):
        begin(position=chance.randint(0, done.position), day=today() - timedelta(days=9), at=now())
        assert tell(at=now(), served=SERVED).messages == 0
    assert _keys() == told


def test_a_register_that_begins_to_tell_leaves_the_past_alone(quiet):
    tell(at=now(), served=SERVED)
    assert _kinds() <= {"recall", "recall-reminder", "reopening", "ask-again"} | {
        *("lift-soon", "lift-overdue", "return-soon", "return-overdue", "statement-ending"),
        "watch",
    }
    assert "recall" in _kinds()


def test_who_gave_no_address_is_told_on_the_page_what_must_be_told(quiet):
    tell(at=now(), served=SERVED)
    assert set(Message.objects.values_list("channel", flat=True)) == {"page"}
    assert not Message.objects.filter(sent_at__isnull=True).exists()


def test_reminders_go_on_until_the_recall_is_acknowledged(quiet):
    tell(at=now(), served=SERVED)
    tell(at=now() + timedelta(days=30), served=SERVED)
    reminded = Message.objects.filter(kind="recall-reminder")
    count = reminded.count()
    assert count
    for each in open_recalls():
        acknowledge(
            **{name: getattr(each, name) for name in ("recipient", "record", "version", "kind")},
            by="o-1",
            at=now(),
        )
    tell(at=now() + timedelta(days=60), served=SERVED)
    assert reminded.count() == count


def test_killed_anywhere_it_has_told_nothing_or_everything(quiet):
    begin(position=0, day=today() - timedelta(days=40), at=now())
    _reach(places.HOME)
    statements = _statements()
    expected = _keys()
    Message.objects.all().delete()
    begin(position=0, day=today() - timedelta(days=40), at=now())
    chance = Random(449801)
    for point in sorted(chance.sample(range(1, statements + 1), 8)):
        _killed(point)
        assert _keys() in ([], expected)
    tell(at=now(), served=SERVED)
    assert _keys() == expected


def _statements():
    counted = []

    def count(execute, *asked):
        counted.append(1)
        return execute(*asked)

    with connection.execute_wrapper(count):
        tell(at=now(), served=SERVED)
    return len(counted)


def _killed(statement):
    connections.close_all()
    child = os.fork()
    if child == 0:
        seen = []

        def die(execute, *asked):
            seen.append(1)
            if len(seen) == statement:
                os.kill(os.getpid(), signal.SIGKILL)
            return execute(*asked)

        try:
            with connection.execute_wrapper(die):
                tell(at=now(), served=SERVED)
        finally:
            os._exit(0)
    os.waitpid(child, 0)
