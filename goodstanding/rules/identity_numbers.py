"""What a citizen's identity number looks like. Only the guard in `persons` asks.

Source: GB 11643-1999 (18 characters: region 6, date of birth 8, order 3, check 1 by ISO 7064
MOD 11-2) and its forerunner of 1989 (15 digits: region 6, date of birth 6, order 3, no check). The
permanent residence card for foreigners of 2023 puts 9, province and nationality before the date.
"""

from calendar import monthrange

_PROVINCE_TABLE = """
11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65
71 81 82 83
"""
PROVINCES = frozenset(_PROVINCE_TABLE.split())
"""First two digits of a region (GB/T 2260), with 81-83 of the residence permits."""

# The weights are 2 ** (18 - i) mod 11, and 13 = 2 mod 11: read as a number of base 13, the digits
# leave half the rest of the weighted sum.
_CHECK_OF_REST = tuple("0123456789X"[(1 - 2 * rest) % 11] for rest in range(11))


def check_character(first17: str) -> str:
    """The eighteenth character that seventeen digits ask for (ISO 7064 MOD 11-2)."""
    return _CHECK_OF_REST[int(first17, 13) % 11]


def is_date(year: int, month: int, day: int) -> bool:
    """Whether the three make a day between 1900 and 2099."""
    return 1900 <= year < 2100 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def has_shape(text: str) -> bool:
    """Eighteen characters with the region and the date of birth of a citizen, whatever the
    check."""
    return text[:2] in PROVINCES and _date_at(text, 6)


def is_valid(text: str) -> bool:
    """A citizen's number with everything right: region, date of birth, check."""
    return has_shape(text) and check_character(text[:17]) == text[17]


def is_adult_shape(text: str) -> bool:
    """As `has_shape`, with a year of birth from 1920 to 2005.

    A wrong check character does not make a number harmless. Later dates are left to the check
    alone, because permits are numbered with region and date of issue in the same places.
    """
    return has_shape(text) and 1920 <= int(text[6:10]) <= 2005


def is_foreign_resident(text: str) -> bool:
    """The number of a foreigner's permanent residence card (2023): 9, province, nationality,
    date."""
    return (
        text[0] == "9"
        and text[1:3] in PROVINCES
        and _date_at(text, 6)
        and check_character(text[:17]) == text[17]
    )


def has_old_shape(text: str) -> bool:
    """Fifteen digits with the region and the date of birth (19yymmdd) of a citizen."""
    year, month, day = 1900 + int(text[6:8]), int(text[8:10]), int(text[10:12])
    return text[:2] in PROVINCES and is_date(year, month, day)


def _date_at(text: str, at: int) -> bool:
    if text[at : at + 2] not in ("19", "20"):
        return False
    return is_date(int(text[at : at + 4]), int(text[at + 4 : at + 6]), int(text[at + 6 : at + 8]))
