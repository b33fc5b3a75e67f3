"""Reading the cells of one row, and collecting everything that is wrong with them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from goodstanding.rules import identifiers
from goodstanding.rules.cell_values import (
    SAYS_NOTHING,
    comparable,
    half_width,
    read_amount,
    read_date,
    read_end,
)
from goodstanding.rules.errors import Refusal
from goodstanding.rules.record_types import Problem
from goodstanding.rules.row_refusals import (
    ChoiceNeeded,
    ChoiceUnknown,
    DateInTheFuture,
    DatesOutOfOrder,
    TextTooLong,
    ValueMissing,
)

judge_known = lru_cache(maxsize=4096)(identifiers.judge)
"""Authorities and sources are few: their codes are judged once."""


class RowReader:
    """The cells of a row by field code. A reader answers empty values where it notes a problem."""

    __slots__ = ("_flaws", "_headers", "_texts", "problems", "warnings")

    def __init__(
        self, texts: Mapping[str, str], *, headers: Mapping[str, str], flaws: Mapping[str, Refusal]
    ) -> None:
        self._texts, self._headers, self._flaws = texts, headers, flaws
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []

    def problem(self, code: str, refusal: Refusal) -> None:
        """Note what is wrong with a cell."""
        self.problems.append(Problem.of(refusal, column=self._headers.get(code, code)))

    def warn(self, code: str, refusal: Refusal) -> None:
        """Note what to look at twice."""
        self.warnings.append(Problem.of(refusal, column=self._headers.get(code, code)))

    def is_flawed(self, code: str) -> bool:
        """Whether the text of the cell is not vouched for."""
        return code in self._flaws

    def text(self, code: str, limit: int, *, required: bool = True) -> str:
        """The text of a cell; at most ``limit`` characters."""
        if self._flaws and code in self._flaws:
            self.problem(code, self._flaws[code])
            return ""
        text = self._texts.get(code, "")
        if len(text) < 6 and text in SAYS_NOTHING:
            if required:
                self.problem(code, ValueMissing())
            return ""
        if len(text) > limit:
            self.problem(code, TextTooLong(length=len(text), limit=limit))
        return text

    def choice(self, code: str, choices: tuple[str, ...], *, required: bool = False) -> str:
        """One of the texts to choose from, or nothing."""
        text = self.text(code, 64, required=required)
        if text and text not in choices:
            unknown = ChoiceNeeded if required else ChoiceUnknown
            self.problem(code, unknown(text=text[:20], choices="、".join(choices)))
            return ""
        return text

    def code(self, code: str) -> str:
        """A valid unified social credit code of an authority, or nothing."""
        text = self.text(code, 64)
        if not text:
            return ""
        judgement = judge_known(text)
        for refusal in judgement.problems:
            self.problem(code, refusal)
        return judgement.code

    def decided_on(self, code: str, today: date) -> date:
        """The day of a decision, not after ``today``; ``today`` stands in where there is none."""
        text = self.text(code, 64)
        if not text:
            return today
        day = read_date(text)
        if not isinstance(day, date):
            self.problem(code, day)
            return today
        if day > today:
            self.problem(code, DateInTheFuture(day=day))
        return day

    def end(self, code: str, *, since: date, required: bool = True) -> date | None:
        """The last day of a term, not before ``since``; none where there is no end."""
        text = self.text(code, 64, required=required)
        day = read_end(text) if text else None
        return self._not_before(code, day, since)

    def day(self, code: str, *, since: date, required: bool = False) -> date | None:
        """A day not before ``since``, if there is one."""
        text = self.text(code, 64, required=required)
        return self._not_before(code, read_date(text) if text else None, since)

    def _not_before(self, code: str, day: date | Refusal | None, since: date) -> date | None:
        if isinstance(day, Refusal):
            self.problem(code, day)
            return None
        if day is not None and day < since:
            self.problem(code, DatesOutOfOrder(day=day, decided_on=since))
        return day

    def amount(self, code: str) -> Decimal | None:
        """An amount in 万元, if there is one."""
        text = self.text(code, 64, required=False)
        if not text:
            return None
        amount = read_amount(text)
        if isinstance(amount, Refusal):
            self.problem(code, amount)
            return None
        return amount

    def document(self, code: str, limit: int) -> tuple[str, str]:
        """The number of a document as written and as compared."""
        text = self.text(code, limit)
        return text, comparable(text)

    def plain(self, code: str) -> str:
        """The cell half width, whatever it is."""
        return half_width(self._texts.get(code, ""))
