"""What a name is found by: pairs of characters, the name less one character, its characters sorted.

All of it stands in one indexed column, so that the index is never behind the names.
"""

from goodstanding.rules.names.parts import NameParts

#: A name shorter than this less one character fits too much.
SHORTEST = 3
#: Of longer names the beginning is compared.
LONGEST = 24


def keys_of(parts: NameParts) -> tuple[str, ...]:
    """Every key of a name that is kept, sorted."""
    return tuple(sorted({*pairs(parts.core), *near_keys(parts.core)}))


def pairs(text: str) -> tuple[str, ...]:
    """The pairs of neighbouring characters in order, each once; of one character itself."""
    if len(text) < 2:
        return (text,) if text else ()
    return tuple(dict.fromkeys(text[at : at + 2] for at in range(len(text) - 1)))


def near_keys(core: str) -> tuple[str, ...]:
    """Keys shared by names that differ by one character at most, or only in their order.

    Two texts are one change apart only if one of them, or it less one character, is the other or
    the other less one character.
    """
    text = core[:LONGEST]
    if len(text) < SHORTEST:
        return ("-" + text, "=" + "".join(sorted(text))) if text else ()
    less = {text[:at] + text[at + 1 :] for at in range(len(text))} | {text}
    return (*sorted("-" + each for each in less), "=" + "".join(sorted(text)))
