"""Lists of organisations asked about together, as a page and as a file tell them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

import msgspec
from django.urls import reverse
from django.utils.translation import gettext

from goodstanding.enquiries.models import Receipt
from goodstanding.files.writing import csv_bytes, workbook_bytes
from goodstanding.flow.screen import COLUMNS, cells_of
from goodstanding.rules.bidders import Bidder
from goodstanding.rules.effects import Effect
from goodstanding.wallclock import LEGAL_ZONE
from goodstanding.web.batches import what_and_cure
from goodstanding.web.said import said
from goodstanding.web.titles import Titles
from goodstanding.web.told import ToldEffect, told_effects
from goodstanding.web.visit import Visit
from goodstanding.web.wording import STATES


class ListProblem(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with a line of a list, and the cure."""

    row: int
    text: str
    problem: str
    cure: str
    code: str


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """One organisation's answer, and what was answered before if that was something else."""

    receipt: Receipt
    name: str
    effects: Sequence[ToldEffect]
    last_day: date | None
    changed: bool
    before: str | None
    before_at: datetime | None
    before_id: str | None


def case_address(number: str, procedure: str, *, page: str = "check-case") -> str:
    """The permanent address of what was asked under a number."""
    return f"{reverse(f'web:{page}')}?{urlencode({'number': number, 'procedure': procedure})}"


def problems_of(bad: Iterable[Bidder], titles: Titles) -> list[ListProblem]:
    """Every problem in the order of the list."""
    return [
        ListProblem(
            row=one.row,
            text=one.text,
            problem=what,
            cure=cure,
            code=each.code,
        )
        for one in bad
        for each in one.problems
        for what, cure in [what_and_cure(said(each, titles))]
    ]


def answers(visit: Visit, receipts: Iterable[Any], names: dict[str, str]) -> list[Answer]:
    """The receipts of `enquiries.queries.latest_of_case` as a page shows them."""
    return [_answer(visit, each, names) for each in receipts]


def _answer(visit: Visit, receipt: Any, names: dict[str, str]) -> Answer:
    effects = told_effects(visit, receipt.effects)
    return Answer(
        receipt=receipt,
        name=names.get(receipt.organisation, ""),
        effects=effects,
        last_day=max((each.last_day for each in effects), default=None),
        changed=differs(receipt),
        before=receipt.before,
        before_at=receipt.before_at,
        before_id=receipt.before_id,
    )


def differs(receipt: Any) -> bool:
    """Whether the last answer is another than the one before it."""
    then, now = (receipt.before, receipt.before_act_as), (receipt.answer, receipt.act_as)
    return receipt.before is not None and then != now


def rows_of(receipts: Iterable[Receipt], names: dict[str, str]) -> list[dict[str, str]]:
    """The answers as `goodstanding screen` writes them, with the organisation's name."""
    return [_cells(each) | {"name": names.get(each.organisation, "")} for each in receipts]


def _cells(receipt: Receipt) -> dict[str, str]:
    return cells_of(
        code=receipt.organisation,
        answer=receipt.answer,
        act_as=receipt.act_as,
        known=receipt.known,
        effects=[msgspec.convert(each, Effect, strict=False) for each in receipt.effects],
        receipt=receipt.id,
        position=receipt.position,
    ) | {"asked_at": receipt.at.astimezone(LEGAL_ZONE).strftime("%Y-%m-%d %H:%M")}


def file_of(rows: list[dict[str, str]], suffix: str, titles: Titles) -> bytes:
    """The rows as a file: names of columns and words for readers, but as ids in JSON."""
    if suffix == "json":
        return msgspec.json.format(msgspec.json.encode(rows), indent=2)
    names = _headers()
    told = [{names[id]: _word(id, text, titles) for id, text in row.items()} for row in rows]
    made = workbook_bytes if suffix == "xlsx" else csv_bytes
    return made(told, [names[id] for id in ("name", *COLUMNS, "asked_at")])


def _headers() -> dict[str, str]:
    return {
        "name": gettext("Organisation"),
        "code": gettext("Unified social credit code"),
        "answer": gettext("Answer"),
        "act_as": gettext("Act meanwhile as"),
        "known": gettext("Met by the register"),
        "measures": gettext("Measures"),
        "documents": gettext("Documents"),
        "last_day": gettext("Last day"),
        "receipt": gettext("Receipt"),
        "position": gettext("Register position"),
        "asked_at": gettext("Asked"),
    }


def _word(id: str, text: str, titles: Titles) -> str:
    if id in ("answer", "act_as"):
        return str(STATES[text].word)
    if id == "known":
        return gettext("Yes") if text == "yes" else gettext("No")
    if id == "measures":
        return "; ".join(titles.measure(each) for each in text.split("; ") if each)
    return text
