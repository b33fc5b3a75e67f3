"""Open data is made: what the public pages show on a day, in three formats, with its manifest."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import msgspec

from goodstanding.catalogue.queries import law as law_on
from goodstanding.files import dataset as lines
from goodstanding.files import parquet
from goodstanding.files.release import current, release
from goodstanding.flow.bench import Call
from goodstanding.flow.open_records import Line, public_records, withdrawn_records
from goodstanding.flow.open_restrictions import restrictions
from goodstanding.register.reading import head
from goodstanding.register.snapshot import snapshot
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.errors import Refused
from goodstanding.rules.opendata import manifest as about
from goodstanding.rules.opendata.addresses import Addresses
from goodstanding.rules.opendata.dataset import Dataset, Kind
from goodstanding.rules.opendata.datasets import DATASETS
from goodstanding.rules.opendata.dictionary import dictionary
from goodstanding.rules.opendata.manifest import File, Licence, Manifest, Part

MANIFEST, DICTIONARY = "manifest.json", "dictionary.json"
_STORED: Mapping[Kind, str] = {
    Kind.DATE: "DATE",
    Kind.INTEGER: "BIGINT",
    Kind.BOOLEAN: "BOOLEAN",
}


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """On which terms the data are given, and where the register is."""

    licence: Licence
    site: Addresses


def make(folder: Path, call: Call, *, terms: Terms) -> Manifest:
    """Make every dataset as of the call's day from one picture of the register; old files go.

    The same position and day give the same bytes, the manifest's moment apart.
    """
    with release(folder) as place, snapshot("default"):
        position, rulebook = head().position, _rulebook(call.on)
        found = _lines(call.on, rulebook, terms.site)
        parts = tuple(_part(place, each, found[each.id], position, call.on) for each in DATASETS)
        words = place / DICTIONARY
        told = dictionary(DATASETS, licence=terms.licence)
        words.write_bytes(msgspec.json.format(msgspec.json.encode(told)) + b"\n")
        made = Manifest(
            format=about.FORMAT,
            position=position,
            on=call.on,
            rulebook=_law(rulebook),
            generated_at=call.at,
            valid_until=about.valid_until(call.at),
            licence=terms.licence,
            dictionary=_file(words, "csvw"),
            datasets=parts,
        )
        body = msgspec.json.format(msgspec.json.encode(made)) + b"\n"
        (place / MANIFEST).write_bytes(body)
    return made


def made_last(folder: Path) -> tuple[Path, Manifest] | None:
    """Where the files made last are, and what they are; None while none were made."""
    place = current(folder)
    if place is None:
        return None
    return place, msgspec.json.decode((place / MANIFEST).read_bytes(), type=Manifest)


def _rulebook(on: date) -> Rulebook | None:
    try:
        return law_on(on=on, known_at=None).rulebook
    except Refused:
        return None


def _law(rulebook: Rulebook | None) -> about.Law | None:
    if rulebook is None:
        return None
    return about.Law(id=rulebook.id, version=rulebook.version, digest=rulebook.digest)


def _lines(on: date, rulebook: Rulebook | None, at: Addresses) -> Mapping[str, Iterator[Line]]:
    return {
        "records": public_records(on=on, rulebook=rulebook, at=at),
        "restrictions": restrictions(on=on, rulebook=rulebook, at=at) if rulebook else iter(()),
        "withdrawals": withdrawn_records(on=on, at=at),
    }


def _part(place: Path, dataset: Dataset, rows: Iterator[Line], position: int, on: date) -> Part:
    csv, jsonl, columnar = (place / f"{dataset.id}.{each}" for each in ("csv", "jsonl", "parquet"))
    written = lines.write(rows, dataset.names[:-1], lines=jsonl, table=csv)
    said = {"dataset": dataset.id, "position": str(position), "on": on.isoformat()}
    types = {each.name: _STORED.get(each.kind, "VARCHAR") for each in dataset.columns}
    parquet.from_json_lines(jsonl, columnar, columns=types, about=said)
    return Part(
        dataset=dataset.id,
        title=dataset.title,
        rows=written.rows,
        rows_sha256=written.digest,
        files=(_file(csv, "csv"), _file(jsonl, "jsonl"), _file(columnar, "parquet")),
    )


def _file(path: Path, format: str) -> File:
    size = path.stat().st_size
    return File(name=path.name, format=format, bytes=size, sha256=lines.digest_of(path))
