"""Webhooks: endpoints are called side by side, each in the order of its messages."""

from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from datetime import datetime

from goodstanding.departments.models import ApiClient
from goodstanding.jobs import webhook
from goodstanding.jobs.noting import Noting, grouped
from goodstanding.jobs.webhook import Outcome
from goodstanding.outbox import endpoints
from goodstanding.outbox.models import Endpoint, Message
from goodstanding.rules.periods import local_day

#: Endpoints called side by side.
AT_ONCE = 8


def send_webhooks(messages: Sequence[Message], noting: Noting, *, machine: datetime) -> None:
    """Call every endpoint; what belongs to one that is off, or to a closed client, is closed."""
    groups = grouped((each.target, each) for each in messages)
    used = _in_use(groups, noting.at)
    noting.nowhere([each for id, group in groups.items() if id not in used for each in group])
    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        calls: dict[Future[Outcome], Endpoint] = {
            pool.submit(webhook.send_all, used[id], group, at=noting.at, machine=machine): used[id]
            for id, group in groups.items()
            if id in used
        }
        for call in as_completed(calls):
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
    noting.went(outcome.sent)
    if outcome.sent:
        endpoints.worked(endpoint, at=noting.at)
    if outcome.failed is not None:
        noting.did_not([outcome.failed], outcome.error)
        endpoints.did_not(endpoint, at=noting.at, error=outcome.error)
        noting.put_off(outcome.left, behind=outcome.failed)
