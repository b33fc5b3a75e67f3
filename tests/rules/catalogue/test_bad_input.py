"""Whatever bytes a pack is made of: problems with a line and a cure, never a crash, nothing in part."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodstanding.rules.catalogue import compose, decode, lint
from goodstanding.rules.errors import Refused
from tests.rules.catalogue.packs import FIXTURES, HARBOUR_FILES, harbour, read_pack

BASE = harbour("harbour-later")
AMENDMENT = read_pack(FIXTURES / "harbour-2026")
LINES = HARBOUR_FILES["pack.yaml"].splitlines()
AMENDED = AMENDMENT["pack.yaml"].splitlines()
SLIPS = st.sampled_from(
    [
        b"",
        b"pack: 3",
        b"grounds:",
        b"grounds: {}",
        b"  - 7",
        b"  - {}",
        b"  - [a, b]",
        b"    id: [x]",
        b"    in_force: 2020-01-01",
        b"    values: []",
        b"    citations: {}",
        b"    term: {months: 0, max_months: 1000}",
        b"    title: {zh: ~, en: ~}",
        b"\t- tab",
        b"? {a: b}",
        b"&a *a",
        b"    <<: *nothing",
        b"    since: 2021-02-30",
        b"\xff\xfe",
        b"    value: 99999999999999999999999999",
        b"--- two documents",
    ]
)


def spoilt(lines: list[bytes], at: int, slip: bytes) -> dict[str, bytes]:
    """One line of a good pack in another's place."""
    kept = [*lines[:at], slip, *lines[at + 1 :]]
    return {"pack.yaml": b"\n".join(kept)}


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(LINES) - 1), SLIPS)
def test_a_spoilt_pack_is_judged_and_never_loaded_in_part(at: int, slip: bytes) -> None:
    files = spoilt(LINES, at, slip)
    found = lint(files)
    assert all(each.line >= 1 and each.sentence and each.cure for each in found if each.file)
    if not found:
        assert decode(files).digest
        return
    with pytest.raises(Refused) as refused:
        decode(files)
    assert sorted(refused.value.codes) == sorted(each.code for each in found)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(AMENDED) - 1), SLIPS)
def test_a_spoilt_amendment_is_judged_and_never_loaded_in_part(at: int, slip: bytes) -> None:
    files = spoilt(AMENDED, at, slip)
    found = lint(files, BASE)
    if not found:
        assert compose(BASE, files).digest
        return
    with pytest.raises(Refused):
        compose(BASE, files)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_at_all_get_an_answer(data: bytes) -> None:
    assert isinstance(lint({"pack.yaml": data}), list)
    assert isinstance(lint({**HARBOUR_FILES, "z.yaml": data}), list)


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 5000,
        b"a: " * 3000,
        b"x: &a {b: *a}",
        b"<<: 3",
        b"procedures: [{<<: {id: a}, <<: {id: b}}]",
        b"procedures: [!!timestamp x]",
        b"procedures: [!!bool x]",
        b"procedures: [!!int '']",
        b"procedures: [!!float '-']",
        b"procedures: !!omap x",
        b"procedures: !!pairs [x]",
        b"procedures: !!set {a: 1}",
        b"procedures: [" + b"9" * 6000 + b"]",
        b"procedures: [!!binary '?']",
        b"procedures: [{id: 0b12__, title: 1:99:99}]",
    ],
    ids=lambda data: repr(data[:20]),
)
def test_traps_of_yaml_are_problems(data: bytes) -> None:
    assert lint({**HARBOUR_FILES, "z.yaml": data})
