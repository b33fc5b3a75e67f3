"""The columns of the format of 2015, which some departments still send, and what each is today.

Source: the data items of double publicity of 2015, as national and local sites used them. What that
format lacks is asked for; of what it has beside (place code, time stamp, name of the case) nothing
is kept.
"""

import msgspec

from goodstanding.rules.official_columns import plain


class Older(msgspec.Struct, frozen=True, kw_only=True):
    """A column of 2015: its code, the code it is today, its printed header.

    ``titled``: that header is of 2015 alone. ``marks``: it tells the format; the numbers of a party
    have old codes in files of either.
    """

    code: str
    today: str
    title: str
    titled: bool
    marks: bool


# code, the code it is today, printed header (+ where only that format has it)
_PARTY = """
{p}XDR_ZDM  {p}XDR_ZZJG  组织机构代码
{p}XDR_GSDJ {p}XDR_GSZC  工商登记码
{p}XDR_SFZ  {p}XDR_ZJHM  +行政相对人代码_5(居民身份证号)
{p}FR       {p}FRDB      法定代表人姓名
"""
_PENALTY_NAME = """
CF_XDR      CF_XDR_MC    行政相对人名称
"""
_PENALTY = """
CF_CFLB1    CF_CFLB      +处罚类别1
CF_CFLB2    CF_CFLB2     +处罚类别2
CF_JG       CF_NR        +处罚结果
CF_JZQ      CF_YXQ       +处罚截止期
CF_XZJG     CF_CFJG      处罚机关
"""
_LICENCE = """
XK_XDR      XK_XDR_MC    行政相对人名称
XK_XMMC     XK_XKWS      +项目名称
XK_SPLB     XK_XKLB      +审批类别
XK_JZQ      XK_YXQZI     +许可截止期
XK_XZJG     XK_XKJG      许可机关
"""
SECOND_CATEGORY = "CF_CFLB2"
"""The second kind of penalty; today one column has all of them."""
STATE = "ZT_2015"
"""The state of a row of 2015: its numbers do not mean what those of 2018 do."""
STATES = {"CF_ZT", "XK_ZT", "当前状态"}


def _read(text: str, *, marks: bool) -> tuple[Older, ...]:
    found = []
    for line in filter(None, text.splitlines()):
        code, today, title = line.split()
        titled = title.startswith("+")
        named = title.removeprefix("+")
        found.append(Older(code=code, today=today, title=named, titled=titled, marks=marks))
    return tuple(found)


OLDER: dict[str, tuple[Older, ...]] = {
    "penalty": (
        *_read(_PARTY.format(p="CF_") + _PENALTY_NAME, marks=False),
        *_read(_PENALTY, marks=True),
    ),
    "licence": (*_read(_PARTY.format(p="XK_"), marks=False), *_read(_LICENCE, marks=True)),
}
"""The columns of 2015 by kind; the other kinds never had that format."""

BY_OLDER_NAME: dict[str, dict[str, Older]] = {
    kind: {
        plain(name): each
        for each in columns
        for name in ((each.code, each.title) if each.titled else (each.code,))
    }
    for kind, columns in OLDER.items()
}
"""The column of 2015 behind a header that only that format has."""

REPLACED: dict[str, dict[str, Older]] = {
    kind: {each.today: each for each in columns if each.marks} for kind, columns in OLDER.items()
}
"""The column of 2015 that a field code of today took the place of."""

LACKING = frozenset(
    "CF_WFXW CF_CFJGDM CF_SJLY CF_SJLYDM XK_YXQZ XK_XKJGDM XK_LYDW XK_LYDWDM".split()
)
"""What every record needs and the format of 2015 has not."""
