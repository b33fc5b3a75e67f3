"""A signed document: every byte of what it says is bound, and only the known keys are believed."""

import base64
import copy
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.files.signed import public_of, sign, verified
from goodstanding.rules import codec
from goodstanding.rules.errors import Refused

PRIVATE, ANOTHER = (base64.b64encode(bytes([n]) * 32).decode() for n in (1, 2))
KEY = public_of(PRIVATE)
DOCUMENT = {"made_on": date(2026, 11, 26), "counts": [1, 2], "name": "规则", "none": None}
FILE = codec.encode(sign(DOCUMENT, private=PRIVATE))


def refused(file, keys=(KEY,)):
    with pytest.raises(Refused) as found:
        verified(file, keys=keys)
    return found.value.codes


def test_a_file_is_known_however_it_is_laid_out():
    assert verified(FILE, keys=[KEY]).signed["made_on"] == "2026-11-26"
    assert verified(msgspec.json.format(FILE, indent=4), keys=["x", KEY]).key == KEY
    assert refused(FILE, keys=[public_of(ANOTHER)]) == ("SignedByAnother",)


@pytest.mark.parametrize(
    ("part", "value", "code"),
    [
        ("signed", {"counts": [1, 3]}, "ReportDigestDiffers"),
        ("digest", "0" * 64, "ReportDigestDiffers"),
        ("signature", base64.b64encode(bytes(64)).decode(), "SignatureInvalid"),
        ("signature", "not base64!", "SignedFileUnreadable"),
        ("key", public_of(ANOTHER), "SignatureInvalid"),
        ("key", "AAAA", "SignedFileUnreadable"),
        ("key", None, "SignedFileUnreadable"),
    ],
)
def test_a_part_that_was_changed_is_found(part, value, code):
    changed = {**msgspec.json.decode(FILE), part: value}
    assert refused(codec.encode(changed)) == (code,)


def test_what_is_no_such_file_is_refused():
    for data in (b"", b"[]", b"{}", b"\x00\xff", b"{" * 5000):
        assert refused(data) == ("SignedFileUnreadable",)


@given(st.integers(0, len(FILE) - 1), st.integers(1, 255))
def test_no_byte_can_be_another(place, by):
    """Another byte is refused, unless the file says the very same."""
    changed = bytearray(FILE)
    changed[place] ^= by
    try:
        found = verified(bytes(changed), keys=[KEY])
    except Refused:
        return
    assert found == msgspec.json.decode(FILE, type=type(found))


def test_the_same_document_has_one_signature():
    again = sign(copy.deepcopy(DOCUMENT), private=PRIVATE)
    assert codec.encode(again) == FILE
