"""The longest the law allows: what no period of the pack may exceed."""

from typing import Annotated

import msgspec

from goodstanding.rules.catalogue.entry import Changeable
from goodstanding.rules.catalogue.sources import Citation, Confidence, Id, InForce, Path, Title


class Limit(Changeable, frozen=True, kw_only=True):
    """At most so many months, by this article, on these days.

    `grounds` and `measures` together limit the pairs of both; either alone limits all of its own.
    `parameters`: ids of parameters in months.
    """

    id: Id
    title: Title
    months: Annotated[int, msgspec.Meta(ge=1, le=1200)]
    citation: Citation
    in_force: InForce
    grounds: tuple[Path, ...] = ()
    measures: tuple[Id, ...] = ()
    parameters: tuple[Path, ...] = ()
    confidence: Confidence = "certain"
