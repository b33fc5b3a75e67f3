"""Sloppy files that are read all the same: where the table stands, and how the text was saved."""

import datetime
import json
from itertools import zip_longest

import openpyxl
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.datavalidation import DataValidation

from goodstanding.files.template import template_bytes
from goodstanding.rules.official_columns import VERSION, template_columns
from tests.files.hostile.making import book, files, grid, printed, text
from tests.files.workbooks import saved, with_parts
from tests.rules.penalty_rows import identity_number, licence, penalty

ONE, TWO = penalty(1), penalty(2)
LOOSE = "1/0/0/0"


def merged_header() -> bytes:
    """A group above its parts, both merged."""
    made = openpyxl.Workbook()
    page, (top, row) = made.active, grid(printed([ONE]))
    page.append([top[0], "行政相对人", None, *top[3:]])
    page.append([None, *top[1:3], *[None] * len(top[3:])])
    page.append(row)
    page.merge_cells("A1:A2")
    page.merge_cells("B1:C1")
    return saved(made)


def titles_above_codes() -> bytes:
    """Printed headers in one row, field codes in the next."""
    return book(ONE, above=[grid(printed([ONE]))[0]])


def blank_between() -> bytes:
    """Blank rows between and below."""
    made = openpyxl.Workbook()
    top, one, two = grid([ONE, TWO])
    for line in (top, one, [], [], two, [], []):
        made.active.append(line)
    return saved(made)


def notes_first(made: openpyxl.Workbook) -> None:
    """A visible sheet of notes before the table, a hidden one behind it."""
    made.create_sheet("填表说明", 0).append(["请于每月10日前报送"])
    old = made.create_sheet("旧表")
    for line in grid([TWO]):
        old.append(line)
    old.sheet_state = "veryHidden"


def dressed(page) -> None:
    """Comments, choices, filter, groups, hidden rows and columns, panes, colours, protection."""
    page["A2"].comment = Comment("请核对", "审核")
    choices = DataValidation(type="list", formula1='"a,b"')
    page.add_data_validation(choices)
    choices.add("B2:B99")
    page.auto_filter.ref = "A1:C2"
    page.row_dimensions.group(2, 2, hidden=True)
    page.column_dimensions.group("D", "F", hidden=True)
    page.freeze_panes = "B2"
    page.conditional_formatting.add("A1:A9", CellIsRule(operator="equal", formula=["1"]))
    page.protection.set_password("x")


def formatted_far(page) -> None:
    """Ten thousand formatted, empty rows."""
    for number in range(3, 10_003):
        page.cell(row=number, column=1).number_format = "@"


def macros() -> bytes:
    """A macro, a link to another file, a drawing."""
    extra = ("vbaProject.bin", "externalLinks/externalLink1.xml", "drawings/drawing1.xml")
    return with_parts(book(ONE), [(f"xl/{name}", b"<x/>") for name in extra])


def real_dates() -> bytes:
    """Dates and amounts as a spreadsheet keeps them."""
    return book(penalty(1, CF_JDRQ=datetime.date(2026, 3, 2), CF_NR_FK=0.5, CF_NR_WFFF=1))


def since_1904() -> bytes:
    """The same in the date system that counts from 1904."""

    def change(made):
        made.epoch = CALENDAR_MAC_1904

    return book(penalty(1, CF_JDRQ=datetime.datetime(2026, 3, 2)), change=change)


def no_shared_texts() -> bytes:
    """Texts inside the cells, as exports of programs have them."""
    made = openpyxl.Workbook(write_only=True)
    page = made.create_sheet()
    for line in grid([ONE]):
        page.append(line)
    return saved(made)


def mixed_ends() -> bytes:
    """Lines that end in three ways."""
    lines = text(ONE, TWO, penalty(3), end="\n").split(b"\n")
    ends = (b"\r\n", b"\n", b"\r\n", b"\n")
    return b"".join(a + b for a, b in zip_longest(lines[:4], ends, fillvalue=b""))


def short_lines() -> bytes:
    """Columns at the end are missing where they are empty."""
    columns = [name for name in ONE if name != "BZ"]
    top, row = grid([ONE], [*columns, "BZ", "附件"])
    return "\n".join(",".join(map(str, line)) for line in (top, row[: len(columns)])).encode()


def unwrapped_codes() -> bytes:
    """Codes kept whole by `="…"`."""
    return text(ONE).replace(ONE["CF_XDR_SHXYM"].encode(), f'"=""{ONE["CF_XDR_SHXYM"]}"""'.encode())


def lines(*rows: dict[str, object]) -> bytes:
    """JSON lines, with a mark before and blank lines between."""
    return b"\xef\xbb\xbf" + b"\n\n".join(json.dumps(row).encode() for row in rows) + b"\n"


def report_back() -> bytes:
    """Our own report, mended: its four columns are left out."""
    ours = {"原行号": "7", "问题": "处罚决定日期: x", "怎样修改": "y", "代码": "DateNotRead"}
    return book(ours | printed([ONE])[0], ours)


def empty_template() -> bytes:
    """The template as it is given out."""
    return template_bytes(template_columns("penalty"), kind="penalty", version=VERSION)


def beside(page) -> None:
    """A remark beside the table."""
    page.cell(row=2, column=len(ONE) + 3).value = "已核"


FILES = files(
    ("title-above.xlsx", lambda: book(ONE, above=[["岚港市行政处罚公示"], []]), LOOSE),
    ("header-in-row-10.xlsx", lambda: book(ONE, above=[["说明"]] * 9), LOOSE),
    ("header-in-row-10.csv", lambda: text(ONE, above="说明\r\n" * 9), LOOSE),
    ("merged-header.xlsx", merged_header, LOOSE),
    ("titles-above-codes.xlsx", titles_above_codes, LOOSE),
    ("blank-rows.xlsx", blank_between, "2/0/0/0"),
    ("printed-headers.xlsx", lambda: book(*printed([ONE, TWO])), "2/0/0/0"),
    (
        "starred-headers.csv",
        lambda: text({f" {k} ＊": v for k, v in printed([ONE])[0].items()}),
        LOOSE,
    ),
    (
        "table-further-right.xlsx",
        lambda: book(ONE, shape=lambda page: page.insert_cols(1, 2)),
        LOOSE,
    ),
    ("columns-turned-round.csv", lambda: text(dict(reversed(ONE.items()))), LOOSE),
    ("unknown-columns.xlsx", lambda: book(ONE | {"承办人": "略", "序号": 1}), LOOSE),
    (
        "personal-columns.xlsx",
        lambda: book(ONE | {"CF_FRDB": "某", "CF_FR_ZJHM": identity_number()}),
        LOOSE,
    ),
    ("notes-and-hidden-sheet.xlsx", lambda: book(ONE, change=notes_first), LOOSE),
    ("dressed.xlsx", lambda: book(ONE, shape=dressed), LOOSE),
    ("formatted-far.xlsx", lambda: book(ONE, shape=formatted_far), LOOSE),
    ("remark-beside.xlsx", lambda: book(ONE, shape=beside), LOOSE),
    ("macros-and-links.xlsm", macros, LOOSE),
    ("real-dates.xlsx", real_dates, LOOSE),
    ("since-1904.xlsx", since_1904, LOOSE),
    ("no-shared-texts.xlsx", no_shared_texts, LOOSE),
    ("named.csv", lambda: book(ONE), LOOSE),
    ("utf-8.csv", lambda: text(ONE, TWO), "2/0/0/0"),
    ("utf-8-bom.csv", lambda: text(ONE, encoding="utf-8-sig"), LOOSE),
    ("gb18030.csv", lambda: text(ONE, encoding="gb18030"), LOOSE),
    (
        "gb18030-rare.csv",
        lambda: text(penalty(1, CF_SY="标签上的䶮字与𠮷字"), encoding="gb18030"),
        LOOSE,
    ),
    ("semicolon.csv", lambda: text(penalty(1, CF_CFLB="罚款"), separator=";"), LOOSE),
    ("tab.txt", lambda: text(ONE, separator="\t"), LOOSE),
    ("tab-named.xls", lambda: text(ONE, separator="\t", encoding="gb18030"), LOOSE),
    ("old-mac-ends.csv", lambda: text(ONE, TWO, end="\r"), "2/0/0/0"),
    ("mixed-ends.csv", mixed_ends, "3/0/0/0"),
    ("short-lines.csv", short_lines, LOOSE),
    (
        "line-break-in-cell.csv",
        lambda: text(penalty(1, CF_SY="一、标签\n二、日期"), TWO),
        "2/0/0/0",
    ),
    ("quotes-in-cell.csv", lambda: text(penalty(1, CF_SY='标有"特供"字样, 属实')), LOOSE),
    ("codes-wrapped.csv", unwrapped_codes, LOOSE),
    ("only-header.csv", lambda: text(ONE).split(b"\n")[0], "0/0/0/0"),
    ("empty-template.xlsx", empty_template, "0/0/0/0"),
    ("report-sent-back.xlsx", report_back, LOOSE),
    ("lines.jsonl", lambda: lines(ONE, TWO), "2/0/0/0"),
    ("numbers.jsonl", lambda: lines(penalty(1, CF_NR_FK=0.5)), LOOSE),
) + files(("licence.csv", lambda: text(licence(1), encoding="gb18030"), LOOSE), kind="licence")
