"""A pack with all it stands on: an amendment over its base, which may be an amendment itself."""

from collections.abc import Callable, Mapping

from goodstanding.rules.catalogue.amendment_problems import AmendsInACircle, BaseMissing
from goodstanding.rules.catalogue.composing import compose
from goodstanding.rules.catalogue.decoding import decode, lint
from goodstanding.rules.catalogue.draft import draft
from goodstanding.rules.catalogue.model import PackHead
from goodstanding.rules.catalogue.problems import PackProblem, Problem
from goodstanding.rules.catalogue.reading import RawEntry
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.errors import Refused, refuse

Files = Mapping[str, bytes]
Find = Callable[[str], Files | None]
"""The files of a pack by the id of its rulebook; None where there is no such pack."""


def assemble(files: Files, find: Find) -> Rulebook:
    """The rulebook of a pack, whatever it stands on; raises `Refused` with every problem.

    `find`: gives the packs it amends.
    """
    base = _base(files, find, ())
    return compose(base, files) if base is not None else decode(files)


def lint_chain(files: Files, find: Find) -> list[Problem]:
    """Everything wrong with a pack; of an amendment, with it and its base together.

    Where what it stands on cannot be read, the problems of that.
    """
    try:
        base = _base(files, find, ())
    except Refused as refused:
        return [each.problem for each in refused.refusals if isinstance(each, PackProblem)]
    return lint(files, base)


def _base(files: Files, find: Find, seen: tuple[str, ...]) -> Rulebook | None:
    """What a pack amends, put together; None where it stands alone or does not say."""
    head = next(draft(_with_a_head(files)).of(PackHead), None)
    if head is None or head[1].amends is None:
        return None
    raw, own = head
    if own.id in seen:
        refuse(AmendsInACircle(**raw.at("amends"), circle=" - ".join((*seen, own.id))))
    return _found(raw, own.amends, find, (*seen, own.id))


def _found(raw: RawEntry, amends: str | None, find: Find, seen: tuple[str, ...]) -> Rulebook:
    assert amends is not None
    files = find(amends)
    if files is None:
        refuse(BaseMissing(**raw.at("amends"), amends=amends))
    below = _base(files, find, seen)
    return compose(below, files) if below is not None else decode(files)


def _with_a_head(files: Files) -> Files:
    """The files that may say what the pack amends: a pack is read in whole once only."""
    return {name: data for name, data in files.items() if b"amends" in data}
