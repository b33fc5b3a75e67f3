"""Each ground is of a field that the pack names."""

from collections.abc import Iterator

from goodstanding.rules.catalogue.draft import Draft
from goodstanding.rules.catalogue.model import Ground
from goodstanding.rules.catalogue.problems import PackProblem, UnknownId
from goodstanding.rules.catalogue.refusals import did_you_mean


def field_problems(read: Draft) -> Iterator[PackProblem]:
    """Every ground of a field that the section ``fields`` does not name; a pack without it is older."""
    named = read.ids("fields")
    if not named:
        return
    for raw, ground in read.of(Ground):
        if ground.field not in named:
            suggestion = did_you_mean(ground.field, named)
            yield UnknownId(
                **raw.at("field"), id=ground.field, section="fields", suggestion=suggestion
            )
