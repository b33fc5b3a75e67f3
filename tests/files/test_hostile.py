"""Files that mean harm, or are not what they say: each is refused by name, before it is read."""

import io
import time
import tracemalloc
import zipfile
import zlib

import openpyxl
import pytest

from goodstanding.files import reading
from goodstanding.files.sheet import Limits
from goodstanding.rules.errors import Refused
from tests.files.workbooks import changed, known, lying_about, saved, with_parts, workbook

GOOD = workbook(["a", "b"], ["1", "2"])
SHEET = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def codes(data: bytes, limits: Limits | None = None) -> tuple[str, ...]:
    with pytest.raises(Refused) as refused:
        list(reading.read(data, known=known, limits=limits).rows)
    assert all(len(refusal.sentence) > 20 for refusal in refused.value.refusals)
    return refused.value.codes


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "NotASpreadsheet"),
        (b"   \n", "NotASpreadsheet"),
        (b"%PDF-1.7 ...", "NotASpreadsheet"),
        (b"\x89PNG\r\n\x1a\n", "NotASpreadsheet"),
        (b"<html><table><tr><td>a</td></tr></table></html>", "NotASpreadsheet"),
        (b"a,b\n1,\x00\n", "NotASpreadsheet"),
        (b"PK\x03\x04 and nothing else", "NotASpreadsheet"),
        (GOOD[: len(GOOD) // 2], "NotASpreadsheet"),
        (b"\xff\xff\xff,\xff\n", "EncodingUnknown"),
        (b"hello world\nno table here\n", "HeaderNotFound"),
        (OLE + b"\0" * 600, "OldWorkbookFormat"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "EncryptedWorkbook"),
    ],
)
def test_what_is_not_a_table_is_refused_by_name(data, code):
    assert codes(data) == (code,)


def test_another_kind_of_archive_is_no_workbook():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert codes(out.getvalue()) == ("NotASpreadsheet",)


def test_a_large_file_is_refused_before_it_is_opened():
    assert codes(GOOD, Limits(size=100)) == ("FileTooLarge",)


def test_a_bomb_is_refused_by_the_size_it_declares():
    bomb = with_parts(GOOD, [("xl/media/zeros.bin", bytes(3_000_000))])
    assert codes(bomb, Limits(inflated=2_000_000)) == ("ArchiveTooLarge",)


def test_a_bomb_that_lies_about_its_size_is_refused_by_what_comes_out():
    def swell(name, text):
        return text + b" " * 3_000_000 if name == SHEET else text

    bomb = lying_about(changed(GOOD, swell), SHEET, 1_000)
    assert codes(bomb, Limits(inflated=2_000_000)) == ("ArchiveTooLarge",)


def test_no_more_of_a_bomb_is_inflated_than_the_limit():
    def swell(name, text):
        return text + b" " * 60_000_000 if name == SHEET else text

    bomb = lying_about(changed(GOOD, swell), SHEET, 1_000)
    tracemalloc.start()
    assert codes(bomb, Limits(inflated=2_000_000)) == ("ArchiveTooLarge",)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 12_000_000


def test_an_archive_of_very_many_parts_is_refused():
    many = with_parts(GOOD, ((f"xl/media/{n}", b"") for n in range(60)))
    assert codes(many, Limits(parts=50)) == ("ArchiveTooManyParts",)


def test_an_archive_with_two_parts_of_one_name_is_refused():
    with pytest.warns(UserWarning):
        twice = with_parts(GOOD, [(SHEET, b"<worksheet/>")])
    assert codes(twice) == ("NotASpreadsheet",)


def test_an_encrypted_archive_is_refused():
    raw = bytearray(GOOD)
    raw[raw.find(b"PK\x01\x02") + 8] |= 1
    assert codes(bytes(raw)) == ("EncryptedWorkbook",)


@pytest.mark.parametrize(
    "declaration",
    [b'<!DOCTYPE x [<!ENTITY a "aaaa">]>', b'<!doctype x SYSTEM "file:///etc/hostname">'],
)
def test_a_declaration_is_refused_in_any_part(declaration):
    for part in (SHEET, "xl/workbook.xml", "xl/styles.xml"):
        data = changed(GOOD, lambda name, text: _declared(name, text, part, declaration))
        assert codes(data) == ("UnsafeMarkup",)


def _declared(name: str, text: bytes, part: str, declaration: bytes) -> bytes:
    if name != part:
        return text
    head, end, rest = text.partition(b"?>") if text.startswith(b"<?xml") else (b"", b"", text)
    return head + end + declaration + rest


def test_markup_in_another_encoding_cannot_hide_a_declaration():
    def widen(name, text):
        return text.decode().encode("utf-16") if name == SHEET else text

    assert codes(changed(GOOD, widen)) == ("NotASpreadsheet",)


@pytest.mark.parametrize(
    ("address", "code"),
    [("XFD1", "TooManyColumns"), ("A1048576", "TooManyRows"), ("CA199999", "TooManyCells")],
)
def test_one_cell_far_away_is_refused_before_memory_is_laid_out(address, code):
    def put(page):
        page[address] = "x"

    began = time.perf_counter()
    assert codes(workbook(["a", "b"], ["1", "2"], shape=put)) == (code,)
    assert time.perf_counter() - began < 5


def test_three_hundred_columns_are_refused():
    wide = [*"ab", *(f"c{n}" for n in range(298))]
    for data in (workbook(wide, ["x"] * 300), (",".join(wide) + "\n").encode()):
        assert codes(data) == ("TooManyColumns",)


def test_a_repeated_column_is_refused():
    assert codes(workbook(["a", "b", "a"], ["1", "2", "3"])) == ("HeaderRepeated",)


def test_a_formula_whose_place_is_not_told_is_refused():
    def hide(name, text):
        return text.replace(b'r="A2" ', b"").replace(b'r="A2"', b"") if name == SHEET else text

    assert codes(changed(workbook(["a", "b"], ["=1+1", "2"]), hide)) == ("FormulaUnplaced",)


def test_macros_links_and_pictures_never_reach_the_reader():
    extra = [
        ("xl/vbaProject.bin", b"macro"),
        ("xl/externalLinks/externalLink1.xml", b"<!DOCTYPE x><x/>"),
        ("xl/drawings/drawing1.xml", b"<x/>"),
    ]
    (row,) = reading.read(with_parts(GOOD, extra), known=known).rows
    assert row.cells == {"a": "1", "b": "2"}


def test_broken_markup_is_refused():
    for part in (SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
        data = changed(GOOD, lambda name, text: text[: len(text) // 2] if name == part else text)
        assert codes(data) in {("NotASpreadsheet",), ("HeaderNotFound",)}


def test_a_part_that_does_not_inflate_is_refused():
    raw = bytearray(GOOD)
    at = raw.find(SHEET.encode()) + len(SHEET) + 5
    raw[at : at + 40] = zlib.compress(b"no")[:10].ljust(40, b"\xff")
    assert codes(bytes(raw)) == ("NotASpreadsheet",)


def test_every_cut_and_every_flipped_byte_is_read_or_refused():
    """Whatever a damaged file does, it never crashes: it is a table, or it is refused by name."""
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.active.append(["1", 2.5])
    data = saved(book)
    for at in range(0, len(data), 37):
        for broken in (data[:at], data[:at] + bytes([data[at] ^ 0x41]) + data[at + 1 :]):
            try:
                list(reading.read(broken, known=known).rows)
            except Refused as refused:
                assert refused.codes


@pytest.mark.parametrize("spelling", [b"r='%s'", b'r = "%s"', b'r\t=\n"%s"', b"r= '%s'"])
def test_a_far_cell_is_found_however_its_address_is_spelt(spelling):
    def put(page):
        page["XFD1048576"] = "x"

    def spell(name, text):
        return text.replace(b'r="XFD1048576"', spelling % b"XFD1048576") if name == SHEET else text

    far = workbook(["a", "b"], ["1", "2"], shape=put)
    assert codes(changed(far, spell)) == ("TooManyColumns",)
