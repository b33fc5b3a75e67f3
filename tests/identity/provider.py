"""The provider: django-oauth-toolkit as a site of its own; prints its address, then serves.

Everybody is signed in there as the user named in the cookie ``who``. Some users are lies: the
provider signs for them what a broken or stolen one would.
"""

import base64
import io
import json
import sys
from pathlib import Path
from time import time
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

CLIENT, SECRET = "goodstanding", "a secret between two machines"
CLAIM = "credit_code"
HOUR = 3600
LIES = {
    "wrong-nonce": lambda: {"nonce": "of another visit"},
    "wrong-audience": lambda: {"aud": "another-application"},
    "wrong-issuer": lambda: {"iss": "http://127.0.0.1:1"},
    "expired": lambda: {"exp": int(time()) - HOUR, "iat": int(time()) - 2 * HOUR},
}
HONEST = ("lin", "he")


class Quiet(WSGIRequestHandler):
    """Says nothing about each request."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


def configure(address: str, folder: Path) -> None:
    """The settings of the site; a key is made for every run."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    settings.configure(
        SECRET_KEY="of the provider",
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF="tests.identity.urls",
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "oauth2_provider",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "tests.identity.behaviour.named_by_cookie",
        ],
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
        DATABASES={
            "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "provider.sqlite"}
        },
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=True,
        OAUTH2_PROVIDER={
            "OIDC_ENABLED": True,
            "OIDC_ISS_ENDPOINT": address,
            "OIDC_RSA_PRIVATE_KEY": key.decode(),
            "OAUTH2_VALIDATOR_CLASS": "tests.identity.behaviour.Validator",
            "SCOPES": {"openid": "who you are"},
            "PKCE_REQUIRED": True,
        },
    )


def tampered(token: str) -> str:
    """The token with another subject under the old signature."""
    head, body, signature = token.split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=="))
    changed = json.dumps({**claims, "sub": "1"}).encode()
    return ".".join([head, base64.urlsafe_b64encode(changed).decode().rstrip("="), signature])


def main(folder: Path, back: str) -> None:
    """Serve until killed."""
    server = make_server("127.0.0.1", 0, None, handler_class=Quiet)  # type: ignore[arg-type]
    address = f"http://127.0.0.1:{server.server_port}"
    configure(address, folder)
    django.setup()
    call_command("migrate", verbosity=0)
    call_command(
        "createapplication",
        "confidential",
        "authorization-code",
        client_id=CLIENT,
        client_secret=SECRET,
        redirect_uris=back,
        algorithm="RS256",
        skip_authorization=True,
        stdout=io.StringIO(),
        verbosity=0,
    )
    server.set_app(get_wsgi_application())
    print(address, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
