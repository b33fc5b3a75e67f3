"""At least 20,000 labelled rows, the same ones each time for a seed."""

from collections.abc import Callable, Iterator
from random import Random

import msgspec

from tests.corpus import people
from tests.corpus.details import ALONE, DETAILS, PHRASES
from tests.corpus.layouts import ENDING_IN_X, LAYOUTS, Layout
from tests.corpus.lookalikes import FACTS, registration_number
from tests.rules.penalty_rows import code, default, licence, penalty

Cells = dict[str, str]
Place = Callable[[int, str], Cells]


class Labelled(msgspec.Struct, frozen=True, kw_only=True):
    """A row, what it is (``group`` and ``kind``), and whether the guard must keep it out.

    ``secrets``: what must be found nowhere in what is kept of it.
    """

    group: str
    kind: str
    record_kind: str
    cells: Cells
    stopped: bool
    secrets: tuple[str, ...] = ()


IN_A_SENTENCE = "经查，当事人员工{}参与经营，已责令改正。"
PENALTY_PLACES: dict[str, Place] = {
    "facts": lambda n, t: penalty(n, CF_SY=IN_A_SENTENCE.format(t)),
    "conduct": lambda n, t: penalty(n, CF_WFXW=t),
    "content": lambda n, t: penalty(n, CF_NR=f"罚款五千元。{t}"),
    "name": lambda n, t: penalty(n, CF_XDR_MC=f"示例经营部 {t}"),
    "document": lambda n, t: penalty(n, CF_WSH=f"岚市监处罚 {t}"),
    "remark": lambda n, t: penalty(n, BZ=t),
    "licence withdrawn": lambda n, t: penalty(n, CF_NR_ZKDX=t),
    "tax number": lambda n, t: penalty(n, CF_XDR_SWDJ=t),
    "unknown column": lambda n, t: penalty(n) | {"联系人": t},
    "amount": lambda n, t: penalty(n, CF_NR_FK=t),
    "code": lambda n, t: penalty(n, CF_XDR_SHXYM=t),
}
LICENCE_PLACES: dict[str, Place] = {
    "licensed": lambda n, t: licence(n, XK_NR=f"准予{t}从事预包装食品销售"),
    "number": lambda n, t: licence(n, XK_XKBH=t),
    "certificate": lambda n, t: licence(n, XK_XKZS=t),
    "second unknown column": lambda n, t: licence(n) | {"窗口": "3", "经办": t},
}


def corpus(seed: int = 449800, *, each: int = 9) -> Iterator[Labelled]:
    """The rows, group after group; ``each``: rows of every number, layout and place."""
    chance = Random(seed)
    yield from _identity(chance, each)
    yield from _spread(chance, each * 20)
    yield from _about_persons(chance, each * 30)
    yield from _clean(chance, each * 25)
    yield from _details(chance, each * 25)


def _identity(chance: Random, each: int) -> Iterator[Labelled]:
    for digits, make in (("18", people.citizen), ("15", people.citizen_of_old)):
        yield from _laid_out(chance, each, f"{digits} digits", make, LAYOUTS)
    plain = {"plain": LAYOUTS["plain"], "grouped by spaces": LAYOUTS["grouped by spaces"]}
    yield from _laid_out(chance, each, "residence card", people.foreigner, plain)
    yield from _laid_out(
        chance, each, "18 digits", lambda c: people.citizen(c, ending="X"), ENDING_IN_X
    )
    rounded = {"made a number by a spreadsheet": lambda number: number[:15] + "000"}
    rounded["in scientific notation"] = lambda number: f"{number[0]}.{number[1:15]}E+17"
    yield from _laid_out(chance, each, "18 digits", _grown_up, rounded)


def _grown_up(chance: Random) -> str:
    return next(n for n in iter(lambda: people.citizen(chance), "") if int(n[6:10]) <= 2005)


def _laid_out(
    chance: Random,
    each: int,
    label: str,
    make: Callable[[Random], str],
    layouts: dict[str, Layout],
) -> Iterator[Labelled]:
    for layout, write in layouts.items():
        for record_kind, places in (("penalty", PENALTY_PLACES), ("licence", LICENCE_PLACES)):
            for put in places.values():
                for _ in range(each):
                    number = make(chance)
                    cells = put(chance.randrange(10**6), write(number))
                    yield _stopped(
                        record_kind, "identity number", f"{label}, {layout}", cells, number
                    )


def _stopped(record_kind: str, group: str, kind: str, cells: Cells, *secrets: str) -> Labelled:
    return Labelled(
        group=group,
        kind=kind,
        record_kind=record_kind,
        cells=cells,
        stopped=True,
        secrets=secrets,
    )


def _spread(chance: Random, many: int) -> Iterator[Labelled]:
    """A number cut over columns side by side."""
    for label, make in (("18 digits", people.citizen), ("15 digits", people.citizen_of_old)):
        for _ in range(many):
            number, row = make(chance), chance.randrange(10**6)
            for kind, cells in _cut_up(row, number).items():
                named = f"{label}, {kind}"
                yield _stopped("penalty", "identity number", named, cells, number)


def _cut_up(row: int, number: str) -> dict[str, Cells]:
    one, two, three = number[:6], number[6:-4] if len(number) == 18 else number[6:12], ""
    three = number[len(one) + len(two) :]
    return {
        "over three unknown columns": penalty(row) | {"甲": one, "乙": two, "丙": three},
        "over two unknown columns": penalty(row) | {"甲": f"证 {one}", "乙": two + three},
        "over remark and unknown column": penalty(row, BZ=f"员工证件{one}") | {"续": two + three},
    }


# --- rows about persons, and what else of a person stands in a row ------------------------------


def _about_persons(chance: Random, many: int) -> Iterator[Labelled]:
    for _ in range(many):
        row, name, passport = chance.randrange(10**6), people.name(chance), people.passport(chance)
        number = people.citizen(chance)
        household = code(row, prefix="92")
        for kind, cells in {
            "category 自然人": penalty(row, CF_XDR_LB="自然人", CF_XDR_MC=name, CF_XDR_SHXYM=""),
            "category 个体工商户": penalty(row, CF_XDR_LB="个体工商户", CF_XDR_MC=f"{name}小吃店"),
            "household code": penalty(row, CF_XDR_SHXYM=household, CF_XDR_MC=f"{name}小吃店"),
            "passport in its column": penalty(row, CF_XDR_ZJLX="护照", CF_XDR_ZJHM=passport),
            "number in its column": penalty(row, CF_XDR_ZJHM=number, CF_XDR_SHXYM=""),
            "a personal name and no code": penalty(row, CF_XDR_MC=name, CF_XDR_SHXYM=""),
        }.items():
            yield _stopped("penalty", "row about a person", kind, cells, name, passport, number)
        listed = default(row, ED_NAME=name, ED_CODE="")
        yield _stopped("enforcement-default", "row about a person", "court list", listed, name)
        cells = licence(row, XK_XDR_LB="自然人", XK_XDR_MC=name)
        yield _stopped("licence", "row about a person", "licence, category 自然人", cells, name)


def _details(chance: Random, many: int) -> Iterator[Labelled]:
    """Names, phones and papers in the facts: the row passes, they are to be masked."""
    for kind, (make, sentence) in DETAILS.items():
        for _ in range(many):
            secret = make(chance)
            cells = penalty(chance.randrange(10**6), CF_SY=sentence.format(secret))
            passing = _passing(kind, cells, secrets=(secret,))
            yield msgspec.structs.replace(passing, group="detail in facts")
    for kind, sentence in ALONE.items():
        for _ in range(many):
            names = [people.name(chance) for _ in range(sentence.count("{}"))]
            cells = penalty(chance.randrange(10**6), CF_SY=sentence.format(*names))
            passing = _passing(kind, cells, secrets=tuple(names))
            yield msgspec.structs.replace(passing, group="detail in facts")
    for kind, text in (*PHRASES.items(), *FACTS.items()):
        for _ in range(many // 3):
            cells = penalty(chance.randrange(10**6), CF_SY=f"经查，{text(chance)}，已改正。")
            yield msgspec.structs.replace(_passing(kind, cells), group="no detail in facts")


# --- rows that must pass ------------------------------------------------------------------------


def _clean(chance: Random, many: int) -> Iterator[Labelled]:
    for kind, text in FACTS.items():
        for _ in range(many):
            facts = f"经查，{text(chance)}，货值金额一千二百元。"
            yield _passing(kind, penalty(chance.randrange(10**6), CF_SY=facts))
    for _ in range(many * 8):
        row = chance.randrange(10**6)
        yield _passing("penalty", penalty(row))
        yield _passing("licence", licence(row, XK_XKBH=f"JY1449800{row:07d}"), kind="licence")
        number = registration_number(chance)
        yield _passing("registration number in its column", penalty(row, CF_XDR_GSZC=number))
        boss = {"CF_FRDB": people.name(chance), "CF_FR_ZJHM": people.citizen(chance)}
        secrets = tuple(boss.values())
        yield _passing("personal columns, left out", penalty(row, **boss), secrets=secrets)


def _passing(
    label: str, cells: Cells, *, kind: str = "penalty", secrets: tuple[str, ...] = ()
) -> Labelled:
    return Labelled(
        group="clean",
        kind=label,
        record_kind=kind,
        cells=cells,
        stopped=False,
        secrets=secrets,
    )
