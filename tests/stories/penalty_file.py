"""The official-format file of the story: five good rows and one of each kind of bad one.

``python -m tests.stories.penalty_file OUT.xlsx`` writes it; tests call `story_workbook`. It is made
anew each time, with a title above the header as departments' files have, and typed cells.
"""

import io
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import xlsxwriter

from tests.rules.penalty_rows import TITLES, identity_number, penalty, wrong_check

TITLE = "岚港市行政处罚信息公示表（2018 版）"
GOOD = (1, 2, 3, 4, 5)
ACCEPTED, DUPLICATES, REJECTED, QUARANTINED = 5, 1, 2, 1


def story_rows(good: Sequence[dict[str, str]] | None = None) -> list[dict[str, str]]:
    """The rows by field code: the good ones, then person, wrong check, bad date, duplicate.

    ``good``: rows of the caller's own in place of the five; the last one is sent twice.
    """
    rows = list(good) if good else [penalty(number) for number in GOOD]
    person = penalty(
        91,
        CF_XDR_MC="甲某某",
        CF_XDR_LB="自然人",
        CF_XDR_SHXYM="",
        CF_XDR_ZJLX="身份证",
        CF_XDR_ZJHM=identity_number(),
    )
    mistyped = penalty(92, CF_XDR_SHXYM=wrong_check(92))
    impossible = penalty(93, CF_JDRQ="2026/02/30")
    return [*rows, person, mistyped, impossible, dict(rows[-1])]


def story_workbook(rows: Sequence[dict[str, str]] | None = None) -> bytes:
    """The rows as a workbook: title, printed headers, amounts as numbers, some dates as dates."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet("行政处罚")
        day = book.add_format({"num_format": "yyyy/m/d"})
        page.merge_range(0, 0, 0, len(TITLES) - 1, TITLE)
        page.write_row(1, 0, list(TITLES.values()))
        for at, cells in enumerate(rows or story_rows(), start=2):
            for column, name in enumerate(TITLES):
                text = cells.get(name, "")
                if name in ("CF_NR_FK", "CF_NR_WFFF") and text:
                    page.write_number(at, column, float(text))
                elif name == "CF_JDRQ" and at % 2 and (typed := _day(text)):
                    page.write_datetime(at, column, typed, day)
                elif text:
                    page.write_string(at, column, text)
    return out.getvalue()


def _day(text: str) -> date | None:
    try:
        return date(*map(int, text.split("/")))
    except (ValueError, TypeError):
        return None


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(story_workbook())
