"""The keys of this register: one that signs its reports, and those by which they are known."""

from django.conf import settings

from goodstanding.files.signed import Signed, public_of, sign


def signed(document: object) -> Signed:
    """A document with the signature of this register."""
    return sign(document, private=str(settings.REPORT_KEY))


def public_keys() -> tuple[str, ...]:
    """The public keys in base64: the one in use, then those of before."""
    return (public_of(str(settings.REPORT_KEY)), *settings.REPORT_KEYS_BEFORE)
