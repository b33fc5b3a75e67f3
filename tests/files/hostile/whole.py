"""Files that are refused as a whole: not a table, not readable, not of this kind."""

import io
import json
import zipfile

import openpyxl

from tests.files.hostile.making import book, files, grid, text
from tests.files.workbooks import changed, lying_about, saved, with_parts
from tests.rules.penalty_rows import default, licence, penalty

SHEET = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
SEALED = "EncryptedPackage".encode("utf-16-le")


def good() -> bytes:
    """A sound workbook, to be spoilt."""
    return book(penalty(1))


def archive(*names: str) -> bytes:
    """An archive of empty parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, "<x/>")
    return out.getvalue()


def locked() -> bytes:
    """An archive whose first part says it is encrypted."""
    raw = bytearray(good())
    raw[raw.find(b"PK\x01\x02") + 8] |= 1
    return bytes(raw)


def sheet(change) -> bytes:
    """A sound workbook whose sheet's XML is changed."""
    return changed(good(), lambda name, xml: change(xml) if name == SHEET else xml)


def far(address: str) -> bytes:
    """One cell very far from the table."""
    return book(penalty(1), shape=lambda page: page.__setitem__(address, "x"))


def two_sheets() -> bytes:
    """A second visible sheet with a table."""

    def add(made):
        page = made.create_sheet("二月")
        for line in grid([penalty(2)]):
            page.append(line)

    return book(penalty(1), change=add)


def hidden_only() -> bytes:
    """The only table is on a hidden sheet."""

    def hide(made):
        made.active.sheet_state = "hidden"
        made.create_sheet("说明").append(["填表说明"])

    return book(penalty(1), change=hide)


def wide() -> dict[str, str]:
    """A row of more than three hundred columns."""
    return penalty(1) | {f"附加{n}": "x" for n in range(300)}


def without(*names: str) -> bytes:
    """A table without some of its columns."""
    return text({code: cell for code, cell in penalty(1).items() if code not in names})


def repeated_header() -> bytes:
    """The column of the name is there twice, once by code, once as printed."""
    made = openpyxl.Workbook()
    top, row = grid([penalty(1)])
    made.active.append([*top, "CF_XDR_MC"])
    made.active.append([*row, "另一家"])
    return saved(made)


FILES = files(
    ("empty.xlsx", lambda: b"", "NotASpreadsheet"),
    ("blanks-only.csv", lambda: b"  \r\n \r\n", "NotASpreadsheet"),
    ("bom-only.csv", lambda: b"\xef\xbb\xbf", "NotASpreadsheet"),
    ("a-pdf.xlsx", lambda: b"%PDF-1.7\n1 0 obj", "NotASpreadsheet"),
    ("a-picture.xlsx", lambda: b"\x89PNG\r\n\x1a\n" + bytes(40), "NotASpreadsheet"),
    ("a-photo.csv", lambda: b"\xff\xd8\xff\xe0" + bytes(40), "NotASpreadsheet"),
    (
        "a-web-page-named.xls",
        lambda: b"<html><table><tr><td>1</td></tr></table>",
        "NotASpreadsheet",
    ),
    ("xml-spreadsheet-2003.xls", lambda: b'<?xml version="1.0"?><Workbook/>', "NotASpreadsheet"),
    ("rich-text.csv", lambda: b"{\\rtf1 a}", "NotASpreadsheet"),
    ("gzip.csv", lambda: b"\x1f\x8b\x08" + bytes(20), "NotASpreadsheet"),
    ("rar.xlsx", lambda: b"Rar!\x1a\x07\x01" + bytes(20), "NotASpreadsheet"),
    ("seven-zip.xlsx", lambda: b"7z\xbc\xaf\x27\x1c" + bytes(20), "NotASpreadsheet"),
    ("old.xls", lambda: OLE, "OldWorkbookFormat"),
    ("old-with-password.et", lambda: OLE + "Workbook".encode("utf-16-le"), "OldWorkbookFormat"),
    ("password.xlsx", lambda: OLE + SEALED, "EncryptedWorkbook"),
    ("locked-archive.xlsx", locked, "EncryptedWorkbook"),
    ("a-letter.docx.xlsx", lambda: archive("word/document.xml"), "NotASpreadsheet"),
    ("libre.ods", lambda: archive("mimetype", "content.xml", "styles.xml"), "NotASpreadsheet"),
    ("binary.xlsb", lambda: archive("xl/workbook.bin", SHEET), "NotASpreadsheet"),
    ("a-zip-of-files.xlsx", lambda: archive("一月.csv", "二月.csv"), "NotASpreadsheet"),
    ("half.xlsx", lambda: good()[: len(good()) // 2], "NotASpreadsheet"),
    ("last-bytes-missing.xlsx", lambda: good()[:-30], "NotASpreadsheet"),
    ("cut-sheet.xlsx", lambda: sheet(lambda xml: xml[: len(xml) // 3]), "NotASpreadsheet"),
    ("bomb.xlsx", lambda: lying_about(good(), SHEET, 500_000_000), "ArchiveTooLarge"),
    (
        "very-many-parts.xlsx",
        lambda: with_parts(good(), ((f"xl/media/{n}", b"") for n in range(1_001))),
        "ArchiveTooManyParts",
    ),
    (
        "entity.xlsx",
        lambda: sheet(lambda xml: b'<!DOCTYPE x [<!ENTITY a "b">]>' + xml),
        "UnsafeMarkup",
    ),
    (
        "sheet-in-utf-16.xlsx",
        lambda: sheet(lambda x: x.decode().encode("utf-16")),
        "NotASpreadsheet",
    ),
    ("three-hundred-columns.xlsx", lambda: book(wide()), "TooManyColumns"),
    ("three-hundred-columns.csv", lambda: text(wide()), "TooManyColumns"),
    ("far-column.xlsx", lambda: far("XFD1"), "TooManyColumns"),
    ("far-row.xlsx", lambda: far("A1048576"), "TooManyRows"),
    ("two-tables.xlsx", two_sheets, "SeveralSheets"),
    ("hidden-only.xlsx", hidden_only, "HeaderNotFound"),
    ("repeated-header.xlsx", repeated_header, "HeaderRepeated"),
    ("nul-bytes.csv", lambda: text(penalty(1)).replace(b"1", b"\x00"), "NotASpreadsheet"),
    ("utf-16.csv", lambda: text(penalty(1), encoding="utf-16"), "EncodingUnknown"),
    ("no-encoding.csv", lambda: text(penalty(1)) + b"\xff\xff\xff,\xff\n", "EncodingUnknown"),
    ("no-table.txt", lambda: "本月无数据\n请知悉\n".encode(), "HeaderNotFound"),
    ("no-header.csv", lambda: text(penalty(1)).partition(b"\n")[2], "HeaderNotFound"),
    ("header-in-row-25.csv", lambda: text(penalty(1), above="说明\r\n" * 24), "HeaderNotFound"),
    ("english-headers.csv", lambda: b"name,code,date\na,b,c\n", "HeaderNotFound"),
    ("no-code-column.csv", lambda: without("CF_XDR_SHXYM"), "ColumnMissing"),
    (
        "three-columns-missing.csv",
        lambda: without("CF_YJ", "CF_SY", "CF_WSH"),
        " ".join(["ColumnMissing"] * 3),
    ),
    ("licences-as-penalties.csv", lambda: text(licence(1)), "FileOfAnotherKind"),
    ("court-list-as-penalties.csv", lambda: text(default(1)), "FileOfAnotherKind"),
    ("quote-not-closed.csv", lambda: text(penalty(1)) + b'"' + b"x,y\r\n" * 9_000, "CellTooLong"),
    ("cell-of-40000.csv", lambda: text(penalty(1, CF_SY="长" * 40_000)), "CellTooLong"),
    ("nested.jsonl", lambda: b'{"CF_XDR_MC": {"a": 1}}', "LineNotAnObject"),
    ("key-twice.jsonl", lambda: b'{"CF_XDR_MC": "a", "CF_XDR_MC": "b"}', "LineNotAnObject"),
    ("one-array.json", lambda: json.dumps([penalty(1)]).encode(), "HeaderNotFound"),
    (
        "null-escape.jsonl",
        lambda: json.dumps(penalty(1, CF_SY="\0")).encode(),
        "CharactersUnreadable",
    ),
)
