"""An organisation of the city that a department recognised, and that lets everybody see it."""

from datetime import timedelta

from goodstanding.flow import decide, enter, notify, own_advantage, propose
from tests.rules.penalty_rows import AUTHORITY, code

HONOURED = code(8)
NAME = "岚港市云杉食品有限公司"
MARKET = "market-regulation"
GROUND = "exemplar/recognised"


def proposed(city, *, days: int, organisation: str = HONOURED, number: int = 1) -> str:
    """A case on an honour, its announcement served, so many days ago."""
    officer = city.call(f"{MARKET}/officer", days=days)
    honour = enter.enter_honour(
        officer,
        organisation=organisation,
        name=NAME,
        document=f"岚市监表〔{officer.on.year}〕{organisation[-3:]}-{number}号",
        decided_on=officer.on - timedelta(days=2),
        authority="岚港市市场监督管理局",
        authority_code=AUTHORITY,
        reason="连续五年按期履行合同。",
    )
    case = propose.propose_designation(
        officer,
        organisation=organisation,
        ground=GROUND,
        records=(honour,),
        facts="连续五年按期履约，无不良记录。",
    )
    notify.serve_notice(
        officer, case=case, served_on=officer.on, method="in-person", proof="送达回证 8"
    )
    return case


def recognised(city, *, days: int, organisation: str = HONOURED, number: int = 1) -> str:
    """An exemplar nobody but departments sees, since so many days ago."""
    case = proposed(city, days=days + 1, organisation=organisation, number=number)
    officer = city.call(f"{MARKET}/officer", days=days + 1)
    notify.waive_statement(officer, case=case, proof="同意书 8")
    decide.decide_designation(
        city.call(f"{MARKET}/reviewer", days=days),
        case=case,
        outcome="list",
        document=f"岚市监典〔2026〕{organisation[-3:]}-{number}号",
        reasons="符合认定条件。",
    )
    return case


def honoured(city) -> str:
    """One that everybody sees since yesterday."""
    case = recognised(city, days=10)
    own_advantage.consent_to_publicity(city.call("honoured", days=1), case=case)
    return case
