"""A document that is signed (Ed25519): what is said, its digest, the signature, and the public key.

    {"signed": {...}, "digest": SHA-256 of its canonical bytes, "signature": ..., "key": ...}

Canonical bytes are those of `codec.encode`: whoever reads the file makes them again from ``signed``.
"""

import base64
import binascii
from collections.abc import Collection
from hashlib import sha256
from typing import Any

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from goodstanding.rules import codec
from goodstanding.rules.errors import Refusal, refuse


class SignedFileUnreadable(Refusal):
    """This is no signed report of the register: take the file as it was downloaded."""


class ReportDigestDiffers(Refusal):
    """What the report says is not what was signed: its digest is {found}, and it names {told}."""


class SignatureInvalid(Refusal):
    """The signature is not of this report and this key: somebody changed one of them."""


class SignedByAnother(Refusal):
    """The report is signed with the key {key}, which is none of this register's; get the key from
    the register that made the report."""


class Signed(msgspec.Struct, frozen=True, kw_only=True):
    """The file: what is said as a document, its digest in hex, signature and public key in base64."""

    signed: dict[str, Any]
    digest: str
    signature: str
    key: str


def sign(document: object, *, private: str) -> Signed:
    """A document with its signature.

    Args:
        document: anything `codec.encode` takes.
        private: the key's 32 bytes in base64.
    """
    body = codec.encode(document)
    key = Ed25519PrivateKey.from_private_bytes(base64.b64decode(private))
    return Signed(
        signed=msgspec.json.decode(body),
        digest=sha256(body).hexdigest(),
        signature=_text(key.sign(body)),
        key=public_of(private),
    )


def public_of(private: str) -> str:
    """The public key of a private one, both in base64."""
    key = Ed25519PrivateKey.from_private_bytes(base64.b64decode(private)).public_key()
    return _text(key.public_bytes(Encoding.Raw, PublicFormat.Raw))


def verified(file: bytes, *, keys: Collection[str]) -> Signed:
    """The file, if digest and signature are right and the key is one of ``keys``.

    Raises:
        Refused: `SignedFileUnreadable`, `ReportDigestDiffers`, `SignatureInvalid`, `SignedByAnother`.
    """
    try:
        found = msgspec.json.decode(file, type=Signed)
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(found.key, validate=True))
        signature = base64.b64decode(found.signature, validate=True)
    except (msgspec.DecodeError, binascii.Error, ValueError):
        refuse(SignedFileUnreadable())
    body = codec.encode(found.signed)
    digest = sha256(body).hexdigest()
    if digest != found.digest:
        refuse(ReportDigestDiffers(found=digest, told=found.digest[:64]))
    try:
        key.verify(signature, body)
    except InvalidSignature:
        refuse(SignatureInvalid())
    if found.key not in keys:
        refuse(SignedByAnother(key=found.key))
    return found


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
