"""The unified social credit code: is it one, and of what kind of body?

Source: GB 32100-2015 with XG1-2016 (structure, alphabet, MOD 31 check), GB 11714-1997 (the check
character inside positions 9-17). A judgement never repairs, and a refusal never repeats what was
typed: a citizen's number may stand where a code was expected.
"""

import re
import unicodedata

import msgspec

from goodstanding.rules.errors import Refusal, refuse
from goodstanding.rules.organisation_classes import AUTHORITIES, CLASSES, OrganisationClass

__all__ = [
    "ALPHABET",
    "AuthorityUnknown",
    "CharacterNotAllowed",
    "CheckCharacterWrong",
    "ClassOutsideTheRegister",
    "ClassUnknown",
    "CodeDamaged",
    "CodeJudgement",
    "CodeMissing",
    "EmbeddedCheckDiffers",
    "LengthWrong",
    "OrganisationClass",
    "RegionNotDigits",
    "class_of",
    "judge",
    "make",
    "normalise",
    "require_in_register",
]

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The 31 characters of a code, in the order of their values: no I, O, S, V, Z."""

LENGTH = 18


class CodeMissing(Refusal):
    """No unified social credit code was given."""


class CodeDamaged(Refusal):
    """A spreadsheet has turned the code into a number and lost digits: copy it from its source into
    a column formatted as text."""


class LengthWrong(Refusal):
    """A unified social credit code has {expected} characters; this has {length}."""


class CharacterNotAllowed(Refusal):
    """The characters at positions {positions} cannot be in a unified social credit code: it is made
    of digits and capital letters except I, O, S, V, Z."""


class RegionNotDigits(Refusal):
    """Positions 3 to 8 of the code name the region of registration and are digits only."""


class AuthorityUnknown(Refusal):
    """No registering authority has the first character {authority}."""


class ClassUnknown(Refusal):
    """The registering authority {authority} knows no class of body {category}."""


class CheckCharacterWrong(Refusal):
    """The check character of the code does not fit: compare every character with the source."""


class EmbeddedCheckDiffers(Refusal):
    """The organisation code inside positions 9 to 17 does not pass its own check: look at it
    twice."""


class ClassOutsideTheRegister(Refusal):
    """The register does not hold this class of body: {class_title}."""


class CodeJudgement(msgspec.Struct, frozen=True, kw_only=True):
    """What a text is as a unified social credit code.

    `code`: the text normalised; `valid`: no problem stands against it; `class_id`: its class in the
    table of GB 32100, where known; `problems`: every reason why it is no code; `warnings`: reasons
    to look twice that do not make it invalid.
    """

    code: str
    valid: bool
    class_id: str | None
    problems: tuple[Refusal, ...] = ()
    warnings: tuple[Refusal, ...] = ()


_PLAIN = re.compile(f"[1-9ANY][1-9][0-9]{{6}}[{ALPHABET}]{{10}}")
# A point, a plus or an odd length keeps real codes out: E is a letter of the alphabet.
_NUMBER_FORMATS = re.compile(
    r"[0-9]+\.[0-9]*(E\+?[0-9]+)?|[0-9]+E\+[0-9]+|[0-9]E[0-9]{2}|[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?"
)
_ROUNDED = re.compile(r"[0-9]{15}000")

# The weights of GB 32100 are 3 ** (i - 1) mod 31, and 34 = 3 mod 31: read backwards as a number of
# base 34, the seventeen characters leave the same rest as the weighted sum. So do the powers of 2
# mod 11 of GB 11714 and base 35. Python reads a number three times faster than it adds in a loop.
_BASE_34 = str.maketrans(ALPHABET, "0123456789ABCDEFGHIJKLMNOPQRSTU")
_CHECK_OF_REST = tuple(ALPHABET[-rest % 31] for rest in range(31))
_BODY_CHECK_OF_REST = tuple("0123456789X"[-2 * rest % 11] for rest in range(11))
_CLASS_IDS = {prefix: row.id for prefix, row in CLASSES.items()}
_EMBEDDED_CHECK_DIFFERS = (EmbeddedCheckDiffers(),)


def normalise(text: str) -> str:
    """The text as a code is written: half width, upper case, without spaces, hyphens, marks.

    It never guesses: O stays O and is refused later, a missing character stays missing.
    """
    folded = unicodedata.normalize("NFKC", text)
    return "".join(char for char in folded if not _is_separator(char)).upper()


def _is_separator(char: str) -> bool:
    """White space, any dash, the minus sign, and characters that cannot be seen."""
    return char.isspace() or char == "\u2212" or unicodedata.category(char) in ("Pd", "Cf", "Cc")


def judge(text: str) -> CodeJudgement:
    """Say whether a text is a valid unified social credit code, and all that speaks against it.

    `text`: as typed or read from a cell. Source: GB 32100-2015, GB/T 17710 (MOD 31).
    """
    if _PLAIN.fullmatch(text):
        class_id = _CLASS_IDS.get(text[:2])
        if class_id is not None and _check_character(text) == text[17]:
            return CodeJudgement(code=text, valid=True, class_id=class_id, warnings=_warnings(text))
    return _judge_slowly(text)


def _judge_slowly(text: str) -> CodeJudgement:
    code = normalise(text)
    problems = tuple(_problems(code, text))
    known = CLASSES.get(code[:2]) if len(code) == LENGTH else None
    return CodeJudgement(
        code=code,
        valid=not problems,
        class_id=known.id if known else None,
        problems=problems,
        warnings=() if problems else _warnings(code),
    )


def _problems(code: str, text: str) -> list[Refusal]:
    if not code:
        return [CodeMissing()]
    if _is_damaged(text):
        return [CodeDamaged()]
    found: list[Refusal] = []
    if len(code) != LENGTH:
        found.append(LengthWrong(length=len(code), expected=LENGTH))
    wrong = [at for at, char in enumerate(code[:LENGTH], start=1) if char not in ALPHABET]
    if wrong:
        found.append(CharacterNotAllowed(positions=wrong))
    if found:
        return found
    return _problems_of_shape(code)


def _is_damaged(text: str) -> bool:
    """A code that went through a number format: 9.14498E+17, 914498001234567000.0, 914,498,…"""
    number = "".join(unicodedata.normalize("NFKC", text).upper().split())
    if _ROUNDED.fullmatch(number):
        return _check_character(number) != number[17]
    return _NUMBER_FORMATS.fullmatch(number) is not None


def _problems_of_shape(code: str) -> list[Refusal]:
    """The problems of eighteen characters that are all of the alphabet."""
    found: list[Refusal] = []
    if code[0] not in AUTHORITIES:
        found.append(AuthorityUnknown(authority=code[0]))
    elif code[:2] not in CLASSES:
        found.append(ClassUnknown(authority=code[0], category=code[1]))
    if not code[2:8].isdigit():
        found.append(RegionNotDigits())
    if _check_character(code) != code[17]:
        found.append(CheckCharacterWrong())
    return found


def _warnings(code: str) -> tuple[Refusal, ...]:
    return () if _body_check(code[8:16]) == code[16] else _EMBEDDED_CHECK_DIFFERS


def _check_character(code: str) -> str:
    """The eighteenth character that the first seventeen ask for (GB 32100, MOD 31)."""
    return _CHECK_OF_REST[int(code[16::-1].translate(_BASE_34), 34) % 31]


def _body_check(body: str) -> str:
    """The check character of an eight-character organisation code (GB 11714, MOD 11)."""
    return _BODY_CHECK_OF_REST[int(body, 35) % 11]


def make(prefix2: str, region: str, body8: str) -> str:
    """A code with both check characters right, for invented data and tests.

    `prefix2`: authority and class; `region`: six digits; `body8`: eight characters of the alphabet.
    Raises `Refused` with the problems if the parts cannot make a code.
    """
    body = normalise(body8)
    if len(prefix2 + region + body) != LENGTH - 2:
        refuse(LengthWrong(length=len(prefix2 + region + body) + 2, expected=LENGTH))
    stem = normalise(prefix2 + region) + body
    if any(char not in ALPHABET for char in stem):
        refuse(*judge(stem + "00").problems)
    stem += _body_check(body)
    judgement = judge(stem + _check_character(stem))
    if not judgement.valid:
        refuse(*judgement.problems)
    return judgement.code


def class_of(code: str) -> OrganisationClass:
    """The kind of body that a code belongs to, from its first two characters.

    `code`: normalised. Raises `Refused` with `AuthorityUnknown` or `ClassUnknown`.
    """
    known = CLASSES.get(code[:2])
    if known is not None:
        return known
    if code[:1] not in AUTHORITIES:
        refuse(AuthorityUnknown(authority=code[:1]))
    refuse(ClassUnknown(authority=code[:1], category=code[1:2]))


def require_in_register(code: str, classes: frozenset[str]) -> None:
    """Go on only with a valid code of a class that the register holds.

    `classes`: ids of the classes held, from the catalogue in force.
    Raises `Refused` with every problem of the code, or with `ClassOutsideTheRegister`.
    """
    judgement = judge(code)
    if not judgement.valid:
        refuse(*judgement.problems)
    known = class_of(judgement.code)
    if known.id not in classes:
        refuse(ClassOutsideTheRegister(class_id=known.id, class_title=known.title))
