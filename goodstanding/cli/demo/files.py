"""The files departments send every month, and one with problems."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from random import Random

from goodstanding.cli.demo.city import COURT, PENALTIES, City
from goodstanding.cli.demo.days import at
from goodstanding.cli.demo.names import REGION, Organisation
from goodstanding.cli.demo.stage import Plot
from goodstanding.files.writing import csv_bytes
from goodstanding.flow.receive import receive
from goodstanding.flow.stage import stage
from goodstanding.rules.identity_numbers import check_character

MONTHS = 30
Rows = list[dict[str, str]]
LICENSING = {
    "market-regulation": ("食品经营许可证", "预包装食品销售"),
    "housing-construction": ("建筑施工企业安全生产许可证", "建筑施工"),
    "transport": ("道路运输经营许可证", "普通货运"),
    "health": ("公共场所卫生许可证", "公共场所经营"),
    "ecology-environment": ("排污许可证", "排放污染物"),
    "education": ("办学许可证", "非学历教育培训"),
}


def monthly_files(city: City, chance: Random) -> Iterator[Plot]:
    """Two and a half years of files: licences for everybody, penalties and defaults for some."""
    size = -(-len(city.organisations) // MONTHS)
    for month in range(MONTHS):
        day = city.days.ago((MONTHS - month) * 30 - 25)
        licensed = city.organisations[month * size : (month + 1) * size]
        department = list(LICENSING)[month % len(LICENSING)]
        rows = [_licence(city, department, each, day) for each in licensed]
        if rows:
            yield sent(city, department, "licence", rows, at(day, 9, 10))
        for department in chance.sample(list(PENALTIES), 4):
            fined = chance.sample(city.organisations, 6)
            rows = [penalty_row(city, department, each, day, chance) for each in fined]
            yield sent(city, department, "penalty", rows, at(day, 10, chance.randrange(60)))
        listed = chance.sample(city.organisations, 2)
        rows = [_default(city, each, day) for each in listed]
        yield sent(city, COURT, "enforcement-default", rows, at(day, 15))


def file_with_problems(city: City, organisations: Sequence[Organisation]) -> Plot:
    """Good rows, and one of each kind that comes back or is quarantined."""
    day, department = city.days.ago(2), "market-regulation"
    chance = Random(1)
    rows = [penalty_row(city, department, each, day, chance) for each in organisations]
    mistyped, undated, repeated, blocked, personal = (dict(row) for row in rows[:5])
    code = mistyped["CF_XDR_SHXYM"]
    mistyped |= {"CF_XDR_SHXYM": code[:17] + ("1" if code[17] != "1" else "2")}
    undated |= {"CF_WSH": f"{undated['CF_WSH']}之二", "CF_JDRQ": "2026/02/30"}
    blocked |= {"CF_WSH": f"{blocked['CF_WSH']}之三", "CF_YJ": "《出版管理条例》第六十一条"}
    personal |= {
        "CF_XDR_MC": "某某",
        "CF_XDR_LB": "自然人",
        "CF_XDR_SHXYM": "",
        "CF_XDR_ZJLX": "身份证",
        "CF_XDR_ZJHM": _invented_number(),
    }
    bad = [mistyped, undated, repeated, blocked, personal]
    return sent(city, department, "penalty", [*rows, *bad], at(day, 11))


def staged_file(city: City, organisations: Sequence[Organisation], *, at: datetime) -> str:
    """A file that was read and waits for the word of who sent it; it does so for half an hour."""
    day, department = city.days.ago(3), "transport"
    chance = Random(2)
    rows = [penalty_row(city, department, each, day, chance) for each in organisations]
    call = city.call(f"{department}/officer", at)
    data = csv_bytes(rows, list(rows[0]))
    return stage(call, kind="penalty", department=department, data=data)


def sent(city: City, department: str, kind: str, rows: Rows, moment: datetime) -> Plot:
    """A department sends a file."""
    then = yield moment
    columns = list(dict.fromkeys(name for row in rows for name in row))
    source = csv_bytes(rows, columns)
    call = city.call(f"{department}/officer", then)
    receive(call, kind=kind, department=department, source=source)


def _licence(city: City, department: str, whose: Organisation, day: date) -> dict[str, str]:
    name, code = city.authority(department)
    title, content = LICENSING[department]
    decided = day - timedelta(days=3)
    return {
        "XK_XDR_MC": whose.name,
        "XK_XDR_SHXYM": whose.code,
        "XK_XKWS": title,
        "XK_WSH": city.document(department, day.year).replace("罚", "许"),
        "XK_XKLB": "普通",
        "XK_NR": content,
        "XK_JDRQ": decided.isoformat(),
        "XK_YXQZ": decided.isoformat(),
        "XK_YXQZI": (decided + timedelta(days=5 * 365)).isoformat(),
        "XK_XKJG": name,
        "XK_XKJGDM": code,
        "XK_ZT": "1",
        "XK_LYDW": name,
        "XK_LYDWDM": code,
    }


def penalty_row(
    city: City, department: str, whose: Organisation, day: date, chance: Random
) -> dict[str, str]:
    """A penalty of a department as a row of its file."""
    name, code = city.authority(department)
    conduct, basis = PENALTIES[department]
    fine = chance.choice(["0.2", "0.5", "1", "2.5", "5"])
    return {
        "CF_XDR_MC": whose.name,
        "CF_XDR_LB": "法人及非法人组织",
        "CF_XDR_SHXYM": whose.code,
        "CF_WSH": city.document(department, day.year),
        "CF_WFXW": conduct,
        "CF_SY": f"经查，当事人{conduct}。",
        "CF_YJ": basis,
        "CF_CFLB": "罚款",
        "CF_NR": f"罚款{fine}万元。",
        "CF_NR_FK": fine,
        "CF_JDRQ": (day - timedelta(days=chance.randrange(1, 8))).isoformat(),
        "CF_YXQ": "2099/12/31",
        "CF_CFJG": name,
        "CF_CFJGDM": code,
        "CF_SJLY": name,
        "CF_SJLYDM": code,
    }


def _default(city: City, whose: Organisation, day: date) -> dict[str, str]:
    name, code = city.authority(COURT)
    city.documents += 1
    return {
        "ED_NAME": whose.name,
        "ED_CODE": whose.code,
        "ED_CASE": f"（{day.year}）岚01执{city.documents}号",
        "ED_COURT": name,
        "ED_COURT_CODE": code,
        "ED_DECIDED_ON": (day - timedelta(days=6)).isoformat(),
        "ED_BASIS": "《最高人民法院关于公布失信被执行人名单信息的若干规定》第一条",
        "ED_DUTY": "支付货款",
        "ED_AMOUNT": "12.5",
    }


def _invented_number() -> str:
    """What looks like a citizen's number, of nobody, to show that it is not kept."""
    first = REGION.replace("4498", "4419") + "19800101" + "999"
    return first + check_character(first)
