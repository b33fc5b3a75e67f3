"""What was told to whom, and the webhook endpoints of a program."""

from ninja import Router

from goodstanding.api.entering import Asked
from goodstanding.api.fields import Limit
from goodstanding.api.messages_told import (
    EndpointOut,
    EndpointSecretOut,
    EndpointsOut,
    MessageOut,
    MessagesOut,
    SecretOut,
)
from goodstanding.api.paging import page
from goodstanding.api.rendering import Rendered
from goodstanding.api.requests import EndpointIn, SwitchIn
from goodstanding.flow import hooks
from goodstanding.flow.messages import read_messages, send_again
from goodstanding.jobs.webhook import reach
from goodstanding.outbox.models import Endpoint, Message

router = Router(tags=["Messages"])


@router.get("/messages", response=MessagesOut)
def messages(
    request: Asked, addressee: str | None = None, cursor: str | None = None, limit: Limit = 50
) -> Rendered:
    """The messages to the caller's department or client, latest first; to all for oversight."""
    found = read_messages(request.call, addressee=addressee)
    return page(found, cursor=cursor, limit=limit)._asdict()


@router.post("/messages/{id}/again", response=MessageOut)
def again(request: Asked, id: int) -> Message:
    """Try a message that was given up from the beginning."""
    return send_again(request.call, message=id)


@router.get("/webhooks", response=EndpointsOut)
def endpoints(request: Asked, cursor: str | None = None, limit: Limit = 50) -> Rendered:
    """The endpoints the caller may arrange."""
    return page(hooks.read_endpoints(request.call), cursor=cursor, limit=limit)._asdict()


@router.post("/webhooks", response=EndpointSecretOut)
def enter(request: Asked, body: EndpointIn) -> Rendered:
    """Enter an endpoint. ``secret`` signs every call by Standard Webhooks and is told this once."""
    call = request.call
    client = body.client or call.actor.client or ""
    endpoint, secret = hooks.add_endpoint(
        call, client=client, url=body.url, kinds=body.kinds, reach=reach()
    )
    return {"endpoint": endpoint, "secret": secret}


@router.post("/webhooks/{id}/secret", response=SecretOut)
def renew(request: Asked, id: str) -> Rendered:
    """A new secret, told this once; for a day every call is signed by the old one as well."""
    return {"secret": hooks.renew_secret(request.call, endpoint=id)}


@router.post("/webhooks/{id}/switch", response=EndpointOut)
def switch(request: Asked, id: str, body: SwitchIn) -> Endpoint:
    """Switch an endpoint on or off; what comes while it is off is not sent later."""
    return hooks.switch(request.call, endpoint=id, on=body.on)


@router.post("/webhooks/{id}/test", response={204: None})
def try_out(request: Asked, id: str) -> None:
    """Send a test message with the next run."""
    hooks.try_out(request.call, endpoint=id)


@router.delete("/webhooks/{id}", response={204: None})
def remove(request: Asked, id: str) -> None:
    """Remove an endpoint; what was sent to it stays listed."""
    hooks.remove(request.call, endpoint=id)
