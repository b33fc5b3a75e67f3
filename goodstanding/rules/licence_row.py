"""The values of a row about an administrative licence (XK_ field codes of 2018)."""

from datetime import date

from goodstanding.rules.official_columns import ORGANISATION_CATEGORY
from goodstanding.rules.older_columns import STATE
from goodstanding.rules.older_state import in_force
from goodstanding.rules.read_row import ReadRow
from goodstanding.rules.record_types import LicenceFields
from goodstanding.rules.row_reader import RowReader
from goodstanding.rules.row_refusals import LicenceStateUnknown, SubjectCategoryUnknown

FIRST_DAY = date(1949, 10, 1)


def read_licence(reader: RowReader, *, today: date, basis_readable: bool) -> ReadRow:
    """The licence in a row; what is wrong with it is noted in ``reader``.

    The number of the decision is the document; where it has none, the number of the licence is.
    The official format names no basis, so ``basis_readable`` says nothing here.
    """
    decided_on = reader.decided_on("XK_JDRQ", today)
    valid_from = reader.day("XK_YXQZ", since=FIRST_DAY, required=True)
    named = "XK_WSH" if reader.plain("XK_WSH") else "XK_XKBH"
    document, key = reader.document(named, 128)
    if reader.plain("XK_XDR_LB") not in ("", ORGANISATION_CATEGORY):
        reader.problem("XK_XDR_LB", SubjectCategoryUnknown())
    fields = LicenceFields(
        title=reader.text("XK_XKWS", 128),
        category=reader.text("XK_XKLB", 256),
        certificate=reader.text("XK_XKZS", 128, required=False),
        number=reader.text("XK_XKBH", 128, required=False),
        valid_from=valid_from,
        valid_until=reader.end("XK_YXQZI", since=valid_from or FIRST_DAY),
        valid=_valid(reader),
        authority=reader.text("XK_XKJG", 200),
        authority_code=reader.code("XK_XKJGDM"),
        source=reader.text("XK_LYDW", 200),
        source_code=reader.code("XK_LYDWDM"),
    )
    return ReadRow(
        document=document,
        document_key=key,
        decided_on=decided_on,
        fields=fields,
        content={"licensed": reader.text("XK_NR", 4000)},
    )


def _valid(reader: RowReader) -> bool | None:
    if reader.plain(STATE):
        return in_force(reader)
    state = reader.plain("XK_ZT")
    if state not in ("", "1", "2"):
        reader.problem("XK_ZT", LicenceStateUnknown())
    return {"1": True, "2": False}.get(state)
