"""One row by a form: the same judging as for a file, with one row."""

from datetime import date
from decimal import Decimal

from goodstanding.flow.bench import Call
from goodstanding.flow.receive import enter_record

NO_END = "2099/12/31"


def enter_penalty(
    call: Call,
    *,
    organisation: str,
    name: str,
    document: str,
    decided_on: date,
    authority: str,
    authority_code: str,
    basis: str,
    conduct: str = "见决定书",
    facts: str = "见决定书",
    penalty: str = "见决定书",
    categories: str = "罚款",
    fine: Decimal | None = None,
    valid_until: date | None = None,
) -> str:
    """Enter one administrative penalty decided by an authority; returns the record's id.

    ``fine`` in 万元; ``categories`` separated by semicolons; no ``valid_until``: no end.
    """
    cells = {
        "CF_XDR_MC": name,
        "CF_XDR_LB": "法人及非法人组织",
        "CF_XDR_SHXYM": organisation,
        "CF_WSH": document,
        "CF_WFXW": conduct,
        "CF_SY": facts,
        "CF_YJ": basis,
        "CF_CFLB": categories,
        "CF_NR": penalty,
        "CF_NR_FK": "" if fine is None else str(fine),
        "CF_JDRQ": decided_on.isoformat(),
        "CF_YXQ": valid_until.isoformat() if valid_until else NO_END,
        "CF_CFJG": authority,
        "CF_CFJGDM": authority_code,
        "CF_SJLY": authority,
        "CF_SJLYDM": authority_code,
    }
    return enter_record(call, kind="penalty", cells=cells)


def enter_enforcement_default(
    call: Call,
    *,
    organisation: str,
    name: str,
    document: str,
    decided_on: date,
    authority: str,
    authority_code: str,
    basis: str,
    duty: str = "",
    amount: Decimal | None = None,
) -> str:
    """Enter a court's entry about an organisation in default; without effect until confirmed."""
    cells = {
        "ED_NAME": name,
        "ED_CODE": organisation,
        "ED_CASE": document,
        "ED_COURT": authority,
        "ED_COURT_CODE": authority_code,
        "ED_DECIDED_ON": decided_on.isoformat(),
        "ED_BASIS": basis,
        "ED_DUTY": duty,
        "ED_AMOUNT": "" if amount is None else str(amount),
    }
    return enter_record(call, kind="enforcement-default", cells=cells)


def enter_severe_listing(
    call: Call,
    *,
    organisation: str,
    name: str,
    document: str,
    decided_on: date,
    authority: str,
    authority_code: str,
    basis: str,
    list_name: str = "严重失信主体名单",
    reason: str = "见决定书",
    until: date | None = None,
) -> str:
    """Enter an entry of a severe list that another authority decided; it has no effect by itself."""
    cells = {
        "SL_NAME": name,
        "SL_CODE": organisation,
        "SL_LIST": list_name,
        "SL_AUTHORITY": authority,
        "SL_AUTHORITY_CODE": authority_code,
        "SL_DOCUMENT": document,
        "SL_DECIDED_ON": decided_on.isoformat(),
        "SL_BASIS": basis,
        "SL_LISTED_ON": decided_on.isoformat(),
        "SL_UNTIL": until.isoformat() if until else "",
        "SL_REASON": reason,
    }
    return enter_record(call, kind="severe-listing", cells=cells)


def enter_honour(
    call: Call,
    *,
    organisation: str,
    name: str,
    document: str,
    decided_on: date,
    authority: str,
    authority_code: str,
    honour: str = "诚信示范单位",
    reason: str = "",
    basis: str = "",
    until: date | None = None,
) -> str:
    """Enter one honour that an authority gave an organisation; returns the record's id."""
    cells = {
        "HO_NAME": name,
        "HO_CODE": organisation,
        "HO_HONOUR": honour,
        "HO_AUTHORITY": authority,
        "HO_AUTHORITY_CODE": authority_code,
        "HO_DOCUMENT": document,
        "HO_DECIDED_ON": decided_on.isoformat(),
        "HO_BASIS": basis,
        "HO_UNTIL": until.isoformat() if until else "",
        "HO_REASON": reason,
    }
    return enter_record(call, kind="honour", cells=cells)


def enter_offer(
    call: Call,
    *,
    organisation: str,
    name: str,
    list_name: str,
    supplier: str,
    supplier_code: str,
    dated_on: date,
    method: str,
    reason: str = "",
    until: date | None = None,
) -> str:
    """Enter one entry of a list that others offer; it starts nothing. Returns its id."""
    cells = {
        "TL_NAME": name,
        "TL_CODE": organisation,
        "TL_LIST": list_name,
        "TL_SUPPLIER": supplier,
        "TL_SUPPLIER_CODE": supplier_code,
        "TL_METHOD": method,
        "TL_DATED_ON": dated_on.isoformat(),
        "TL_UNTIL": until.isoformat() if until else "",
        "TL_REASON": reason,
    }
    return enter_record(call, kind="third-party-list", cells=cells)


def enter_registration(
    call: Call,
    *,
    organisation: str,
    name: str,
    established_on: date,
    approved_on: date,
    authority: str,
    authority_code: str,
    since: date | None = None,
    status: str = "存续",
    status_since: date | None = None,
    reason: str = "",
    changed_on: date | None = None,
    into: tuple[str, ...] = (),
    former_code: str = "",
    code_since: date | None = None,
) -> str:
    """Enter what the base registration states of an organisation; returns its code.

    ``since``: the first day of the name; ``reason``, ``changed_on``, ``into``: an end, merger or
    division, its day and the successors; ``former_code``: of the same legal person, until the day
    before ``code_since``. Words of status and reason as in the template.
    """
    days = {
        "RG_NAME_SINCE": since,
        "RG_ESTABLISHED_ON": established_on,
        "RG_STATUS_SINCE": status_since,
        "RG_CHANGED_ON": changed_on,
        "RG_CODE_SINCE": code_since,
        "RG_APPROVED_ON": approved_on,
    }
    cells = {
        "RG_NAME": name,
        "RG_CODE": organisation,
        "RG_STATUS": status,
        "RG_REASON": reason,
        "RG_SUCCESSORS": ";".join(into),
        "RG_FORMER_CODE": former_code,
        "RG_AUTHORITY": authority,
        "RG_AUTHORITY_CODE": authority_code,
        **{column: day.isoformat() if day else "" for column, day in days.items()},
    }
    return enter_record(call, kind="registration", cells=cells)
