"""The files of a pack as a rulebook; an amendment is read over the version of this register."""

from collections.abc import Mapping

from goodstanding.catalogue.queries import versions
from goodstanding.rules.catalogue import Rulebook, decode
from goodstanding.rules.catalogue.amendment_problems import BaseMissing
from goodstanding.rules.catalogue.composing import compose
from goodstanding.rules.catalogue.draft import draft
from goodstanding.rules.catalogue.model import PackHead
from goodstanding.rules.errors import refuse


def rulebook_from(files: Mapping[str, bytes]) -> Rulebook:
    """The rulebook of a pack; of an amendment, over the latest version of what it amends.

    A pack that follows a version of this register leaves every id the meaning it has there.

    Args:
        files: the pack's YAML files by name, as bytes.

    Raises:
        Refused: with every problem, and nothing of the pack is kept.
    """
    raw, head = next(iter(draft(files).of(PackHead)), (None, None))
    if raw is None or head is None:
        return decode(files)
    known = {book.id: book for _, book in reversed(versions())}
    if head.amends is None:
        return decode(files, previous=known.get(head.id))
    base = known.get(head.amends)
    if base is None:
        refuse(BaseMissing(**raw.at("amends"), amends=head.amends))
    return compose(base, files)
