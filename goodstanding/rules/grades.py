"""Whether a row of an offered list carries a grade, a score or a rank: then nothing of it is kept.

The register holds no score of anybody, neither its own nor anybody else's. A column is known by its
header, a value by its form; the names of the organisation and of who offers the list are not looked at,
because an agency may be called after what it does.
"""

import re
from collections.abc import Mapping

from goodstanding.rules.cell_values import SAYS_NOTHING, half_width
from goodstanding.rules.record_types import Problem
from goodstanding.rules.row_refusals import CarriesAGrade

#: The columns of the template in which a grade would be told.
LOOKED_AT = ("TL_LIST", "TL_REASON")

_WORD = (
    "评分|得分|打分|分值|总分|分数|积分|信用分|评级|等级|级别|星级|排名|排行|名次|位次|信用指数"
    r"|(?<![a-z])(?:scores?|scored|grades?|graded|ratings?|rated|rank|ranks|ranked|ranking)(?![a-z])"
)
_VALUE = (
    r"(?<![a-z])[a-d]{1,3}[+\-]?级"
    r"|(?<![a-z0-9])(?:a{2,3}|b{2,3}|c{2,3})[+\-]?(?![a-z0-9])"
    r"|[一二三四五六七1-7]颗?星(?=级|$|[^\u3400-\u9fff])"
    r"|\d+(?:\.\d+)?\s*分(?![公店厂支院部校局钟包别行队社之成会])"
)
_GRADE = re.compile(f"{_WORD}|{_VALUE}")
_HEADER = re.compile(_WORD)


def carries_grade(text: str) -> bool:
    """Whether a text tells a grade, a score or a rank."""
    return _GRADE.search(half_width(text).lower()) is not None


def is_grade(text: str) -> bool:
    """Whether a grade itself stands in a text, whatever agencies are called in it."""
    return re.search(_VALUE, half_width(text).lower()) is not None


def graded(
    texts: Mapping[str, str], strangers: Mapping[str, str], *, headers: Mapping[str, str]
) -> Problem | None:
    """The first column with a grade, as a problem that does not repeat it.

    ``texts`` by field code, ``strangers`` by their own headers, ``headers`` of the field codes.
    """
    for code in LOOKED_AT:
        if carries_grade(texts.get(code, "")):
            return _problem(headers.get(code, code))
    for header, text in strangers.items():
        if text in SAYS_NOTHING:
            continue
        if _HEADER.search(half_width(header).lower()) or carries_grade(text):
            return _problem(header)
    return None


def _problem(column: str) -> Problem:
    return Problem.of(CarriesAGrade(column=column), column=column)
