"""Of what a name is made: the place, what it is called by, and the legal form."""

import re

import msgspec

from goodstanding.rules.names.places import is_place, place_at
from goodstanding.rules.names.writing import MARKS, plain

#: Longest first: what is inside another is never taken for the whole.
FORMS = (
    "农民专业合作社联合社 股份合作公司 集团股份有限公司 集团有限责任公司 集团有限公司 股份有限公司"
    " 有限责任公司 专业合作联社 农民专业合作社 专业合作社 经济合作社 股份合作社 特殊普通合伙 有限合伙"
    " 普通合伙 个人独资 合伙企业 有限公司 有限责任 股份有限 合作社 总公司 集团 公司 有限 股份"
).split()
_BRANCHES = ("分公司", "分厂", "分店", "分行", "分社", "分部", "办事处", "支行", "营业部", "营业厅")
_INSIDE = re.compile(f"(?<!分)(?:{'|'.join(each for each in FORMS if each.endswith('公司'))})")
_IN_BRACKETS = re.compile(r"[(\[〔【〈《{]([^)\]〕】〉》}]*)[)\]〕】〉》}]")
_NO_MARKS = str.maketrans("", "", MARKS)
_MOST_PLACES = 4


class NameParts(msgspec.Struct, frozen=True, kw_only=True):
    """A name taken apart; each part as it is compared.

    ``whole``: all of it; ``core``: what is left without place and legal form, never empty unless
    the name is; a branch keeps its word and place, because it is another organisation.
    """

    whole: str
    place: str
    core: str
    form: str


def parts_of(name: str) -> NameParts:
    """Take a name apart; ``name`` as written."""
    text = plain(name)
    whole = text.translate(_NO_MARKS)
    bare, place, form = _out_of_brackets(text)
    bare = bare.translate(_NO_MARKS)
    if bare.endswith(_BRANCHES):
        return _branch(whole, bare)
    core, at_end = _without_form(bare)
    before, core = _without_place(core)
    return NameParts(whole=whole, place=before + place, core=core or whole, form=at_end + form)


def _out_of_brackets(text: str) -> tuple[str, str, str]:
    """The text without the bracketed places and forms, and those; other brackets' text stays."""
    places: list[str] = []
    forms: list[str] = []

    def sort(found: re.Match[str]) -> str:
        inside = found[1]
        if inside in FORMS:
            forms.append(inside)
        elif is_place(inside):
            places.append(inside)
        else:
            return inside
        return ""

    return _IN_BRACKETS.sub(sort, text), "".join(places), "".join(forms)


def _branch(whole: str, bare: str) -> NameParts:
    place, rest = _without_place(bare)
    return NameParts(whole=whole, place=place, core=_INSIDE.sub("", rest) or whole, form="")


def _without_form(text: str) -> tuple[str, str]:
    form = ""
    while found := next((each for each in FORMS if text.endswith(each)), ""):
        text, form = text[: -len(found)], found + form
    return text, form


def _without_place(text: str) -> tuple[str, str]:
    """The places before it, and the rest; a place never takes all of a name."""
    end = 0
    for _ in range(_MOST_PLACES):
        further = place_at(text, end)
        if further == end or further >= len(text) - 1:
            break
        end = further
    return text[:end], text[end:]
