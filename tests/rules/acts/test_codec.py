"""The bytes of acts: canonical, stable, and lifted when they are old."""

import json
import unicodedata
from datetime import date
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.rules import codec
from goodstanding.rules.acts.organisation import OrganisationNamed

TEXT = st.text(st.characters(codec="utf-8"), max_size=30)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


class Priced(msgspec.Struct):
    """A struct whose fields are not in order of the alphabet."""

    price: Decimal
    about: str


def test_keys_are_sorted_decimals_are_strings_and_there_are_no_spaces():
    raw = codec.encode(Priced(price=Decimal("12.50"), about="罚款 e\u0301"))
    assert raw.decode() == '{"about":"罚款 \u00e9","price":"12.50"}'


@given(VALUES)
def test_text_is_in_form_nfc_whatever_came_in(value):
    raw = codec.encode(value)
    assert unicodedata.is_normalized("NFC", raw.decode())


@given(VALUES)
def test_what_was_encoded_encodes_to_the_same_bytes_again(value):
    raw = codec.encode(value)
    assert codec.encode(json.loads(raw)) == raw


@given(st.dictionaries(TEXT, TEXT, max_size=5))
def test_content_in_either_form_has_the_same_bytes(content):
    composed = {
        unicodedata.normalize("NFC", name): unicodedata.normalize("NFC", text)
        for name, text in content.items()
    }
    apart = {
        unicodedata.normalize("NFD", name): unicodedata.normalize("NFD", text)
        for name, text in composed.items()
    }
    assert codec.encode(apart) == codec.encode(composed)
    assert codec.decode_content(codec.encode(apart)) == composed


def _from_1(value):
    """A made-up first version that called the name a title."""
    return {"type": "organisation-named/0.2", "name": value["title"], "on": value["on"]}


def _from_2(value):
    """A made-up second version that called the first day ``on``."""
    return {"type": "organisation-named/1", "name": value["name"], "since": value["on"]}


LIFTS = {"organisation-named/0.1": _from_1, "organisation-named/0.2": _from_2}


@pytest.mark.parametrize(
    "raw",
    [
        {"type": "organisation-named/0.1", "title": "乙公司", "on": "2018-03-01"},
        {"type": "organisation-named/0.2", "name": "乙公司", "on": "2018-03-01"},
        {"type": "organisation-named/1", "name": "乙公司", "since": "2018-03-01"},
    ],
    ids=lambda raw: raw["type"],
)
def test_an_old_version_is_lifted_step_by_step(raw):
    effect = codec.decode_effect(codec.encode(raw), kind=raw["type"], lifts=LIFTS)
    assert effect == OrganisationNamed(name="乙公司", since=date(2018, 3, 1))


def test_a_version_nobody_knows_is_an_error():
    with pytest.raises(msgspec.ValidationError):
        codec.decode_effect(b'{"type":"organisation-named/9"}', kind="organisation-named/9")
