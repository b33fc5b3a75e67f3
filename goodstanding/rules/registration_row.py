"""The values of a row of base registration (our own RG_ template)."""

from datetime import date

from goodstanding.rules.cell_values import half_width, read_date
from goodstanding.rules.errors import Refusal
from goodstanding.rules.identifiers import judge
from goodstanding.rules.read_row import ReadRow
from goodstanding.rules.record_types import RegistrationFields
from goodstanding.rules.registration_refusals import (
    AfterTheApproval,
    BeforeTheFounding,
    ChangeDayMissing,
    CodeDayMissing,
    FormerCodeMissing,
    ReasonMissing,
    ReasonUnknown,
    ReasonWithoutEnd,
    StatusUnknown,
    SuccessorIsItself,
    SuccessorsDoNotFit,
)
from goodstanding.rules.row_reader import RowReader

STATUSES = {
    "active": "存续 在业 开业 在营 正常".split(),
    "suspended": "歇业 停业".split(),
    "licence-revoked": "吊销 吊销未注销".split(),
    "ended": "注销 已注销 终止 撤销登记".split(),
}
REASONS = {
    "dissolved": "注销",
    "bankrupt": "破产",
    "cancelled": "依法撤销",
    "merger-absorption": "吸收合并",
    "merger-new": "新设合并",
    "division-continuing": "存续分立",
    "division-dissolving": "解散分立",
}
_STATUS = {word: id for id, words in STATUSES.items() for word in (id, *words)}
_REASON = {word: id for id, title in REASONS.items() for word in (id, title)}
#: How many successors each reason has: at least, at most.
_SUCCESSORS = {
    "merger-absorption": (1, 1),
    "merger-new": (1, 1),
    "division-continuing": (1, 99),
    "division-dissolving": (2, 99),
}
_SEPARATORS = str.maketrans(";；,，、\n", "      ")


def read_registration(reader: RowReader, *, today: date, basis_readable: bool) -> ReadRow:
    """What a row states of an organisation; what is wrong with it is noted in ``reader``.

    The day of approval is the day of the row: two rows of one organisation with the same day agree
    or contradict each other. It cites no basis, so ``basis_readable`` says nothing here.
    """
    approved = reader.decided_on("RG_APPROVED_ON", today)
    founded = _day(reader, "RG_ESTABLISHED_ON", None, approved) or approved
    fields = RegistrationFields(
        authority=reader.text("RG_AUTHORITY", 200),
        authority_code=reader.code("RG_AUTHORITY_CODE"),
        name_since=_day(reader, "RG_NAME_SINCE", founded, approved),
        established_on=founded,
        status=_chosen(reader, "RG_STATUS", _STATUS, StatusUnknown),
        status_since=_day(reader, "RG_STATUS_SINCE", founded, approved),
        reason=_chosen(reader, "RG_REASON", _REASON, ReasonUnknown),
        changed_on=_day(reader, "RG_CHANGED_ON", founded, approved),
        successors=_codes(reader, "RG_SUCCESSORS"),
        former_code=next(iter(_codes(reader, "RG_FORMER_CODE")), ""),
        code_since=_day(reader, "RG_CODE_SINCE", founded, approved),
    )
    _agree(reader, fields)
    return ReadRow(
        document="",
        document_key=f"RG:{approved.isoformat()}",
        decided_on=approved,
        fields=fields,
        content={},
    )


def _day(reader: RowReader, code: str, founded: date | None, approved: date) -> date | None:
    """A day from the founding to the approval; every row needs the founding itself."""
    text = reader.text(code, 64, required=founded is None)
    day = read_date(text) if text else None
    if isinstance(day, Refusal):
        reader.problem(code, day)
        return None
    if day and founded and day < founded:
        reader.problem(code, BeforeTheFounding(day=day, established_on=founded))
    if day and day > approved:
        reader.problem(code, AfterTheApproval(day=day, approved_on=approved))
    return day


def _chosen(
    reader: RowReader,
    code: str,
    words: dict[str, str],
    unknown: type[StatusUnknown] | type[ReasonUnknown],
) -> str:
    text = half_width(reader.text(code, 64, required=unknown is StatusUnknown))
    if text and text not in words:
        field = "status" if unknown is StatusUnknown else "reason"
        reader.problem(code, unknown(**{field: text}))
    return words.get(text, "")


def _codes(reader: RowReader, column: str) -> tuple[str, ...]:
    """The codes in a cell, each once; every one of them valid."""
    found = []
    for text in reader.text(column, 2000, required=False).translate(_SEPARATORS).split():
        judgement = judge(text)
        for refusal in judgement.problems:
            reader.problem(column, refusal)
        found.append(judgement.code)
    return tuple(dict.fromkeys(found))


def _agree(reader: RowReader, fields: RegistrationFields) -> None:
    """What the cells say of an end, of successors and of a former code fits together."""
    own = judge(reader.plain("RG_CODE")).code
    if own in (*fields.successors, fields.former_code):
        column = "RG_FORMER_CODE" if own == fields.former_code else "RG_SUCCESSORS"
        reader.problem(column, SuccessorIsItself())
    if fields.former_code and fields.code_since is None:
        reader.problem("RG_CODE_SINCE", CodeDayMissing())
    if fields.code_since and not fields.former_code:
        reader.problem("RG_FORMER_CODE", FormerCodeMissing())
    _end_agrees(reader, fields)


def _end_agrees(reader: RowReader, fields: RegistrationFields) -> None:
    reason, ended = fields.reason, fields.status == "ended"
    if (ended or fields.successors) and not reason:
        reader.problem("RG_REASON", ReasonMissing())
    if reason and fields.changed_on is None:
        reader.problem("RG_CHANGED_ON", ChangeDayMissing())
    if reason and ended is (reason == "division-continuing") and fields.status:
        reader.problem("RG_REASON", ReasonWithoutEnd(reason=REASONS[reason]))
    least, most = _SUCCESSORS.get(reason, (0, 0))
    if reason and not least <= len(fields.successors) <= most:
        count = len(fields.successors)
        reader.problem("RG_SUCCESSORS", SuccessorsDoNotFit(reason=REASONS[reason], count=count))
