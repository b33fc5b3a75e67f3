"""The values of a row about an administrative penalty (CF_ field codes of 2018)."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from goodstanding.rules.cell_values import half_width
from goodstanding.rules.official_columns import (
    ORGANISATION_CATEGORY,
    PENALTY_CATEGORIES,
    PROCEDURES,
    SEVERITIES,
)
from goodstanding.rules.older_columns import SECOND_CATEGORY, STATE
from goodstanding.rules.older_state import in_force
from goodstanding.rules.read_row import ReadRow
from goodstanding.rules.record_types import PenaltyFields
from goodstanding.rules.row_reader import RowReader
from goodstanding.rules.row_refusals import (
    AmountMissing,
    AmountPerhapsInYuan,
    DecisionTakenBack,
    PenaltyCategoryUnknown,
    SubjectCategoryUnknown,
)

FINE = "罚款"
CONFISCATION = ("没收违法所得", "没收非法财物")
LICENCE_WITHDRAWN = ("暂扣许可证", "暂扣执照", "吊销许可证", "吊销执照")
MUCH = Decimal(10_000)  # 万元: a hundred million yuan; more likely the unit was missed
_KNOWN = frozenset(PENALTY_CATEGORIES)


def read_penalty(reader: RowReader, *, today: date, basis_readable: bool) -> ReadRow:
    """The penalty in a row; what is wrong with it is noted in ``reader``."""
    document, key = reader.document("CF_WSH", 128)
    decided_on = reader.decided_on("CF_JDRQ", today)
    categories = _categories(reader)
    _refuse_other_party(reader)
    if in_force(reader) is False:
        reader.problem(STATE, DecisionTakenBack())
    fields = PenaltyFields(
        categories=categories,
        fine=_amount(reader, "CF_NR_FK", categories, (FINE,)),
        confiscated=_amount(reader, "CF_NR_WFFF", categories, CONFISCATION),
        withdrawn_licence=_withdrawn(reader, categories),
        valid_until=reader.end("CF_YXQ", since=decided_on),
        publicity_until=reader.end("CF_GSJZQ", since=decided_on, required=False),
        authority=reader.text("CF_CFJG", 200),
        authority_code=reader.code("CF_CFJGDM"),
        source=reader.text("CF_SJLY", 200),
        source_code=reader.code("CF_SJLYDM"),
        basis=reader.text("CF_YJ", 2048),
        basis_readable=basis_readable,
        procedure=reader.choice("CF_CFCX", PROCEDURES),
        severity=reader.choice("CF_GSLB", SEVERITIES),
        told_on=reader.day("CF_GSGZ", since=decided_on),
    )
    content = {
        "facts": reader.text("CF_SY", 5000),
        "conduct": reader.text("CF_WFXW", 2000),
        "penalty": reader.text("CF_NR", 4000),
        "basis": fields.basis,
    }
    return ReadRow(
        document=document,
        document_key=key,
        decided_on=decided_on,
        fields=fields,
        content=content,
    )


def _categories(reader: RowReader) -> tuple[str, ...]:
    first = _known(reader, "CF_CFLB", reader.text("CF_CFLB", 255))
    second = _known(reader, SECOND_CATEGORY, reader.text(SECOND_CATEGORY, 255, required=False))
    return tuple(sorted({*first, *second})) if second else first


def _known(reader: RowReader, code: str, text: str) -> tuple[str, ...]:
    categories = split_categories(text)
    for category in categories:
        if category not in _KNOWN and not category.startswith("其他-"):
            reader.problem(code, PenaltyCategoryUnknown(category=category[:20]))
    return categories


@lru_cache(maxsize=1024)
def split_categories(text: str) -> tuple[str, ...]:
    """The kinds of penalty of a decision: separated by ; or ；, each once, sorted."""
    parts = (part.strip() for part in half_width(text).split(";"))
    return tuple(sorted({part.replace("其他—", "其他-") for part in parts if part}))


def _amount(
    reader: RowReader, code: str, categories: tuple[str, ...], needing: tuple[str, ...]
) -> Decimal | None:
    before = len(reader.problems)
    amount = reader.amount(code)
    asked = next((category for category in needing if category in categories), None)
    if amount is None and asked and len(reader.problems) == before:
        reader.problem(code, AmountMissing(category=asked))
    if amount is not None and amount >= MUCH:
        reader.warn(code, AmountPerhapsInYuan(amount=_plain(amount)))
    return amount


def _plain(amount: Decimal) -> str:
    """Digits only: 20000, never 2E+4."""
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _withdrawn(reader: RowReader, categories: tuple[str, ...]) -> str:
    needed = any(category in categories for category in LICENCE_WITHDRAWN)
    return reader.text("CF_NR_ZKDX", 200, required=needed)


def _refuse_other_party(reader: RowReader) -> None:
    category = reader.plain("CF_XDR_LB")
    if category and category != ORGANISATION_CATEGORY:
        reader.problem("CF_XDR_LB", SubjectCategoryUnknown())
