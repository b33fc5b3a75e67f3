"""Shelves of the tests' own, and a tally: how many records have so many marks."""

from contextlib import contextmanager
from datetime import date

import msgspec
from django.db import connections
from django.test import override_settings

from goodstanding.rules.shelf import Shelf, Tally
from goodstanding.rules.states import Organisation, Record

TABLES = """
    CREATE TABLE shelf_name (
        code text, number int, name text, since date, PRIMARY KEY (code, number)
    );
    CREATE TABLE shelf_record (
        id text PRIMARY KEY, marks text[], withdrawn jsonb, versions jsonb
    );
    CREATE TABLE tally_marks (marks int, many bigint CHECK (many >= 0), PRIMARY KEY (marks));
"""


class NameRow(msgspec.Struct, frozen=True, kw_only=True):
    code: str
    number: int
    name: str
    since: date | None


class RecordRow(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    marks: tuple[str, ...]
    withdrawn: dict[str, str] | None
    versions: tuple[int, ...]


class MarksRow(msgspec.Struct, frozen=True, kw_only=True):
    marks: int


def _names(state: Organisation) -> list[NameRow]:
    return [
        NameRow(code=state.id, number=number, name=each.name, since=each.since)
        for number, each in enumerate(state.names)
    ]


def _records(state: Record) -> list[RecordRow]:
    """A record with three marks leaves the shelf: rows also go."""
    if len(state.marks) >= 3:
        return []
    versions = tuple(version.number for version in state.versions)
    return [RecordRow(id=state.id, marks=state.marks, withdrawn=None, versions=versions)]


SHELVES = (
    Shelf(Organisation, "shelf_name", ("code", "number"), NameRow, _names),
    Shelf(Record, "shelf_record", ("id",), RecordRow, _records),
)
TALLIES = (
    Tally(Record, "tally_marks", MarksRow, lambda state: [MarksRow(marks=len(state.marks))]),
)


@contextmanager
def registered():
    """The tables, made by the owner, and the shelves, found by the writer."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(TABLES)
    here = "tests.register.shelves"
    with override_settings(SHELVES=[f"{here}.SHELVES"], TALLIES=[f"{here}.TALLIES"]):
        yield
