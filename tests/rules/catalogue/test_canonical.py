"""A rulebook is its canonical bytes: the same content has the same digest, wherever it was read."""

from hashlib import sha256
from pathlib import Path

import pytest

from goodstanding.rules.catalogue import canonical, decode, from_canonical
from goodstanding.rules.catalogue.pack import json_schema
from tests.rules.catalogue.packs import DONGGUAN_FILES, HARBOUR_FILES, ROOT, dongguan, harbour

STORED = sorted((Path(__file__).parent / "stored").glob("*.json"))
"""Canonical bytes written by earlier states of the model, each named by its digest."""


def test_a_rulebook_comes_back_from_its_bytes() -> None:
    book = dongguan()
    data = canonical(book)
    back = from_canonical(data)
    assert canonical(back) == data
    assert back == book
    assert back.digest == sha256(data).hexdigest()
    assert back.grounds == book.grounds
    assert back.pairings == book.pairings


def test_comments_file_names_and_order_of_keys_do_not_change_the_digest() -> None:
    renamed = {f"a/{name}": b"# moved\n" + data for name, data in HARBOUR_FILES.items()}
    assert decode(renamed).digest == harbour().digest


def test_the_order_of_files_does_not_change_the_digest() -> None:
    backwards = dict(reversed(DONGGUAN_FILES.items()))
    assert decode(backwards).digest == dongguan().digest


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem[:8])
def test_a_version_stored_long_ago_is_read_and_keeps_its_digest(path: Path) -> None:
    data = path.read_bytes()
    book = from_canonical(data)
    assert book.digest == path.stem
    assert canonical(book) == data
    assert book.changes == ()
    assert book.known_from == book.in_force_from


def test_any_other_word_changes_the_digest() -> None:
    (name, data), *_ = HARBOUR_FILES.items()
    assert decode({name: data.replace(b"Old bureau", b"Bureau")}).digest != harbour().digest


def test_the_schema_on_file_is_that_of_the_types() -> None:
    on_file = Path(ROOT, "rulebook", "schema", "pack.json").read_bytes()
    assert on_file == json_schema(), "write it again: see docs/howto/rulebook.md"
