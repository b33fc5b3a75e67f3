"""Organisations nobody can mean: codes of an unassigned region, names made of chance syllables."""

from random import Random
from typing import NamedTuple

from goodstanding.rules.identifiers import ALPHABET, make

CITY = "岚港市"
REGION = "449800"
FIRST = "禾澜岑汀沐霁芷珩砚榆槿樾璟翎舸苇淇渚麓浔"
SECOND = "屿川舟岚溪塘桥圃陌坞岭湾汐田原泽冈渡亭垣"
TRADES = "食品 电子 建设工程 餐饮管理 服饰 家具 物流 环保科技 模具 印刷包装".split()
#: Authority and class, what the name ends with, and how many of each thousand.
KINDS = (
    ("91", "{trade}有限公司", 940),
    ("93", "{trade}专业合作社", 15),
    ("12", "{trade}服务中心", 15),
    ("51", "{trade}行业协会", 10),
    ("52", "{trade}公益服务中心", 10),
    ("N2", "{trade}经济合作社", 10),
)


class Organisation(NamedTuple):
    """One invented organisation."""

    code: str
    name: str


def organisations(number: int, *, seed: int) -> list[Organisation]:
    """So many organisations; the same seed makes the same ones."""
    chance = Random(seed)
    coined = [first + second for first in FIRST for second in SECOND]
    pairs = [(name, trade) for name in coined for trade in TRADES]
    chance.shuffle(pairs)
    prefixes = [kind for kind in KINDS for _ in range(kind[2])]
    return [
        _organisation(n, *pairs[n % len(pairs)], *chance.choice(prefixes)[:2])
        for n in range(number)
    ]


def _organisation(number: int, coined: str, trade: str, prefix: str, ending: str) -> Organisation:
    return Organisation(
        code=make(prefix, REGION, "MA" + _in_letters(number + 961)),
        name=f"{CITY}{coined}{ending.format(trade=trade)}",
    )


def _in_letters(number: int, width: int = 6) -> str:
    letters = ""
    for _ in range(width):
        number, rest = divmod(number, len(ALPHABET))
        letters = ALPHABET[rest] + letters
    return letters
