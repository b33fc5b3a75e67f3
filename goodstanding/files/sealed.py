"""Bytes at rest: each file under a key of its own, that key under the installation's.

AES-256-GCM. What a file belongs to is bound in, so that one sealed file never passes for another.
"""

import os
from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from goodstanding.rules.errors import Refusal, refuse

NONCE = 12
KEY_BITS = 256


class SealUnopened(Refusal):
    """The file cannot be opened: its key ({key}) is not among the keys of this installation, or its
    bytes were altered. Bring the key back (GOODSTANDING_EVIDENCE_KEYS)."""

    status = 503


class Sealed(NamedTuple):
    """Encrypted bytes, their key encrypted under the key of that name, each after its nonce."""

    key: str
    wrapped: bytes
    body: bytes


def seal(data: bytes, *, of: str, keys: Mapping[str, bytes]) -> Sealed:
    """Seal bytes under a new key of their own, and that under the first of the installation's keys."""
    own = AESGCM.generate_key(bit_length=KEY_BITS)
    name = next(iter(keys))
    return Sealed(name, _encrypted(keys[name], own, of), _encrypted(own, data, of))


def opened(sealed: Sealed, *, of: str, keys: Mapping[str, bytes]) -> bytes:
    """The bytes again; refuses `SealUnopened`."""
    return _decrypted(_own(sealed, of, keys), sealed.body, of, sealed.key)


def rewrapped(sealed: Sealed, *, of: str, keys: Mapping[str, bytes]) -> Sealed:
    """The same bytes, their key now under the first of the installation's keys."""
    name = next(iter(keys))
    return Sealed(name, _encrypted(keys[name], _own(sealed, of, keys), of), sealed.body)


def keys_from(text: str, *, otherwise: str) -> dict[str, bytes]:
    """The installation's keys by name, the one in use first, from ``name:secret,name:secret``.

    ``otherwise``: the secret one is derived from where none is named.
    """
    named = dict(each.strip().split(":", 1) for each in text.split(",") if ":" in each)
    found = named or {"derived": otherwise}
    return {
        name: sha256(b"goodstanding evidence" + each.encode()).digest()
        for name, each in found.items()
    }


def _own(sealed: Sealed, of: str, keys: Mapping[str, bytes]) -> bytes:
    if sealed.key not in keys:
        refuse(SealUnopened(key=sealed.key))
    return _decrypted(keys[sealed.key], sealed.wrapped, of, sealed.key)


def _encrypted(key: bytes, data: bytes, of: str) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, data, of.encode())


def _decrypted(key: bytes, data: bytes, of: str, name: str) -> bytes:
    try:
        return AESGCM(key).decrypt(data[:NONCE], data[NONCE:], of.encode())
    except InvalidTag:
        refuse(SealUnopened(key=name))
