"""The guard: no row about a person, no number of a person, gets past here.

A check digit alone is no guard: 3% of valid identity numbers also pass the check of a unified
social credit code. Region, date of birth and check are read together, in any layout, and where both
readings are possible the number counts as a person's. A finding says what and where, never the
number. Sources: GB 11643, GB 32100, GS 15-2006; Personal Information Protection Law art. 28.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

import msgspec

from goodstanding.rules import identity_numbers as identity
from goodstanding.rules.digit_chains import Chain, chains
from goodstanding.rules.errors import Refusal, refuse
from goodstanding.rules.identifiers import ALPHABET, judge, normalise


class Kind(StrEnum):
    """What was found."""

    IDENTITY_NUMBER = "identity-number"
    OLD_IDENTITY_NUMBER = "old-identity-number"
    FOREIGN_RESIDENT_NUMBER = "foreign-resident-number"
    MOBILE_NUMBER = "mobile-number"
    HOUSEHOLD_BUSINESS_CODE = "household-business-code"
    HOUSEHOLD_BUSINESS_NUMBER = "household-business-number"


IDENTITY_KINDS = frozenset(
    {Kind.IDENTITY_NUMBER, Kind.OLD_IDENTITY_NUMBER, Kind.FOREIGN_RESIDENT_NUMBER}
)
HOUSEHOLD_KINDS = frozenset({Kind.HOUSEHOLD_BUSINESS_CODE, Kind.HOUSEHOLD_BUSINESS_NUMBER})


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Something personal in a text: what, in which column, from which character, how many."""

    kind: Kind
    column: str | None
    start: int
    length: int


class RowAboutPerson(Refusal):
    """The row is about a natural person: the register holds organisations only. Leave it out."""


class RowAboutHouseholdBusiness(Refusal):
    """The row is about a household business, which is close to a person and outside the register.
    Leave it out."""


class IdentityNumberInCell(Refusal):
    """A citizen's identity number stands in column {column}: blacken it at its source."""


class IdentityNumberInQuery(Refusal):
    """This looks like a citizen's identity number. Search by the name or the code of an
    organisation."""


_CONTEXT = re.compile("身份证|身份號|公民身份|证件号|證件號|居民证|identity|ID ?(?:card|no)", re.I)
_MOBILE = re.compile(r"(?:0086|86)?1[3-9][0-9]{9}")
_MOBILE_LAYOUTS = frozenset({(11,), (3, 4, 4), (3, 8), (7, 4), (4, 7), (5, 6)})
_THOUSANDS = (3,) * 5
_FIFTEEN_LAYOUTS = ((6, 6, 3), (1,) * 15, _THOUSANDS)
# A spreadsheet shows a number of 18 digits with the first 15 of them: region and day of birth stay.
_TURNED_INTO_NUMBER = re.compile(r"(?<![0-9])([1-9])\.([0-9]{14,16})E\+?17", re.I)
_SEPARATOR = r"[\s\-\u2010-\u2015\u200b]{0,2}"
_WRITTEN = ALPHABET + ALPHABET[10:].lower()
_ANY = "[" + _WRITTEN + "".join(chr(ord(char) + 0xFEE0) for char in _WRITTEN) + "]"
_HOUSEHOLD = re.compile(
    f"[9９]{_SEPARATOR}[2２](?:{_SEPARATOR}[0-9０-９]){{6}}(?:{_SEPARATOR}{_ANY}){{10}}(?![0-9A-Za-z])"
)


def findings(text: str, *, column: str | None = None) -> list[Finding]:
    """Everything in a text that is a person's number, from left to right.

    Identity numbers of 18 and 15 digits, foreigners' residence numbers, mobile numbers, codes and
    numbers of household businesses: also full width, split by spaces or marks, inside other text.
    `column`: the field code or header; fifteen digits are judged by it.
    """
    found = [
        Finding(kind=kind, column=column, start=start, length=length)
        for chain in chains(text)
        for kind, (start, length) in _in_chain(chain, text, column)
    ]
    found += [
        Finding(kind=Kind.HOUSEHOLD_BUSINESS_CODE, column=column, start=start, length=length)
        for start, length in _household_codes(text)
    ]
    found += [
        Finding(kind=Kind.IDENTITY_NUMBER, column=column, start=start, length=length)
        for start, length in _turned_into_numbers(text)
    ]
    return sorted(found, key=lambda finding: finding.start)


def row_findings(cells: Mapping[str, str]) -> list[Finding]:
    """The findings of all cells of a row, column by column."""
    return [found for column, cell in cells.items() for found in findings(cell, column=column)]


def is_person_row(cells: Mapping[str, str]) -> bool:
    """Whether an official-format row is about a person or a household business."""
    return about_person(cells) is not None


def about_person(cells: Mapping[str, str]) -> Refusal | None:
    """The refusal of an official-format row whose counterparty is not an organisation.

    The category says so (自然人, 个体工商户), a person's document is given, or the codes of the
    counterparty are a person's. `cells`: field code (`CF_XDR_LB`) or header (行政相对人类别) →
    text.
    """
    party = {field: cell for column, cell in cells.items() if (field := _party_field(column))}
    category = party.get("LB", "")
    if any(word in category for word in ("自然人", "个人", "個人", "公民")):
        return RowAboutPerson()
    if any(_is_filled(party.get(field, "")) for field in _PERSON_FIELDS):
        return RowAboutPerson()
    kinds = {found.kind for field in _CODE_FIELDS for found in _of_field(party, field)}
    if kinds & IDENTITY_KINDS:
        return RowAboutPerson()
    if "个体" in category or "個體" in category or kinds & HOUSEHOLD_KINDS:
        return RowAboutHouseholdBusiness()
    return None


def refuse_identity_number(text: str) -> None:
    """Stop a search for a person's number before anything is looked up or logged.

    Stricter than `findings`: region and date of birth are enough, whatever the check character.
    Raises `Refused` with `IdentityNumberInQuery`.
    """
    if any(found.kind in IDENTITY_KINDS for found in findings(text)):
        refuse(IdentityNumberInQuery())
    for chain in chains(text):
        whole = chain.characters
        if len(whole) in (17, 18) and identity.has_shape(whole) and not judge(whole).valid:
            refuse(IdentityNumberInQuery())


# --- the counterparty's fields of the official format -------------------------------------------

_HEADERS = {
    "行政相对人类别": "LB",
    "统一社会信用代码": "SHXYM",
    "工商注册号": "GSZC",
    "工商登记码": "GSZC",
    "组织机构代码": "ZZJG",
    "税务登记号": "SWDJ",
    "证件类型": "ZJLX",
    "证件号码": "ZJHM",
    "居民身份证号": "SFZ",
    "身份证号": "SFZ",
}
_PERSON_FIELDS = ("ZJLX", "ZJHM", "SFZ", "SFZH")
_CODE_FIELDS = ("SHXYM", "GSZC", "ZZJG", "SWDJ", "SYDW", "SHZZ")
_PARTY_CODE = re.compile(r"(?:XK_|CF_)?XDR_([A-Z]+)")
_REGISTRATION = re.compile(r"(?:(?:XK|CF)_)?(?:XDR_)?GSZC")
_TAX = re.compile(r"(?:(?:XK|CF)_)?(?:XDR_)?SWDJ")


def _party_field(column: str) -> str | None:
    """The counterparty's field that a column holds: XDR_… codes, or the printed header.

    The legal representative's columns (FR_…, 法定代表人证件…) are no sign of a person as
    counterparty.
    """
    name = normalise(column)
    coded = _PARTY_CODE.fullmatch(name)
    if coded:
        return coded.group(1)
    if "法定代表人" in name or "机关" in name or "单位" in name:
        return None
    return next((field for header, field in _HEADERS.items() if header in name), None)


def _of_field(party: Mapping[str, str], field: str) -> list[Finding]:
    return findings(party.get(field, ""), column=field)


def _is_filled(cell: str) -> bool:
    """Whether a cell says anything: dashes, slashes, 无, null and noughts are how people say no."""
    return normalise(cell).strip("/\\0.*") not in ("", "无", "空", "NULL", "NONE", "NA", "N/A")


# --- numbers in a chain -------------------------------------------------------------------------


def _in_chain(
    chain: Chain, text: str, column: str | None
) -> Iterator[tuple[Kind, tuple[int, int]]]:
    covered = 0
    for at in range(len(chain.characters) - 17):
        kind = _kind_of_eighteen(chain, at, text)
        if kind:
            covered = at + 18
            yield kind, chain.span(at, at + 18)
    if not covered:
        yield from _fifteens(chain, text, column)
        yield from _mobiles(chain)


def _kind_of_eighteen(chain: Chain, at: int, text: str) -> Kind | None:
    window = chain.characters[at : at + 18]
    if identity.is_valid(window):
        return None if _is_row_of_days(chain, at) else Kind.IDENTITY_NUMBER
    if len(chain.characters) == 18 or _stands_alone(chain, at):
        if identity.is_foreign_resident(window) and not _is_sound_code(window):
            return Kind.FOREIGN_RESIDENT_NUMBER
        doubtful = identity.is_adult_shape(window) or (
            identity.has_shape(window) and _is_announced(chain, at, text)
        )
        if doubtful and not judge(window).valid:
            return Kind.IDENTITY_NUMBER
    return None


def _stands_alone(chain: Chain, at: int) -> bool:
    """Whether eighteen characters begin and end with groups of the chain."""
    return at in chain.starts and (at + 18 in chain.starts or at + 18 == len(chain.characters))


def _is_row_of_days(chain: Chain, at: int) -> bool:
    """Whether a number would begin inside a group and break as days side by side do.

    So it is with 2021-05-03, 2018-06-07, 2019-08-09, read from the second half of the first year;
    nobody cuts a number in such a way.
    """
    if at in chain.starts:
        return False
    breaks = {start - at for start in chain.starts}
    apart = breaks >= {2, 4, 6, 10, 12, 14}
    together = breaks >= {6, 14} and 18 not in breaks and at + 18 < len(chain.characters)
    return apart or together


def _is_announced(chain: Chain, at: int, text: str) -> bool:
    """Whether the words before a number call it an identity number."""
    start = chain.places[at]
    return _CONTEXT.search(text, max(0, start - 16), start) is not None


def _is_sound_code(text: str) -> bool:
    judgement = judge(text)
    return judgement.valid and not judgement.warnings


def _fifteens(
    chain: Chain, text: str, column: str | None
) -> Iterator[tuple[Kind, tuple[int, int]]]:
    for first, past in _fifteen_digit_parts(chain, text, column):
        kind = _kind_of_fifteen(chain.characters[first : first + 15], column)
        if kind:
            yield kind, chain.span(first, past)


def _fifteen_digit_parts(chain: Chain, text: str, column: str | None) -> list[tuple[int, int]]:
    """Where fifteen digits stand as one number: a group, the whole chain, or several groups.

    In the tax column two more digits may follow: an owner's number with a suffix.
    """
    lengths = {15, 17} if _is_column(_TAX, column, "税务") else {15}
    groups = chain.groups()
    parts = [part for part in groups if part[1] - part[0] in lengths]
    parts += _grouped_fifteens(chain, groups, text)
    whole = (0, len(chain.characters))
    if whole[1] in lengths:
        parts.append(whole)
    parts = list(dict.fromkeys(parts))
    return [part for part in parts if "X" not in chain.characters[slice(*part)]]


def _grouped_fifteens(
    chain: Chain, groups: list[tuple[int, int]], text: str
) -> Iterator[tuple[int, int]]:
    """Groups side by side that are laid out as one number of fifteen digits."""
    for at in range(len(groups)):
        for layout in _FIFTEEN_LAYOUTS:
            part = groups[at : at + len(layout)]
            if tuple(past - first for first, past in part) == layout:
                first, past = part[0][0], part[-1][1]
                if layout != _THOUSANDS or _is_cut_by_commas(chain, first, past, text):
                    yield first, past


def _is_cut_by_commas(chain: Chain, first: int, past: int, text: str) -> bool:
    start, length = chain.span(first, past)
    return length == 19 and set(text[start : start + length][3::4]) <= {",", "，"}


def _kind_of_fifteen(digits: str, column: str | None) -> Kind | None:
    """Fifteen digits by their column: a registration number there if its check passes.

    Its seventh digit is 6 to 9 for a household business (GS 15-2006).
    """
    if _is_column(_REGISTRATION, column, "注册号") and registration_check(digits):
        return Kind.HOUSEHOLD_BUSINESS_NUMBER if digits[6] in "6789" else None
    return Kind.OLD_IDENTITY_NUMBER if identity.has_old_shape(digits) else None


def registration_check(digits: str) -> bool:
    """Whether fifteen digits pass the check of a registration number (GS 15-2006, MOD 11,10)."""
    rest = 10
    for digit in digits[:14]:
        rest = ((int(digit) + rest) % 10 or 10) * 2 % 11
    return (11 - rest) % 10 == int(digits[14])


def _is_column(code: re.Pattern[str], column: str | None, header: str) -> bool:
    if column is None:
        return False
    name = normalise(column)
    return code.fullmatch(name) is not None or header in name


def _mobiles(chain: Chain) -> Iterator[tuple[Kind, tuple[int, int]]]:
    groups = chain.groups()
    past = 0
    for at in range(len(groups)):
        for size in (1, 2, 3, 4):
            part = groups[at : at + size]
            if part[0][0] >= past and len(part) == size and _is_mobile(chain.characters, part):
                past = part[-1][1]
                yield Kind.MOBILE_NUMBER, chain.span(part[0][0], past)


def _is_mobile(characters: str, part: list[tuple[int, int]]) -> bool:
    if not _MOBILE.fullmatch(characters[part[0][0] : part[-1][1]]):
        return False
    lengths = [past - first for first, past in part]
    if len(part) == 1:
        return True
    if characters[part[0][0] : part[0][1]] in ("86", "0086"):
        lengths = lengths[1:]
    return tuple(lengths) in _MOBILE_LAYOUTS


def _turned_into_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Identity numbers that a spreadsheet has turned into numbers: ``4.4…E+17``."""
    for match in _TURNED_INTO_NUMBER.finditer(text):
        if identity.is_adult_shape((match[1] + match[2]).ljust(18, "0")):
            yield match.start(), len(match.group())


# --- household businesses -----------------------------------------------------------------------


def _household_codes(text: str) -> Iterator[tuple[int, int]]:
    """Valid codes of household businesses (class 92), also full width and split."""
    at = 0
    while match := _HOUSEHOLD.search(text, at):
        if judge(match.group()).valid:
            yield match.start(), len(match.group())
        at = match.start() + 1
