"""Webhooks: endpoints are called side by side, each in the order of its messages."""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import datetime
from queue import SimpleQueue

from goodstanding.departments.models import ApiClient
from goodstanding.jobs import webhook
from goodstanding.jobs.noting import Noting, grouped
from goodstanding.jobs.webhook import Outcome
from goodstanding.outbox import endpoints
from goodstanding.outbox.models import Endpoint, Message
from goodstanding.rules.periods import local_day

#: Endpoints called side by side.
AT_ONCE = 8
#: Seconds after which at the latest is kept what was taken.
BEAT = 0.1


def send_webhooks(messages: Sequence[Message], noting: Noting, *, machine: datetime) -> None:
    """Call every endpoint; what belongs to one that is off, or to a closed client, is closed."""
    groups = grouped((each.target, each) for each in messages)
    used = _in_use(groups, noting.at)
    noting.nowhere([each for id, group in groups.items() if id not in used for each in group])
    taken: SimpleQueue[Message] = SimpleQueue()
    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        calls: dict[Future[Outcome], Endpoint] = {
            pool.submit(
                webhook.send_all, used[id], group, taken.put, at=noting.at, machine=machine
            ): used[id]
            for id, group in groups.items()
            if id in used
        }
        _follow(calls, taken, used, noting)


def _follow(
    calls: Mapping[Future[Outcome], Endpoint],
    taken: SimpleQueue[Message],
    used: Mapping[str, Endpoint],
    noting: Noting,
) -> None:
    """Note what was taken as it is taken: of a worker that dies, little goes out twice."""
    waiting = set(calls)
    while waiting:
        over, waiting = wait(waiting, timeout=BEAT, return_when=FIRST_COMPLETED)
        went = [taken.get() for _ in range(taken.qsize())]
        noting.went(went)
        for id in {each.target for each in went}:
            endpoints.worked(used[id], at=noting.at)
        for call in over:
            _note(calls[call], call.result(), noting)


def _in_use(ids: Iterable[str], at: datetime) -> dict[str, Endpoint]:
    """The endpoints that are on, of clients that may still call."""
    found = Endpoint.objects.filter(id__in=list(ids), off_at__isnull=True, removed_at__isnull=True)
    clients = ApiClient.objects.in_bulk({each.client for each in found})
    today = local_day(at)
    return {
        each.id: each
        for each in found
        if each.client in clients and clients[each.client].open_on(today)
    }


def _note(endpoint: Endpoint, outcome: Outcome, noting: Noting) -> None:
    """One failure puts off the rest of an endpoint's messages: they would only fail as well."""
    if outcome.failed is not None:
        noting.did_not([outcome.failed], outcome.error)
        endpoints.did_not(endpoint, at=noting.at, error=outcome.error)
    noting.put_off(outcome.left, behind=outcome.failed)
