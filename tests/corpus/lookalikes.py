"""What only looks like a person's number, name or phone: none of it may stop a row."""

from collections.abc import Callable
from random import Random

from goodstanding.rules.identifiers import make
from goodstanding.rules.persons import registration_check
from tests.corpus.people import REGION

Text = Callable[[Random], str]


def digits(chance: Random, many: int) -> str:
    """Any digits."""
    return f"{chance.randrange(10**many):0{many}d}"


def registration_number(chance: Random) -> str:
    """A registration number of 15 digits of an enterprise, its check sound (GS 15-2006)."""
    first = REGION + chance.choice("0123") + digits(chance, 7)
    return next(first + last for last in "0123456789" if registration_check(first + last))


def day(chance: Random, mark: str = "") -> str:
    """A day of the last ten years."""
    parts = (chance.randrange(2016, 2027), chance.randrange(1, 13), chance.randrange(1, 29))
    return mark.join((f"{parts[0]}", f"{parts[1]:02d}", f"{parts[2]:02d}"))


def money(chance: Random) -> str:
    """An amount with separators."""
    return f"{chance.randrange(1, 10**10):,}.{digits(chance, 2)}"


def code(chance: Random) -> str:
    """The code of an organisation, of digits only as the older ones are."""
    return make(chance.choice(["91", "12", "51", "93"]), REGION, digits(chance, 8))


FACTS: dict[str, Text] = {
    "organisation code": lambda c: f"统一社会信用代码{code(c)}的供货者",
    "two codes side by side": lambda c: f"供货者{code(c)}、{code(c)}",
    "document number": lambda c: f"见岚市监责改〔{c.randrange(2016, 2027)}〕第{digits(c, 6)}号",
    "long document number": lambda c: f"案卷{day(c)}{digits(c, 6)}",
    "amounts": lambda c: f"货值{money(c)}元，违法所得{money(c)}元，共{money(c)}元",
    "food licence": lambda c: f"食品经营许可证JY1{REGION}{digits(c, 7)}",
    "days side by side": lambda c: f"{day(c, '-')}、{day(c, '-')}、{day(c, '/')}共三日",
    "days run together": lambda c: f"{day(c)} {day(c)} {day(c)}",
    "court case": lambda c: f"（{c.randrange(2016, 2027)}）岚{digits(c, 4)}民初{digits(c, 5)}号",
    "bank account of 16": lambda c: f"账号6222{digits(c, 12)}",
    "bank account of 19": lambda c: f"账号6217{digits(c, 15)}",
    "bank account of 17, spaced": lambda c: (
        f"账号8{digits(c, 3)} {digits(c, 4)} {digits(c, 4)} {digits(c, 5)}"
    ),
    "bar code": lambda c: f"商品条码69{digits(c, 11)}，批号{day(c)}",
    "building permit of region and day": lambda c: f"施工许可证{REGION}{day(c)}{digits(c, 4)}",
    "invoice": lambda c: f"发票代码0{digits(c, 11)}，号码{digits(c, 8)}",
    "machine number": lambda c: f"设备编号LH{digits(c, 9)}-{digits(c, 4)}",
    "coordinates": lambda c: f"东经113.{digits(c, 6)}，北纬22.{digits(c, 6)}",
    "hotline": lambda c: f"拨打{c.choice(['12315', '12345', '12369'])}投诉",
    "figures of a table": lambda c: "、".join(digits(c, 3) for _ in range(6)),
    "test report of region and day": lambda c: f"检验报告{REGION}{day(c)[2:]}{digits(c, 3)}",
}
