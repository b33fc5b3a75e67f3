"""Is what follows connected with what was done? Conduct in one field does not bar from another."""

from collections.abc import Iterator

from goodstanding.rules.catalogue.competence import Department
from goodstanding.rules.catalogue.draft import Draft
from goodstanding.rules.catalogue.legality_problems import FieldsMissing, Unconnected, UnknownField
from goodstanding.rules.catalogue.model import Ground, Measure, Pairing
from goodstanding.rules.catalogue.problems import PackProblem
from goodstanding.rules.catalogue.reading import RawEntry
from goodstanding.rules.catalogue.refusals import did_you_mean
from goodstanding.rules.catalogue.sources import CARRIES_A_RESTRICTION, Instrument


def coupling_problems(read: Draft) -> Iterator[PackProblem]:
    """Every pair of unconnected fields, and every field that no ground is of.

    A restriction says which fields it is connected with; an advantage may leave it open.
    """
    yield from _unknown_fields(read)
    for raw, measure in read.of(Measure):
        if measure.sense == "burden" and not measure.fields:
            yield FieldsMissing(**raw.at())
    instruments = {row.id: row for _, row in read.of(Instrument)}
    grounds = {row.id: row for _, row in read.of(Ground)}
    measures = {row.id: row for _, row in read.of(Measure)}
    for raw, pairing in read.of(Pairing):
        ground, led_to = grounds.get(pairing.ground), measures.get(pairing.measure)
        if ground is None or led_to is None or not led_to.fields:
            continue
        if ground.field not in led_to.fields and not _connects(pairing, instruments):
            yield Unconnected(
                **raw.at("measure"), field=ground.field, measure=led_to.id, fields=led_to.fields
            )


def _connects(pairing: Pairing, instruments: dict[str, Instrument]) -> bool:
    """True if an article of sufficient rank makes the connection itself."""
    return any(
        cited.connects
        and cited.instrument in instruments
        and instruments[cited.instrument].level in CARRIES_A_RESTRICTION
        for cited in pairing.citations
    )


def _unknown_fields(read: Draft) -> Iterator[PackProblem]:
    known = {row.field for _, row in read.of(Ground)}
    known |= {name.partition("/")[0] for name in read.ids("grounds")} | read.ids("fields")
    for raw, path, field in _named(read):
        if field not in known:
            suggestion = did_you_mean(field, known)
            yield UnknownField(**raw.at(path), field=field, suggestion=suggestion)


def _named(read: Draft) -> Iterator[tuple[RawEntry, str, str]]:
    for raw, measure in read.of(Measure):
        for index, field in enumerate(measure.fields):
            yield raw, f"fields[{index}]", field
    for raw, department in read.of(Department):
        for at, competence in enumerate(department.competences):
            for index, field in enumerate(competence.decides):
                yield raw, f"competences[{at}].decides[{index}]", field
