"""A list of organisations to be checked together: whom each line names, and what is no code."""

from collections.abc import Iterable

import msgspec

from goodstanding.rules.errors import Refusal, Refused
from goodstanding.rules.identifiers import judge, require_in_register
from goodstanding.rules.persons import IDENTITY_KINDS, findings, refuse_identity_number

#: What stands for a text that is not shown again.
HIDDEN = "…"


class Bidder(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the list: its number, what was read, the code, what speaks against it.

    ``same_as``: the line that names the same organisation before it, 0 if none does. ``text`` is
    hidden where a person's number may be in it.
    """

    row: int
    text: str
    code: str
    problems: tuple[Refusal, ...] = ()
    same_as: int = 0

    @property
    def asked(self) -> bool:
        """Whether a check is asked for this line."""
        return not self.problems and not self.same_as


def bidders(found: Iterable[tuple[int, str]], *, classes: frozenset[str]) -> list[Bidder]:
    """The verdict on each line of a list of codes.

    Args:
        found: numbers of lines and what stands there.
        classes: ids of the classes of body that the register holds.
    """
    first: dict[str, int] = {}
    told = []
    for row, text in found:
        one = _one(row, text, classes)
        if not one.problems:
            before = first.setdefault(one.code, row)
            one = msgspec.structs.replace(one, same_as=0 if before == row else before)
        told.append(one)
    return told


def _one(row: int, text: str, classes: frozenset[str]) -> Bidder:
    judged = judge(text)
    try:
        refuse_identity_number(text)
        if judged.valid:
            require_in_register(judged.code, classes)
    except Refused as refused:
        return Bidder(row=row, text=_shown(text), code="", problems=refused.refusals)
    if judged.problems:
        return Bidder(row=row, text=_shown(text), code="", problems=tuple(judged.problems))
    return Bidder(row=row, text=text, code=judged.code)


def without_persons(text: str) -> str:
    """The lines of a pasted list, less those that hold what may be a person's number."""
    return "\n".join(line for line in text.splitlines() if _shown(line) != HIDDEN)


def _shown(text: str) -> str:
    """At most what a code could be, and never a person's number or what looks like one."""
    try:
        refuse_identity_number(text)
    except Refused:
        return HIDDEN
    personal = any(each.kind in IDENTITY_KINDS for each in findings(text))
    return HIDDEN if personal else text[:40]
