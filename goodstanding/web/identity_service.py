"""The city's identity service over OpenID Connect; Authlib speaks and verifies, we only ask."""

from functools import lru_cache
from typing import Any

import msgspec
from authlib.integrations.base_client import OAuthError
from authlib.integrations.django_client import OAuth
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from joserfc.errors import JoseError
from requests import RequestException

from goodstanding.rules.errors import Forbidden, Refusal, refuse

#: Longer than a healthy service takes, shorter than a person waits.
SECONDS = 5
#: How far the clocks of two machines may differ, in seconds.
LEEWAY = 30


class IdentityServiceSilent(Refusal):
    """The city's identity service does not answer. Try again in some minutes, or sign in with name
    and password."""

    status = 503


class IdentityNotProven(Forbidden):
    """What came back from the identity service cannot be relied on, so nobody was signed in. Begin
    again on the page to sign in; if it happens again, tell the credit office."""


class Proven(msgspec.Struct, frozen=True, kw_only=True):
    """Who the service says this is; ``organisation`` is the code it names, or empty."""

    issuer: str
    subject: str
    organisation: str


def begin(request: HttpRequest, *, back: str) -> HttpResponse:
    """To the service, with state, nonce and PKCE kept in the session; ``back`` is our address.

    Raises `Refused` with `IdentityServiceSilent`.
    """
    try:
        return _client().authorize_redirect(request, back)
    except (RequestException, ValueError, KeyError):
        refuse(IdentityServiceSilent())


def proven(request: HttpRequest) -> Proven:
    """Who came back: state, PKCE, nonce, signature, issuer, audience and times are verified.

    Raises `Refused` with `IdentityServiceSilent` or `IdentityNotProven`.
    """
    wanted = {
        "iss": {"essential": True, "values": [settings.IDENTITY["issuer"]]},
        "aud": {"essential": True, "values": [settings.IDENTITY["client"]]},
        "exp": {"essential": True},
        "nonce": {"essential": True},
    }
    try:
        token = _client().authorize_access_token(request, claims_options=wanted, leeway=LEEWAY)
    except RequestException:
        refuse(IdentityServiceSilent())
    except (OAuthError, JoseError, ValueError, KeyError, RuntimeError):
        refuse(IdentityNotProven())
    return _read(token.get("userinfo") or {})


def _read(claims: dict[str, Any]) -> Proven:
    subject, named = claims.get("sub"), claims.get(settings.IDENTITY["claim"] or "", "")
    if not subject:
        refuse(IdentityNotProven())
    issuer = settings.IDENTITY["issuer"]
    return Proven(issuer=issuer, subject=str(subject), organisation=str(named or ""))


def _client() -> Any:
    return _registered(
        *(settings.IDENTITY[name] for name in ("issuer", "client", "secret", "scope"))
    )


@lru_cache(maxsize=4)
def _registered(issuer: str, client: str, secret: str, scope: str) -> Any:
    """One client per configuration: what the service says of itself is read once."""
    return OAuth().register(
        "city",
        client_id=client,
        client_secret=secret or None,
        server_metadata_url=f"{issuer}/.well-known/openid-configuration",
        client_kwargs={
            "scope": scope,
            "code_challenge_method": "S256",
            "default_timeout": SECONDS,
        },
    )
