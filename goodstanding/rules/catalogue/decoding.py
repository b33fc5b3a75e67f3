"""From the files of a pack to a sealed rulebook, or every reason why not."""

from collections.abc import Mapping

from goodstanding.rules.catalogue.amending import Ending
from goodstanding.rules.catalogue.amendment_problems import BaseMissing, NotAnAmendment
from goodstanding.rules.catalogue.checking import by_file, content_problems
from goodstanding.rules.catalogue.composing import amendment_problems
from goodstanding.rules.catalogue.draft import Draft, draft
from goodstanding.rules.catalogue.meanings import reused_ids
from goodstanding.rules.catalogue.model import PackHead
from goodstanding.rules.catalogue.order_checks import head_problems
from goodstanding.rules.catalogue.problems import PackProblem, Problem
from goodstanding.rules.catalogue.rulebook import Rulebook, sealed
from goodstanding.rules.catalogue.sealing import rulebook_of
from goodstanding.rules.errors import require_none


def decode(files: Mapping[str, bytes], *, previous: Rulebook | None = None) -> Rulebook:
    """The rulebook of a pack that stands alone; raises `Refused` with every problem of every file.

    A pack that amends another is read by `compose`, or with all it stands on by `assemble`.

    `files`: the bytes of each YAML file by its name relative to the pack's folder; `previous`: the
    version the pack follows, whose ids keep their meaning.
    """
    read = draft(files)
    require_none(by_file([*_problems(read), *reused_ids(previous, read)]))
    return sealed(rulebook_of(read))


def lint(
    files: Mapping[str, bytes], base: Rulebook | None = None, *, previous: Rulebook | None = None
) -> list[Problem]:
    """Everything wrong with a pack, in the order of its files; empty for a good one.

    `base`: the rulebook that the pack amends; the two are judged together. `previous`: the version
    that a pack which stands alone follows; its ids keep their meaning.
    """
    if base is not None:
        return [each.problem for each in by_file(amendment_problems(base, files))]
    read = draft(files)
    found = [*_problems(read), *reused_ids(previous, read)]
    return [each.problem for each in by_file(found)]


def _problems(read: Draft) -> list[PackProblem]:
    own = [*read.problems, *head_problems(read)]
    head = next(read.of(PackHead), None)
    if head is not None and head[1].amends:
        raw, amends = head[0], head[1].amends
        return [*own, BaseMissing(**raw.at("amends"), amends=amends)]
    return [*own, *_for_amendments_only(read), *content_problems(read)]


def _for_amendments_only(read: Draft) -> list[PackProblem]:
    """What a pack that stands alone has no use for: endings and transitions."""
    found: list[PackProblem] = [
        NotAnAmendment(**raw.at(), key="ends") for raw, _ in read.of(Ending)
    ]
    for item in read.placed:
        if not isinstance(item.entry, Ending) and getattr(item.entry, "transition", None):
            found.append(NotAnAmendment(**item.raw.at("transition"), key="transition"))
    return found
