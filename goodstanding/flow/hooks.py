"""Webhook endpoints of the programs of a department, public body or institution; who arranges them."""

from collections.abc import Sequence

from django.db import IntegrityError, transaction

from goodstanding.departments.models import ApiClient, ClientKind
from goodstanding.flow import policy
from goodstanding.flow.bench import Call
from goodstanding.outbox import endpoints, queries, queue
from goodstanding.outbox.models import Endpoint
from goodstanding.rules.actors import Scope, institution_recipient
from goodstanding.rules.errors import Conflict, NotFound, Refusal, refuse, require_none
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.rules.telling.kinds import Channel, kinds_for, sort_of
from goodstanding.rules.telling.news import News
from goodstanding.rules.telling.reach import Reach
from goodstanding.rules.telling.ways import Way

#: Endpoints of one client.
MOST = 10


class EndpointUnknown(NotFound):
    """There is no webhook endpoint {endpoint} of yours."""


class ClientOfNobodyHere(NotFound):
    """There is no client {client} of the API that is told of recalls; name one of yours."""


class EndpointAddressRefused(Refusal):
    """A webhook goes to an https address outside, with a name and without a user: {url} is none."""


class EndpointTakesNothing(Refusal):
    """Choose at least one kind of message for the endpoint."""


class EndpointKindUnknown(Refusal):
    """There is no message {kinds} for this endpoint; choose among those that are offered."""


class EndpointEnteredBefore(Conflict):
    """This client has this address already. Change the one there is, or remove it first."""


class TooManyEndpoints(Conflict):
    """A client has at most {most} endpoints. Remove one first."""


def clients(call: Call) -> list[ApiClient]:
    """The clients for which the caller may arrange endpoints, by name."""
    told = (ClientKind.DEPARTMENT, ClientKind.PUBLIC_BODY, ClientKind.INSTITUTION)
    kinds = [each.value for each in told]
    found = ApiClient.objects.filter(kind__in=kinds, scopes__contains=[Scope.RECALLS.value])
    return [
        each
        for each in found.order_by("name")
        if each.open_on(call.on) and _permitted(call, _addressee(each))
    ]


def read_endpoints(call: Call) -> list[Endpoint]:
    """The endpoints the caller may arrange, by addressee."""
    _require(call, call.actor.recipient)
    return [each for each in queries.endpoints() if _permitted(call, each.addressee)]


def add_endpoint(
    call: Call, *, client: str, url: str, kinds: Sequence[str], reach: Reach
) -> tuple[Endpoint, str]:
    """Enter an endpoint of a client; its secret is told now and never again.

    Args:
        client: the id of the client of the API it belongs to.
        kinds: what it takes.
        reach: where this installation lets webhooks go.
    """
    found = _client(call, client)
    addressee = _addressee(found)
    _require(call, addressee)
    offered = {each.id for each in kinds_for(sort_of(addressee))} - {"test"}
    unknown = sorted(set(kinds) - offered)
    problems: list[Refusal] = [] if reach.takes(url) else [EndpointAddressRefused(url=url[:200])]
    problems += [] if kinds else [EndpointTakesNothing()]
    problems += [EndpointKindUnknown(kinds=unknown)] if unknown else []
    if queries.endpoints().filter(client=found.id).count() >= MOST:
        problems.append(TooManyEndpoints(most=MOST))
    require_none(problems)
    try:
        with transaction.atomic():
            return endpoints.add(
                addressee=addressee,
                client=found.id,
                url=url,
                kinds=kinds,
                by=call.actor.id,
                at=call.at,
            )
    except IntegrityError:
        refuse(EndpointEnteredBefore())


def renew_secret(call: Call, *, endpoint: str) -> str:
    """A new secret, told now and never again; the one before signs as well for a day."""
    return endpoints.renew(_own(call, endpoint), at=call.at)


def switch(call: Call, *, endpoint: str, on: bool) -> Endpoint:
    """Switch an endpoint on or off; what would have gone to it meanwhile is not sent later."""
    found = _own(call, endpoint)
    if on:
        endpoints.switch_on(found)
    else:
        endpoints.switch_off(found, at=call.at)
    return found


def remove(call: Call, *, endpoint: str) -> None:
    """Remove an endpoint for good; what was sent to it stays listed."""
    endpoints.remove(_own(call, endpoint), at=call.at)


def try_out(call: Call, *, endpoint: str) -> None:
    """Queue a test message to an endpoint; it goes out with the next run."""
    found = _own(call, endpoint)
    news = News(
        kind="test",
        addressee=found.addressee,
        subject=found.id,
        occurrence=call.at.isoformat(),
    )
    queue.put([(news, [Way(channel=Channel.WEBHOOK, target=found.id)])], at=call.at)


def _client(call: Call, id: str) -> ApiClient:
    found = ApiClient.objects.filter(id=id).first()
    told = found is not None and Scope.RECALLS.value in found.scopes and found.open_on(call.on)
    if found is None or not told:
        _require(call, call.actor.recipient)
        refuse(ClientOfNobodyHere(client=id))
    return found


def _own(call: Call, id: str) -> Endpoint:
    found = queries.endpoint(id=id)
    if found is None:
        _require(call, call.actor.recipient)
        refuse(EndpointUnknown(endpoint=id))
    _require(call, found.addressee)
    return found


def _addressee(client: ApiClient) -> str:
    """A department or institution answers for its clients; a public body is known by its client."""
    if client.institution:
        return institution_recipient(client.institution)
    return client.department or client.id


def _require(call: Call, addressee: str) -> None:
    policy.require(call.actor, Action.ARRANGE_ENDPOINTS, department=addressee, recipient=addressee)


def _permitted(call: Call, addressee: str) -> bool:
    return allowed(call.actor, Action.ARRANGE_ENDPOINTS, department=addressee, recipient=addressee)
