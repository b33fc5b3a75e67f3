"""A city grown by copies of its organisations: in SQL, because writing them would take the day.

Copies are for reading only: their acts are no part of the chain, and no shelf has a row of them.
"""

from django.db import connections
from django.db.backends.utils import CursorWrapper

from goodstanding.cli.demo.names import organisations

#: Of another city than the one that is copied.
SEED = 1
#: Copied are those with most acts: about ten each, where the city's own have three.
BUSIEST = 240
_BUSIEST = """
    SELECT stream FROM register_act WHERE stream <> 'system'
     GROUP BY stream ORDER BY count(*) DESC, stream LIMIT %s
"""

# An id is a letter and 32 hexadecimal digits; the number of the copy makes it another.
_OTHER = r"""
    convert_to(regexp_replace(replace(convert_from({column}, 'UTF8'), copy.old, copy.new),
        '\m([a-z]-[0-9a-f]{{32}})', '\1' || copy.number, 'g'), 'UTF8')
"""
_OTHER_ID = r"""
    regexp_replace(replace(aggregate, copy.old, copy.new),
        '\m([a-z]-[0-9a-f]{32})', '\1' || copy.number)
"""
_STATES = f"""
    INSERT INTO register_storedstate (aggregate, stream, type, is_open, position, body)
    SELECT {_OTHER_ID}, copy.new, type, is_open, position, {_OTHER.format(column="body")}
      FROM copy JOIN register_storedstate AS state ON state.stream = copy.old
"""
_ACTS = f"""
    INSERT INTO register_act (position, act_id, recorded_at, effective_on, stream, aggregate, kind,
                              by, department, header, effect, content_digest, leaf, head)
    SELECT (SELECT position FROM register_head) + row_number() OVER (), gen_random_uuid(),
           recorded_at, effective_on, copy.new, {_OTHER_ID}, kind,
           by, department, {_OTHER.format(column="header")}, {_OTHER.format(column="effect")},
           content_digest, leaf, head
      FROM copy JOIN register_act AS act ON act.stream = copy.old
"""


def multiply(number: int) -> None:
    """Have so many organisations, each a copy of one of the city's, and their acts."""
    with connections["owner"].cursor() as cursor:
        _copies(cursor, number)
        cursor.execute(_STATES)
        cursor.execute(_ACTS)
        cursor.execute("INSERT INTO register_stream (code) SELECT new FROM copy")
        cursor.execute("DROP TABLE copy")
        cursor.execute("ANALYZE register_storedstate")
        cursor.execute("ANALYZE register_stream")


def _copies(cursor: CursorWrapper, number: int) -> None:
    cursor.execute("CREATE TABLE copy (number int, old text, new text)")
    cursor.execute("SELECT code FROM register_stream WHERE code <> 'system'")
    known = {code for (code,) in cursor.fetchall()}
    cursor.execute(_BUSIEST, [BUSIEST])
    busiest = [code for (code,) in cursor.fetchall()]
    fresh = [each.code for each in organisations(number, seed=SEED) if each.code not in known]
    with cursor.copy("COPY copy (number, old, new) FROM STDIN") as stream:
        for n, code in enumerate(fresh[: number - len(known)]):
            stream.write_row((n, busiest[n % len(busiest)], code))
