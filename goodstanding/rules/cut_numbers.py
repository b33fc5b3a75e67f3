"""An identity number cut over cells side by side is still one: region, birth, rest in columns of
their own."""

from collections.abc import Sequence
from itertools import pairwise

from goodstanding.rules import identity_numbers as identity
from goodstanding.rules.digit_chains import Chain, chains

EDGE = "\x1f"  # a mark between two cells, as any mark between two digits
_OLD_LAYOUTS = frozenset({(6, 6, 3), (6, 9), (12, 3)})


def first_of_cut_number(texts: Sequence[str]) -> int | None:
    """Which cell begins an identity number that goes on in the next cells; none where none does.

    It begins with a group of digits and ends with one; of eighteen digits region, day of birth and
    check must be sound, of fifteen region, day of birth and the cut. ``texts``: side by side.
    """
    if not any(one[-1:].isdigit() and next_[:1].isdigit() for one, next_ in pairwise(texts)):
        return None
    joined = EDGE.join(texts)
    found = (at for chain in chains(joined) for at in _starts(chain, joined))
    return next((joined.count(EDGE, 0, at) for at in found), None)


def _starts(chain: Chain, text: str) -> list[int]:
    ends = {*chain.starts, len(chain.characters)}
    return [
        chain.places[first]
        for first in chain.starts
        for past in (first + 18, first + 15)
        if past in ends and _is_cut(chain, first, past, text)
    ]


def _is_cut(chain: Chain, first: int, past: int, text: str) -> bool:
    start, length = chain.span(first, past)
    if EDGE not in text[start : start + length]:
        return False
    characters = chain.characters[first:past]
    if past - first == 18:
        return identity.is_valid(characters)
    lengths = tuple(b - a for a, b in chain.groups() if first <= a < past)
    return lengths in _OLD_LAYOUTS and "X" not in characters and identity.has_old_shape(characters)
