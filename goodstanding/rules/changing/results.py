"""The cells of a row that tells the result of a repair, decided by another body."""

from collections.abc import Mapping
from datetime import date

from goodstanding.rules.cell_values import read_date
from goodstanding.rules.changing.columns import (
    GRANTED_WORD,
    REASON,
    REFUSED_WORD,
    RESULT,
    RESULT_BY,
    RESULT_DOCUMENT,
    RESULT_ON,
)
from goodstanding.rules.changing.refusals import ResultNotSaid
from goodstanding.rules.errors import Refusal, Refused
from goodstanding.rules.receiving import RowProblem
from goodstanding.rules.record_types import Problem
from goodstanding.rules.repair.receive import Result
from goodstanding.rules.repair.state import GRANTED, REFUSED
from goodstanding.rules.row_refusals import DateInTheFuture, TextTooLong, ValueMissing

OUTCOMES = {GRANTED_WORD: GRANTED, REFUSED_WORD: REFUSED}
_LIMITS = {RESULT_BY: 200, RESULT_DOCUMENT: 128, REASON: 2000}


def result_of(own: Mapping[str, str], headers: Mapping[str, str], *, today: date) -> Result:
    """The result in a row.

    Args:
        own: the cells by field code.
        headers: the sender's header of each code.
        today: the legal day; nobody decides later.

    Raises `Refused` with every problem, at the sender's headers.
    """
    day, wrong = _day(own.get(RESULT_ON, ""), today)
    said = own.get(RESULT, "")
    if said not in OUTCOMES:
        wrong.append((RESULT, ResultNotSaid()))
    if not own.get(RESULT_BY):
        wrong.append((RESULT_BY, ValueMissing()))
    for code, limit in _LIMITS.items():
        if len(text := own.get(code, "")) > limit:
            wrong.append((code, TextTooLong(length=len(text), limit=limit)))
    if wrong:
        told = (Problem.of(each, column=headers.get(code, code)) for code, each in wrong)
        raise Refused([RowProblem.of(problem) for problem in told])
    return Result(
        outcome=OUTCOMES[said],
        authority=own[RESULT_BY],
        decided_on=day,
        document=own.get(RESULT_DOCUMENT, ""),
        reasons=own.get(REASON, ""),
    )


def _day(text: str, today: date) -> tuple[date, list[tuple[str, Refusal]]]:
    if not text:
        return today, [(RESULT_ON, ValueMissing())]
    day = read_date(text)
    if isinstance(day, Refusal):
        return today, [(RESULT_ON, day)]
    return day, [(RESULT_ON, DateInTheFuture(day=day))] if day > today else []
