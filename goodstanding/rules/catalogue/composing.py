"""From a rulebook and an amendment to the rulebook that holds from the amendment's first day."""

from collections.abc import Mapping

from msgspec.structs import replace

from goodstanding.rules.catalogue.amending import Amended
from goodstanding.rules.catalogue.amendment_problems import AmendmentTooEarly, AmendsAnother
from goodstanding.rules.catalogue.checking import content_problems
from goodstanding.rules.catalogue.draft import Draft, draft
from goodstanding.rules.catalogue.laying import placed_base
from goodstanding.rules.catalogue.merging import Merged, merge
from goodstanding.rules.catalogue.model import PackHead
from goodstanding.rules.catalogue.order_checks import head_problems
from goodstanding.rules.catalogue.problems import PackProblem
from goodstanding.rules.catalogue.rulebook import Rulebook, sealed
from goodstanding.rules.catalogue.sealing import rulebook_of
from goodstanding.rules.errors import require_none


def compose(base: Rulebook, files: Mapping[str, bytes]) -> Rulebook:
    """The rulebook from the amendment's first day on; it knows what it amends and what it changed.

    Raises `Refused` with every problem of the amendment and of the two together.

    Args:
        base: the rulebook amended; its rules hold before the amendment's first day.
        files: the bytes of each YAML file of the amendment, by name.
    """
    problems, merged = _read(base, files)
    require_none(problems)
    assert merged is not None
    amends = Amended(
        rulebook=base.id, version=base.version, digest=base.digest, known_from=base.known_from
    )
    return sealed(replace(rulebook_of(merged.composed), amends=amends, changes=merged.changes))


def amendment_problems(base: Rulebook, files: Mapping[str, bytes]) -> list[PackProblem]:
    """Everything wrong with an amendment and with the rulebook it would make of its base."""
    return _read(base, files)[0]


def _read(base: Rulebook, files: Mapping[str, bytes]) -> tuple[list[PackProblem], Merged | None]:
    read = draft(files)
    found = [*read.problems, *head_problems(read)]
    heads = list(read.of(PackHead))
    if len(heads) != 1:
        return found, None
    raw, head = heads[0]
    if head.amends != base.id:
        found.append(AmendsAnother(**raw.at("amends"), amends=head.amends or "-", base=base.id))
        return found, None
    if head.in_force_from <= base.in_force_from:
        found.append(
            AmendmentTooEarly(
                **raw.at("in_force_from"),
                base=base.id,
                first=head.in_force_from,
                base_first=base.in_force_from,
            )
        )
    merged = merge(base, read, head)
    return [*found, *merged.problems, *_new_problems(base, merged, read)], merged


def _new_problems(base: Rulebook, merged: Merged, read: Draft) -> list[PackProblem]:
    """The problems of the two together, less those the base has by itself."""
    placed = tuple(placed_base(base))
    alone = Draft(raws=tuple(item.raw for item in placed), placed=placed, problems=())
    known = set(content_problems(alone))
    return [problem for problem in content_problems(merged.written) if problem not in known]
