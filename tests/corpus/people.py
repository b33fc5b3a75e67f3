"""Numbers and names of people who do not exist: region 449800 is assigned to no place."""

from datetime import date, timedelta
from random import Random

from goodstanding.rules.identity_numbers import check_character

REGION = "449800"
FIRST, LAST = date(1930, 1, 1), date(2015, 12, 31)
SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹窦章苏潘葛范彭"
    "鲁韦马苗方俞任袁柳鲍史唐费薛雷贺倪汤罗郝安常傅齐康余顾孟黄萧尹姚邵汪毛戴宋庞熊纪舒"
)
DOUBLE = ("欧阳", "司马", "上官", "诸葛")
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰建国志红梅秀云龙鹏飞婷雪琳晨宇轩"


def born(chance: Random, *, last: date = LAST) -> date:
    """A day of birth from 1930 to 2015."""
    return FIRST + timedelta(days=chance.randrange((last - FIRST).days + 1))


def citizen(chance: Random, *, ending: str = "") -> str:
    """An identity number of 18 characters; ``ending`` asks for a check character."""
    while True:
        first = f"{REGION}{born(chance):%Y%m%d}{chance.randrange(1000):03d}"
        check = check_character(first)
        if ending in ("", check):
            return first + check


def citizen_of_old(chance: Random) -> str:
    """An identity number of 15 digits, given until 1999."""
    return f"{REGION}{born(chance, last=date(1999, 9, 30)):%y%m%d}{chance.randrange(1000):03d}"


def foreigner(chance: Random) -> str:
    """The number of a foreigner's permanent residence card of 2023."""
    first = f"944840{born(chance, last=date(2005, 12, 31)):%Y%m%d}{chance.randrange(1000):03d}"
    return first + check_character(first)


def passport(chance: Random) -> str:
    """A passport's number."""
    return f"{chance.choice('EGDPS')}{chance.randrange(10**8):08d}"


def mobile(chance: Random) -> str:
    """A mobile phone number."""
    return f"1{chance.choice('3456789')}{chance.randrange(10**9):09d}"


def landline(chance: Random) -> str:
    """A landline number with an area code."""
    area = chance.choice(["020", "0769", "0755", "0571"])
    return f"{area}-{chance.randrange(2, 9)}{chance.randrange(10**7):07d}"


def name(chance: Random) -> str:
    """A personal name of two to four characters."""
    surname = chance.choice(SURNAMES) if chance.random() < 0.97 else chance.choice(DOUBLE)
    return surname + "".join(chance.choices(GIVEN, k=chance.choice([1, 2, 2])))
