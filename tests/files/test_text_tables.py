"""CSV as it comes from many hands, and JSON lines."""

import pytest

from goodstanding.files import reading
from goodstanding.files.sheet import Limits
from goodstanding.files.writing import csv_bytes
from goodstanding.rules.errors import Refused
from tests.files.workbooks import known

TABLE = "a,b\n一二三,x\n"


def rows_of(data: bytes) -> list[tuple[int, dict[str, str]]]:
    return [(row.number, dict(row.cells)) for row in reading.read(data, known=known).rows]


def codes(data: bytes, limits: Limits | None = None) -> tuple[str, ...]:
    with pytest.raises(Refused) as refused:
        list(reading.read(data, known=known, limits=limits).rows)
    return refused.value.codes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_each_encoding_in_use_is_read(encoding):
    assert rows_of(TABLE.encode(encoding)) == [(2, {"a": "一二三", "b": "x"})]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_separator_is_found(separator, end):
    lines = [
        "标题",
        separator.join("ab"),
        separator.join(["1", '"2,;3"']),
        "",
        separator.join("45"),
    ]
    assert rows_of(end.join(lines).encode()) == [
        (3, {"a": "1", "b": "2,;3"}),
        (5, {"a": "4", "b": "5"}),
    ]


def test_a_line_break_inside_a_cell_does_not_shift_the_numbers():
    assert rows_of(b'a,b\n"1\n2",3\n4,5\n')[1] == (3, {"a": "4", "b": "5"})


def test_a_code_kept_as_text_by_a_formula_is_unwrapped():
    assert rows_of(b'a,b\n="0012",x\n')[0][1]["a"] == "0012"


def test_a_quote_that_is_not_closed_is_told_with_its_row():
    text = 'a,b\n1,"2\n' + "3,4\n" * 20_000
    assert codes(text.encode()) == ("CellTooLong",)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-0.5", "@x", "'quoted", "''", "\tx", "plain", ""])
def test_what_we_write_comes_back_and_is_no_formula(text):
    data = csv_bytes([{"a": text, "b": "x"}], ["a", "b"])
    cell = data.decode("utf-8-sig").splitlines()[1]
    assert not cell.lstrip('"').startswith(("=", "+", "-", "@", "\t"))
    assert rows_of(data)[0][1].get("a", "") == text.strip()


def test_json_lines_keep_every_digit():
    data = (
        '{"a": 0.2000000000000000111, "b": 914498001234567890, "c": null, "d": true}\n\n{"a":"x"}'
    )
    assert rows_of(data.encode()) == [
        (1, {"a": "0.2000000000000000111", "b": "914498001234567890", "d": "TRUE"}),
        (3, {"a": "x"}),
    ]


@pytest.mark.parametrize(
    "line",
    [
        '{"a": {"b": 1}}',
        '{"a": [1]}',
        '["a"]',
        '{"a": 1, "a": 2}',
        '{"a": NaN, "b"}',
        '{"a":' * 9999,
    ],
)
def test_a_line_that_is_no_flat_object_is_refused(line):
    assert codes(b'{"a": "1"}\n' + line.encode()) == ("LineNotAnObject",)


def test_json_without_a_column_of_ours_is_refused():
    assert codes(b'{"zz": 1}') == ("HeaderNotFound",)


@pytest.mark.parametrize("data", [b"a,b\n1,2\n1,2\n1,2\n", b'{"a":"1"}\n{"a":"1"}\n{"a":"1"}'])
def test_rows_beyond_the_limit_are_refused(data):
    assert codes(data, Limits(rows=2)) == ("TooManyRows",)
