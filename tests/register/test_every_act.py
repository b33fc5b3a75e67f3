"""Every kind of act through the one writer, on every shelf there is."""

from itertools import groupby
from pathlib import Path

import msgspec
import pytest
from django.conf import settings
from django.db import connections

from goodstanding.register import reading
from goodstanding.register.backup import backup, restore
from goodstanding.register.bulk import bulk
from goodstanding.register.rebuilding import rebuild
from goodstanding.register.sequence import Author
from goodstanding.register.verifying import verify
from goodstanding.register.writing import writing
from goodstanding.rules import codec
from goodstanding.rules.acts.envelope import Decided

FILE = Path(__file__).parents[1] / "rules" / "acts" / "examples.jsonl"
BESIDE_THE_PLAN = {
    ("PoolListDiffers", "plan-1"),
    ("PoolAltered", "plan-1 1"),
    ("FrameAltered", "plan-1 1"),
    ("VisitsAltered", "plan-1"),
    ("PoolListDiffers", "plan-2"),
}


def _examples():
    """The committed examples: as decided, and by whom."""
    for line in FILE.read_bytes().splitlines():
        raw = msgspec.json.decode(line, type=dict[str, msgspec.Raw])
        header = codec.decode_header(raw["header"])
        decided = Decided(
            stream=header.stream,
            aggregate=header.aggregate,
            effective_on=header.effective_on,
            effect=codec.decode_effect(bytes(raw["effect"]), kind=header.kind),
            content=codec.decode_content(raw["content"]),
        )
        yield header, decided


def _one_by_one():
    for header, decided in _examples():
        author = Author(header.by, header.department)
        with writing(header.stream, author=author, at=header.recorded_at) as work:
            work.append([decided])


def _by_author():
    """As few writings as the authors allow: many acts of one aggregate in one append."""
    for (by, department), lot in groupby(_examples(), lambda e: (e[0].by, e[0].department)):
        found = list(lot)
        author, at = Author(by, department), found[0][0].recorded_at
        bulk([decided for _, decided in found], author=author, at=at)


@pytest.mark.parametrize("write", [_one_by_one, _by_author])
def test_live_equals_rebuilt_and_the_chain_verifies(database, write):
    assert settings.SHELVES
    write()
    assert rebuild().found == ()
    # The examples are acts alone: what stands beside the acts of a plan is missed, and nothing else.
    assert {(each.code, each.place) for each in verify().findings} == BESIDE_THE_PLAN


def test_each_moment_is_answered_as_it_was_then(database):
    """After every act, the states of then are kept; at the end each is asked for again."""
    then = {}
    for header, decided in _examples():
        author = Author(header.by, header.department)
        with writing(header.stream, author=author, at=header.recorded_at) as work:
            (act,) = work.append([decided])
        then[act.header.position, act.header.recorded_at, header.stream] = reading.states(
            header.stream
        )
    for (position, moment, stream), states in then.items():
        assert reading.states(stream, known_at=position) == states
        assert reading.states(stream, known_at=moment) == states


_LEDGER = """
    INSERT INTO disclosure_point (recipient, department, client, record, version, case_number,
                                  receipt, position, at, times)
    VALUES ('finance', 'finance', 'client-1', 'record-1', 1, 'case', 'receipt-1', 5, %s, 1)
"""


def _counts():
    """How many rows every table has, partitions in their whole."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
            " AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY relname"
        )
        names = [name for (name,) in cursor.fetchall()]
        for name in names:
            cursor.execute(f'SELECT count(*) FROM "{name}"')
            yield name, cursor.fetchone()[0]


def test_a_backup_brings_every_table_back(database, another_database, tmp_path):
    _one_by_one()
    with connections["owner"].cursor() as cursor:
        for month in (3, 4):
            cursor.execute(_LEDGER, [f"2018-0{month}-02"])
    head, counts = reading.head(), dict(_counts())
    written = backup(tmp_path / "register.backup")
    another_database()
    assert restore(tmp_path / "register.backup", nothing_was_removed=True) == written
    assert (reading.head(), rebuild().differences) == (head, 0)
    assert dict(_counts()) == counts
    assert counts["disclosure_point"] == 2
    assert counts["register_act"] == head.position
