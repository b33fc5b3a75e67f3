"""Secrets that must be read again are kept encrypted; the key is not in the database."""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


def sealed(text: str) -> str:
    """The text, encrypted under a key derived from `settings.SECRET_KEY`."""
    return _keys().encrypt(text.encode()).decode()


def opened(token: str) -> str:
    """The text again; empty if it was sealed under a key that is gone."""
    try:
        return _keys().decrypt(token.encode()).decode()
    except InvalidToken:
        return ""


def _keys() -> MultiFernet:
    return MultiFernet(
        [_key(each) for each in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    )


def _key(secret: str) -> Fernet:
    digest = hashlib.sha256(b"goodstanding second factor" + secret.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
