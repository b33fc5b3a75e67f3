"""A record back as the cells of its template, for the report and for exports."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from operator import attrgetter

from goodstanding.rules.official_columns import COLUMNS, OFFERED_LIST
from goodstanding.rules.record_types import Accepted, Fields, UndecidedFields

Value = str | date | Decimal | bool | tuple[str, ...] | None

_PARTY = {"XDR_MC": "organisation_name", "XDR_SHXYM": "organisation_code"}
_PENALTY = {
    "CF_WSH": "document",
    "CF_JDRQ": "decided_on",
    "CF_WFXW": "conduct",
    "CF_SY": "facts",
    "CF_YJ": "basis",
    "CF_CFLB": "categories",
    "CF_NR": "penalty",
    "CF_NR_FK": "fine",
    "CF_NR_WFFF": "confiscated",
    "CF_NR_ZKDX": "withdrawn_licence",
    "CF_YXQ": "valid_until",
    "CF_GSJZQ": "publicity_until",
    "CF_CFJG": "authority",
    "CF_CFJGDM": "authority_code",
    "CF_SJLY": "source",
    "CF_SJLYDM": "source_code",
    "CF_CFCX": "procedure",
    "CF_GSLB": "severity",
    "CF_GSGZ": "told_on",
}
_LICENCE = {
    "XK_XKWS": "title",
    "XK_WSH": "document",
    "XK_JDRQ": "decided_on",
    "XK_XKLB": "category",
    "XK_XKZS": "certificate",
    "XK_XKBH": "number",
    "XK_NR": "licensed",
    "XK_YXQZ": "valid_from",
    "XK_YXQZI": "valid_until",
    "XK_XKJG": "authority",
    "XK_XKJGDM": "authority_code",
    "XK_ZT": "valid",
    "XK_LYDW": "source",
    "XK_LYDWDM": "source_code",
}
_DEFAULT = {
    "ED_NAME": "organisation_name",
    "ED_CODE": "organisation_code",
    "ED_CASE": "document",
    "ED_COURT": "authority",
    "ED_COURT_CODE": "authority_code",
    "ED_DECIDED_ON": "decided_on",
    "ED_BASIS": "basis",
    "ED_DUTY": "duty",
    "ED_AMOUNT": "duty_amount",
    "ED_PUBLISHED_ON": "published_on",
    "ED_UNTIL": "valid_until",
}
_LISTING = {
    "NAME": "organisation_name",
    "CODE": "organisation_code",
    "LIST": "list_name",
    "AUTHORITY": "authority",
    "AUTHORITY_CODE": "authority_code",
    "DOCUMENT": "document",
    "DECIDED_ON": "decided_on",
    "BASIS": "basis",
    "LISTED_ON": "listed_on",
    "UNTIL": "valid_until",
    "REASON": "facts",
}
_HONOUR = {
    "HO_NAME": "organisation_name",
    "HO_CODE": "organisation_code",
    "HO_HONOUR": "honour",
    "HO_AUTHORITY": "authority",
    "HO_AUTHORITY_CODE": "authority_code",
    "HO_DOCUMENT": "document",
    "HO_DECIDED_ON": "decided_on",
    "HO_BASIS": "basis",
    "HO_UNTIL": "valid_until",
    "HO_REASON": "facts",
}
_OUTCOME = {
    "NAME": "organisation_name",
    "CODE": "organisation_code",
    "MATTER": "matter",
    "REFERENCE": "reference",
    "AUTHORITY": "authority",
    "AUTHORITY_CODE": "authority_code",
    "DOCUMENT": "document",
    "DECIDED_ON": "decided_on",
    "BASIS": "basis",
    "HAPPENED_ON": "happened_on",
    "FACTS": "facts",
}
_COMMITMENT = {
    **_OUTCOME,
    "KIND": "commitment_kind",
    "MADE_ON": "made_on",
    "DUE_ON": "due_on",
    "FULFILMENT": "fulfilment",
}
_REGISTRATION = {
    "RG_NAME": "organisation_name",
    "RG_CODE": "organisation_code",
    "RG_NAME_SINCE": "name_since",
    "RG_ESTABLISHED_ON": "established_on",
    "RG_STATUS": "status",
    "RG_STATUS_SINCE": "status_since",
    "RG_REASON": "reason",
    "RG_CHANGED_ON": "changed_on",
    "RG_SUCCESSORS": "successors",
    "RG_FORMER_CODE": "former_code",
    "RG_CODE_SINCE": "code_since",
    "RG_AUTHORITY": "authority",
    "RG_AUTHORITY_CODE": "authority_code",
    "RG_APPROVED_ON": "decided_on",
}
_OFFERED = {
    "TL_NAME": "organisation_name",
    "TL_CODE": "organisation_code",
    "TL_LIST": "list_name",
    "TL_SUPPLIER": "authority",
    "TL_SUPPLIER_CODE": "authority_code",
    "TL_METHOD": "method",
    "TL_DATED_ON": "decided_on",
    "TL_UNTIL": "valid_until",
    "TL_REASON": "facts",
}
SOURCES: dict[str, dict[str, str]] = {
    "penalty": {f"CF_{code}": name for code, name in _PARTY.items()} | _PENALTY,
    "licence": {f"XK_{code}": name for code, name in _PARTY.items()} | _LICENCE,
    "enforcement-default": _DEFAULT,
    "abnormal-operation": {f"AO_{code}": name for code, name in _LISTING.items()},
    "severe-listing": {f"SL_{code}": name for code, name in _LISTING.items()},
    "honour": _HONOUR,
    "contract-performance": {f"CP_{code}": name for code, name in _OUTCOME.items()},
    "inspection-result": {f"IR_{code}": name for code, name in _OUTCOME.items()},
    "commitment": {f"CM_{code}": name for code, name in _COMMITMENT.items()},
    "registration": _REGISTRATION,
    OFFERED_LIST: _OFFERED,
}
_MANDATORY_ENDS = ("CF_YXQ", "XK_YXQZI")
_TITLES = {kind: {c.code: c.title for c in columns} for kind, columns in COLUMNS.items()}


#: The texts of a record, as it is told; the other values of its row are kept to restate it.
NARRATIVE = (
    "list_name",
    "honour",
    "matter",
    "conduct",
    "facts",
    "penalty",
    "duty",
    "licensed",
    "basis",
)
#: What is told of a commitment beside these: by whom which kind was made, and how it ended.
DAYS_OF_A_COMMITMENT = ("made_on", "due_on")
OF_A_COMMITMENT = ("commitment_kind", "made_on", "due_on", "fulfilment")
#: What the act of a record says by itself; everything else in the row is its content.
IN_THE_ACT = frozenset({"document", "decided_on", "authority", "authority_code"})
AMOUNTS = frozenset({"fine", "confiscated", "duty_amount"})
#: Whom the row is about: never corrected, since another organisation makes it another record.
PARTY = frozenset(_PARTY.values())
_ELSEWHERE = {*IN_THE_ACT, *NARRATIVE, "organisation_code"}
_BESIDE = {
    kind: [(code, name) for code, name in names.items() if name not in _ELSEWHERE]
    for kind, names in SOURCES.items()
}


def written(record: Accepted) -> Mapping[str, str]:
    """The cells of a record by printed header; reading them again gives an equal record."""
    titles = _TITLES[record.kind]
    return {titles[code]: text for code, text in cells_of(record).items()}


def cells_of(record: Accepted) -> dict[str, str]:
    """The cells of a record by field code, without the empty ones."""
    cells = {}
    for code, name in SOURCES[record.kind].items():
        if text := _cell(record, code, name):
            cells[code] = text
    return cells


def _cell(record: Accepted, code: str, name: str) -> str:
    return _text(_value(record, name)) or _empty(code)


def _empty(code: str) -> str:
    return "2099/12/31" if code in _MANDATORY_ENDS else ""


def content_of(record: Accepted) -> dict[str, str]:
    """What is kept of a row beside its act, by name: narrative and values, so it can be restated."""
    kept = dict(record.content)
    for name, read, empty in _beside(record.kind, type(record.fields)):
        value = read(record)
        # Most cells of a row are empty or text.
        text = (value if type(value) is str else _text(value)) or empty
        if text:
            kept[name] = text.rstrip("0").rstrip(".") if name in AMOUNTS else text
    return kept


@cache
def _beside(kind: str, fields: type[Fields]) -> list[tuple[str, Callable[[Accepted], Value], str]]:
    """What is kept beside the act: its name, how it is read, and what stands for nothing."""
    return [(name, _reader(fields, name), _empty(code)) for code, name in _BESIDE[kind]]


def as_cells(kind: str, values: Mapping[str, str]) -> dict[str, str]:
    """Values by name as the cells of a kind's template, by field code; what is not held is out."""
    return {code: values[name] for code, name in SOURCES[kind].items() if values.get(name)}


def _value(record: Accepted, name: str) -> Value:
    return _reader(type(record.fields), name)(record)


@cache
def _reader(fields: type[Fields], name: str) -> Callable[[Accepted], Value]:
    """Where a value is held, is the same for every row of a kind."""
    if name == "decided_on" and issubclass(fields, UndecidedFields):
        return lambda record: None
    if hasattr(Accepted, name):
        return attrgetter(name)
    if hasattr(fields, name):
        return attrgetter(f"fields.{name}")
    return lambda record: record.content.get(name, "")


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "2"
    if isinstance(value, tuple):
        return ";".join(value)
    if isinstance(value, date):
        return value.isoformat()
    return format(value, "f") if isinstance(value, Decimal) else value
