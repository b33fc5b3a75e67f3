"""Invented names of companies, and the ways in which people get a name wrong; the same for a seed."""

from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from opencc import OpenCC

from goodstanding.rules.identifiers import ALPHABET, make

REGION = "449800"
SYLLABLES = (
    "华盛恒泰鑫源瑞丰宏达嘉和永兴隆昌顺发安康富利德信诚正通远博雅美佳新世纪天地星辰海阳东升南方北辰中"
    "金银铜铁木森林江河湖川山石田园春夏秋冬晨曦光明亮辉煌腾飞龙凤虎麒麟祥云福禄寿喜庆吉庆余年丰收"
    "禾澜岚溪沐霁芷珩砚榆槿璟翎苇淇渚浔屿舟塘桥圃湾汐原泽冈渡亭智慧创意优品尚格锐捷速联合众力量"
    "科维思域拓展鹏程万里立方圆满足意凯旋胜景秀丽颖越卓群英杰伟业宝玉珍珠翠柏松竹梅兰菊莲荷清"
)
TRADES = (
    "电子 科技 贸易 实业 商贸 建筑 工程 建设工程 食品 餐饮管理 服饰 制衣 家具 物流 运输 环保科技 模具"
    " 印刷 包装 塑胶 五金 机械 设备 自动化 光电 照明 材料 新材料 化工 医药 医疗器械 生物科技 农业 园林"
    " 装饰 装饰工程 设计 广告 传媒 文化传播 网络科技 信息技术 软件 通信 电器 电力 能源 新能源 汽车服务"
    " 房地产 物业管理 投资 咨询 企业管理 人力资源 劳务 教育 培训 旅行社 酒店管理 超市 百货 纺织 皮具"
    " 鞋业 玩具 礼品 珠宝 钟表 眼镜 陶瓷 玻璃 钢材 金属制品 造纸 木业 石材 涂料 仪器 仓储 供应链管理"
).split()
PLACES = (
    ("岚港市", 40),
    ("岚港", 20),
    ("岚港市东城区", 8),
    ("广东", 8),
    ("广东省", 4),
    ("东莞市", 6),
    ("深圳", 6),
    ("广东岚港", 4),
    ("", 4),
)
FORMS = (
    ("有限公司", 78),
    ("有限责任公司", 6),
    ("股份有限公司", 5),
    ("集团有限公司", 3),
    ("（集团）有限公司", 2),
    ("厂", 3),
    ("专业合作社", 3),
)
LATIN = ("ABC", "3D", "AI", "E", "TCX")
VARIANTS = str.maketrans("坤同村柏果烟丰苏修珍清峰零一二三", "堃仝邨栢菓菸豊甦脩珎淸峯〇壹贰叁")
TRADITIONAL = OpenCC("s2t")
Chosen = tuple[tuple[str, int], ...]


class Company(NamedTuple):
    """An invented company: what it is called by, its trades, and what it was called before."""

    code: str
    place: str
    brand: str
    trades: tuple[str, ...]
    form: str
    former: str = ""

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.place}{self.brand}{''.join(self.trades)}{self.form}"


class Asked(NamedTuple):
    """A question, how it was made wrong, and the company meant; none for one that does not exist."""

    kind: str
    text: str
    code: str


def companies(number: int, *, seed: int) -> list[Company]:
    """So many companies, no two of one name."""
    chance, found = Random(seed), dict[str, Company]()
    while len(found) < number:
        made = _company(chance, len(found))
        found.setdefault(made.name, made)
    return list(found.values())


def questions(held: list[Company], *, each: int, seed: int) -> list[Asked]:
    """So many questions of every kind there is, as far as the edit changes the name at all."""
    chance = Random(seed + 1)
    names = {company.name for company in held}
    return [
        asked
        for kind, edit in EDITS.items()
        for asked in _of(kind, edit, held, names, each, chance)
    ]


def _of(
    kind: str,
    edit: "Edit",
    held: list[Company],
    names: set[str],
    each: int,
    chance: Random,
) -> Iterator[Asked]:
    found = 0
    while found < each:
        company = chance.choice(held)
        text = edit(company, chance)
        # An edit that makes another company's name asks for that one.
        if text and text != company.name and text not in names:
            found += 1
            yield Asked(kind, text, "" if kind == "no such organisation" else company.code)


def _company(chance: Random, number: int) -> Company:
    length = chance.choices((2, 3, 4), (60, 30, 10))[0]
    brand = "".join(chance.choice(SYLLABLES) for _ in range(length))
    if chance.random() < 0.03:
        brand += chance.choice(LATIN)
    trades = tuple(chance.sample(TRADES, chance.choices((1, 2), (60, 40))[0]))
    place, form = _chosen(PLACES, chance), _chosen(FORMS, chance)
    former = ""
    if chance.random() < 0.05:
        was = "".join(chance.choice(SYLLABLES) for _ in range(length))
        former = f"{place}{was}{''.join(trades)}{form}"
    return Company(_code(number), place, brand, trades, form, former)


def _chosen(among: Chosen, chance: Random) -> str:
    return chance.choices([value for value, _ in among], [weight for _, weight in among])[0]


def _code(number: int) -> str:
    letters = ""
    for _ in range(6):
        number, rest = divmod(number, len(ALPHABET))
        letters = ALPHABET[rest] + letters
    return make("91", REGION, "MA" + letters)


Edit = Callable[[Company, Random], str]


def _brackets(company: Company, chance: Random) -> str:
    """The place goes into brackets behind the brand, of whatever kind."""
    if not company.place:
        return ""
    left, right = chance.choice(("()", "（）", "〔〕", "【】"))
    place = f"{left}{company.place}{right}"
    return f"{company.brand}{place}{''.join(company.trades)}{company.form}"


def _wide(company: Company, chance: Random) -> str:
    """Full width letters and marks, and blanks between the parts."""
    wide = {ord(c): ord(c) + 0xFEE0 for c in map(chr, range(0x21, 0x7F))}
    parts = (company.place, company.brand, *company.trades, company.form)
    return chance.choice(("\u3000", " ", "")).join(parts).translate(wide)


def _wrong(company: Company, chance: Random) -> str:
    """One character of what it is called by is another."""
    core = company.brand + "".join(company.trades)
    at = chance.randrange(len(core))
    changed = core[:at] + chance.choice(SYLLABLES) + core[at + 1 :]
    return f"{company.place}{changed}{company.form}"


def _left_out(company: Company, chance: Random) -> str:
    """One character is missing."""
    core = company.brand + "".join(company.trades)
    at = chance.randrange(len(core))
    return f"{company.place}{core[:at]}{core[at + 1 :]}{company.form}"


def _swapped(company: Company, chance: Random) -> str:
    """Two words have changed places: of the trades, or brand and trade."""
    words = [company.brand, *company.trades]
    at = chance.randrange(len(words) - 1)
    words[at], words[at + 1] = words[at + 1], words[at]
    return f"{company.place}{''.join(words)}{company.form}"


def _short(company: Company, chance: Random) -> str:
    """As people say it: the brand and its first trade, or place, brand and the last one."""
    if len(company.trades) < 2:
        return ""
    return company.brand + company.trades[chance.randrange(2)]


def _nobody(company: Company, chance: Random) -> str:
    """A name of the same make that nobody bears."""
    return _company(chance, 0).name


EDITS: dict[str, Edit] = {
    "brackets": _brackets,
    "place left out": lambda company, _: company.name.removeprefix(company.place),
    "place without 市 and 省": lambda company, _: company.name.replace("市", "", 1).replace(
        "省", "", 1
    ),
    "form left out": lambda company, _: company.name.removesuffix(company.form),
    "form changed": lambda company, chance: (
        company.name.removesuffix(company.form) + _chosen(FORMS, chance)
    ),
    "width and blanks": _wide,
    "traditional": lambda company, _: TRADITIONAL.convert(company.name),
    "variants": lambda company, _: company.name.translate(VARIANTS),
    "one wrong character": _wrong,
    "one character left out": _left_out,
    "two words swapped": _swapped,
    "abbreviation": _short,
    "former name": lambda company, _: company.former,
    "no such organisation": _nobody,
}
