"""The command that queues and sends: once as of a moment, and on its own until its parent is gone."""

import os
import threading

from django.test import override_settings

from goodstanding.jobs.run import run_on


def test_one_run_says_what_it_did_and_a_second_has_nothing_to_do(register):
    first = register("jobs", "run", "--once", "--json")
    assert first.status == 0
    assert set(first.document) == {"position", "day", "queued", "sent", "failed", "closed"}
    again = register("jobs", "run", "--once", "--at", "2030-01-02T09:00", "--json")
    assert again.document["day"] == "2030-01-02"


def test_a_run_that_breaks_ends_nothing_and_a_word_ends_it(register):
    said, stop = [], threading.Event()

    def say(line):
        said.append(line)
        stop.set()

    with override_settings(WEBHOOK_NETWORKS=()), override_settings(SMS_GATEWAY=None):
        run_on(every=0, stop=stop, over=lambda: False, say=say)
    assert said == ["not now (TypeError)"]


def test_it_ends_with_its_parent(register):
    parent = os.getppid()
    run_on(every=60, stop=threading.Event(), over=lambda: os.getppid() == parent, say=print)
