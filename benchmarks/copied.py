"""A register made several times larger in SQL: loading so many records would take the day.

Every organisation that the files of the bench brought is copied with its records: their acts,
contents, states, entries and clocks, under other codes and ids; acts only if wanted, for no question
of the curve reads them and they are nearly half of the bytes. For reading only: copies are no part
of the chain. Each index is built once, at the end: ten millions of records in an hour, not in a day.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections
from django.db.backends.utils import CursorWrapper

from goodstanding.cli.demo.names import REGION, organisations
from goodstanding.rules.identifiers import make

#: Of the names, which no file of the bench has; the codes begin with M and another letter than its.
SEED, NAMES = 900_000_000, 5_000
LETTERS = "ABCDEFGHJKLMNPQRTUWXY"
_ORIGINAL = """
    CREATE TABLE original AS
    SELECT organisation AS old, row_number() OVER (ORDER BY organisation) - 1 AS number
      FROM publication_entry WHERE batch <> '' GROUP BY organisation
"""
_CODE = "CREATE TABLE code (number bigint, new text, name text)"
_COPY = "CREATE TABLE copy AS SELECT old, new, name FROM original JOIN code USING (number)"
# Ids are a letter and 32 hexadecimal digits: two letters that are none tell the copy.
_ID = "overlay({column} placing 'z{letter}' from 3 for 2)"
_AGGREGATE = "CASE WHEN aggregate = old THEN new ELSE {id} END"
_TEXT = """
    convert_to(replace(replace(convert_from({column}, 'UTF8'), old, new),
                       aggregate, {aggregate}), 'UTF8')
"""
#: What is copied, by the table it goes into: its rows of the organisations that are copied.
_ORIGINALS = {
    "organisations_organisation": "SELECT * FROM {table} JOIN original ON old = code",
    "organisations_name": "SELECT * FROM {table} JOIN original ON old = code",
    "register_storedstate": """
        SELECT * FROM {table} JOIN original ON old = stream WHERE type IN ('record', 'organisation')
    """,
    "register_content": """
        SELECT content.*, old FROM {table} AS content JOIN register_act USING (position)
          JOIN original ON old = stream
    """,
    "register_act": "SELECT * FROM {table} JOIN original ON old = stream",
    "publication_entry": "SELECT * FROM {table} JOIN original ON old = organisation",
    "clocks_clock": """
        SELECT * FROM {table} JOIN original ON old = organisation WHERE kind = 'publication'
    """,
}
_STATEMENTS = (
    "INSERT INTO register_stream SELECT new FROM copy",
    """
    INSERT INTO organisations_organisation
    SELECT another.* FROM copy JOIN original_organisations_organisation AS one USING (old),
           jsonb_populate_record(NULL::organisations_organisation, to_jsonb(one)
               || jsonb_build_object('code', new, 'name', copy.name)) AS another
    """,
    """
    INSERT INTO organisations_name
    SELECT another.* FROM copy JOIN original_organisations_name AS one USING (old),
           jsonb_populate_record(NULL::organisations_name, to_jsonb(one) || jsonb_build_object(
               'code', new, 'name', copy.name, 'folded', copy.name, 'core', copy.name)) AS another
    """,
    """
    INSERT INTO register_storedstate (aggregate, stream, type, is_open, position, body)
    SELECT {aggregate}, new, type, is_open, position + {offset}, {body}
      FROM copy JOIN original_register_storedstate USING (old)
    """,
    """
    INSERT INTO register_content
    SELECT position + {offset}, salt, content
      FROM copy JOIN original_register_content USING (old)
    """,
    """
    INSERT INTO register_act (position, act_id, recorded_at, effective_on, stream, aggregate, kind,
                              by, department, header, effect, content_digest, leaf, head)
    SELECT position + {offset}, act_id, recorded_at, effective_on, new, {aggregate}, kind,
           by, department, {header}, {effect}, content_digest, leaf, head
      FROM copy JOIN original_register_act USING (old)
    """,
    """
    INSERT INTO publication_entry
    SELECT another.*
      FROM copy JOIN original_publication_entry AS one USING (old),
           jsonb_populate_record(NULL::publication_entry, to_jsonb(one) || jsonb_build_object(
               'record', {record}, 'organisation', new,
               'natural_key', replace(one.natural_key, copy.old, copy.new),
               'content_position', one.content_position + {offset})) AS another
    """,
    """
    INSERT INTO clocks_clock
    SELECT another.*
      FROM copy JOIN original_clocks_clock AS one USING (old),
           jsonb_populate_record(NULL::clocks_clock, to_jsonb(one) || jsonb_build_object(
               'aggregate', {clock}, 'subject', {clock}, 'organisation', new)) AS another
    """,
    "DROP TABLE copy, code",
)
_INDEXES = """
    SELECT indrelid::regclass::text, indexrelid::regclass::text, pg_get_indexdef(indexrelid),
           conname, pg_get_constraintdef(con.oid)
      FROM pg_index LEFT JOIN pg_constraint AS con
        ON conindid = indexrelid AND contype IN ('p', 'u', 'x')
     WHERE indrelid = ANY(%s::regclass[])
"""
_TALLY = """
    INSERT INTO clocks_done
    SELECT clock.department, clock.kind, record_kind, date_trunc('month', due_on::timestamp)::date,
           date_trunc('month', met_on::timestamp)::date, met_on <= due_on, count(*)
      FROM clocks_clock AS clock JOIN publication_entry ON record = aggregate
     WHERE clock.kind = 'publication' AND due_on IS NOT NULL AND met_on IS NOT NULL
     GROUP BY 1, 2, 3, 4, 5, 6
    ON CONFLICT (department, kind, record_kind, due_month, met_month, in_time)
        DO UPDATE SET many = EXCLUDED.many
"""


def copy(turns: int, *, acts: bool = True) -> None:
    """Have all that files brought so many times more (at most 20); ``acts``: with their acts."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT position FROM register_head")
        (last,) = cursor.fetchone()
        # A copy is never copied again.
        cursor.execute(_ORIGINAL)
        for table, rows in _ORIGINALS.items():
            cursor.execute(f"CREATE TABLE original_{table} AS {rows.format(table=table)}")
            cursor.execute(f"ANALYZE original_{table}")
        with _without_indexes(cursor):
            for turn in range(1, turns + 1):
                _turn(cursor, turn, offset=last * turn, acts=acts)
                print(f"copied {turn} times", file=sys.stderr, flush=True)
        made = ", ".join(f"original_{table}" for table in _ORIGINALS)
        cursor.execute(f"DROP TABLE original, {made}")
        cursor.execute(_TALLY)
        cursor.execute("VACUUM ANALYZE")


@contextmanager
def _without_indexes(cursor: CursorWrapper) -> Iterator[None]:
    cursor.execute("SET maintenance_work_mem = '1GB'")
    cursor.execute(_INDEXES, [list(_ORIGINALS)])
    found = cursor.fetchall()
    for table, index, _, constraint, _ in found:
        drop = f"ALTER TABLE {table} DROP CONSTRAINT {constraint}" if constraint else None
        cursor.execute(drop or f"DROP INDEX {index}")
    yield
    for table, index, definition, constraint, constrains in found:
        add = (
            f"ALTER TABLE {table} ADD CONSTRAINT {constraint} {constrains}" if constraint else None
        )
        cursor.execute(add or definition)
        print(f"indexed {index}", file=sys.stderr, flush=True)


def _turn(cursor: CursorWrapper, turn: int, *, offset: int, acts: bool) -> None:
    cursor.execute("SELECT count(*) FROM original")
    _name(cursor, cursor.fetchone()[0], turn=turn)
    cursor.execute(_COPY)
    cursor.execute("ANALYZE copy")
    id = _ID.format(column="aggregate", letter=LETTERS[turn])
    aggregate = _AGGREGATE.format(id=id)
    texts = {name: _TEXT.format(column=name, aggregate=aggregate) for name in _TEXTS}
    of = {
        name: _ID.format(column=f"one.{name}", letter=LETTERS[turn])
        for name in ("record", "aggregate")
    }
    for statement in _STATEMENTS:
        if not acts and "INTO register_act " in statement:
            continue
        values = {**texts, "record": of["record"], "clock": of["aggregate"]}
        cursor.execute(statement.format(aggregate=aggregate, offset=offset, **values))


_TEXTS = ("body", "header", "effect")


def _name(cursor: CursorWrapper, many: int, *, turn: int) -> None:
    """Codes and names that nothing else of the bench has."""
    names = [each.name for each in organisations(NAMES, seed=SEED + turn)]
    cursor.execute(_CODE)
    with cursor.copy("COPY code (number, new, name) FROM STDIN") as stream:
        for n in range(many):
            code = make("91", REGION, f"M{LETTERS[turn]}{n:06}")
            stream.write_row((n, code, f"{names[n % NAMES]}第{n}分公司"))
