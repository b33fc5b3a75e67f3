"""Acts and states as bytes: the bytes hashed are the bytes stored, and old bytes stay readable."""

import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from goodstanding.rules.acts.effects import Effect
from goodstanding.rules.acts.envelope import Content, Header
from goodstanding.rules.states import State

Raw = dict[str, Any]
Lift = Callable[[Raw], Raw]

#: From a kind no longer written to the next version of it: ``"penalty/1" -> penalty/2``.
LIFTS: Mapping[str, Lift] = {}

_ENCODER = msgspec.json.Encoder(order="sorted", decimal_format="string", uuid_format="canonical")
_HEADER = msgspec.json.Decoder(Header)
_EFFECT: msgspec.json.Decoder[Effect] = msgspec.json.Decoder(Effect)
_CONTENT = msgspec.json.Decoder(Content)
_STATE: msgspec.json.Decoder[State] = msgspec.json.Decoder(State)


def encode(value: object) -> bytes:
    """Canonical JSON: keys sorted, no spaces, decimals as strings, all text in form NFC."""
    found = _ENCODER.encode(value)
    if found.isascii() or unicodedata.is_normalized("NFC", found.decode()):
        return found
    # No character of JSON's own syntax composes with a neighbour, so the whole may be normalised;
    # keys may have changed, so they are sorted again.
    return _ENCODER.encode(msgspec.json.decode(unicodedata.normalize("NFC", found.decode())))


def encode_state(state: State) -> bytes:
    """The same of a state: its texts come from acts, whose bytes are in form NFC already."""
    return _ENCODER.encode(state)


def kind_of(effect: Effect) -> str:
    """The kind and version of an effect, as ``notice-served/1``."""
    return str(type(effect).__struct_config__.tag)


def type_of(state: State) -> str:
    """The word for the type of a state, as ``designation``."""
    return str(type(state).__struct_config__.tag)


def decode_header(raw: bytes) -> Header:
    """The header in its bytes."""
    return _HEADER.decode(raw)


def decode_effect(raw: bytes, *, kind: str, lifts: Mapping[str, Lift] = LIFTS) -> Effect:
    """The effect in its bytes, lifted version by version to the one now in use.

    Args:
        raw: the bytes as stored, whatever their age.
        kind: the kind and version they were written as, from the header.
        lifts: for each version no longer in use, the pure function to the next one.
    """
    if kind not in lifts:
        return _EFFECT.decode(raw)
    value: Raw = msgspec.json.decode(raw)
    while (version := value["type"]) in lifts:
        value = lifts[version](value)
    return msgspec.convert(value, Effect)  # type: ignore[no-any-return]


def decode_content(raw: bytes) -> Content:
    """The content in its bytes."""
    return _CONTENT.decode(raw)


def decode_state(raw: bytes) -> State:
    """The state in its bytes."""
    return _STATE.decode(raw)
