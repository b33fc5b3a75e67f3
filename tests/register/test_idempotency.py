"""The same request twice does its work once and is answered the same."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connections, transaction

from goodstanding.register import idempotency, reading
from goodstanding.register.idempotency import Answer, digest_of
from goodstanding.register.writing import writing
from goodstanding.rules.errors import Refused
from tests.register import acts

A = acts.stream(1)
BODY = digest_of(b"POST", b"/designations", b"{}")


def _request(*, digest=BODY, client="client-1", at=acts.MOMENT, fail=False):
    """What a door does with a key."""
    with transaction.atomic():
        answer = idempotency.claim(client=client, key="key-1", digest=digest, at=at)
        if answer:
            return answer
        with writing(A, author=acts.OFFICER, at=at) as work:
            count = len(reading.acts(A))
            work.append([acts.record(A, f"record-{count}")])
        if fail:
            raise RuntimeError
        made = Answer(201, f'{{"count":{count}}}'.encode())
        idempotency.keep(client=client, key="key-1", answer=made)
        return made


def test_the_second_request_gets_the_answer_of_the_first(database):
    assert _request() == _request() == Answer(201, b'{"count":0}')
    assert len(reading.acts(A)) == 1


def test_another_body_under_the_same_key_is_a_conflict(database):
    _request()
    with pytest.raises(Refused) as refused:
        _request(digest=digest_of(b"POST", b"/designations{", b"}"))
    assert refused.value.codes == ("IdempotencyKeyReused",)
    assert refused.value.status == 409


def test_a_key_belongs_to_its_client(database):
    _request()
    assert _request(client="client-2").body == b'{"count":1}'


def test_a_request_that_failed_may_be_sent_again(database):
    with pytest.raises(RuntimeError):
        _request(fail=True)
    assert _request().body == b'{"count":0}'


@pytest.mark.parametrize(("days", "count"), [(7, 1), (7.001, 2)])
def test_a_key_is_kept_seven_days(database, days, count):
    _request()
    _request(at=acts.MOMENT + timedelta(days=days))
    assert len(reading.acts(A)) == count


def test_old_keys_are_forgotten(database):
    _request()
    assert idempotency.forget(at=acts.MOMENT + timedelta(days=7)) == 0
    assert idempotency.forget(at=acts.MOMENT + timedelta(days=8)) == 1


def test_a_key_is_claimed_only_inside_a_transaction(database):
    with pytest.raises(ValueError, match="transaction"):
        idempotency.claim(client="client-1", key="key-1", digest=BODY, at=acts.MOMENT)


def test_the_same_request_at_the_same_time_does_its_work_once(database):
    together = Barrier(4)

    def send(_):
        together.wait()
        try:
            return _request()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        answers = set(pool.map(send, range(4)))
    assert answers == {Answer(201, b'{"count":0}')}
    assert len(reading.acts(A)) == 1
