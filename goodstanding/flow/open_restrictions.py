"""The lines about restrictions: each designation, measure and department, in force or paused."""

from collections.abc import Iterator
from datetime import date

from goodstanding.designations import queries as designations
from goodstanding.flow.open_records import Line, pieces
from goodstanding.organisations.queries import named
from goodstanding.register.reading import content, working_states_of
from goodstanding.rules.acts.envelope import Content
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.effects import Effect, Force, effects
from goodstanding.rules.opendata.addresses import Addresses
from goodstanding.rules.opendata.titles import cited, title_of
from goodstanding.rules.states import Designation
from goodstanding.rules.working_set import WorkingSet

#: Organisations whose states are in memory at a time.
PIECE = 200


def restrictions(*, on: date, rulebook: Rulebook, at: Addresses) -> Iterator[Line]:
    """One line an effect that burdens; the order is that of `RESTRICTIONS`.

    Left out are advantages, and what rests on a basis an officer must look at first.
    """
    found = designations.burdened(on=on).iterator(chunk_size=PIECE)
    for codes in pieces(found, PIECE):
        work = WorkingSet(working_states_of(codes))
        names = named(codes)
        told = content(each.decided_at for each in work.all(Designation) if each.decided_at)
        burdens = [each for each in effects(work, on=on, rulebook=rulebook) if _given(each)]
        for effect in sorted(burdens, key=lambda each: _order(each, work)):
            case = work.one(Designation, effect.decision.designation)
            texts = told.get(case.decided_at, {})
            yield _line(effect, case, names.get(case.organisation, ""), texts, rulebook, at)


def _given(effect: Effect) -> bool:
    return effect.sense != "advantage" and effect.force is not Force.DOUBTFUL


def _order(effect: Effect, work: WorkingSet) -> tuple[str, ...]:
    case = work.one(Designation, effect.decision.designation)
    return case.organisation, case.id, effect.measure, effect.department


def _line(
    effect: Effect, case: Designation, name: str, texts: Content, law: Rulebook, at: Addresses
) -> Line:
    decided = effect.decision
    ground = law.grounds.get(effect.ground)
    said = texts.get("way_back") or (ground.way_back.what.zh if ground else "")
    authority = decided.authority or case.department
    return (
        *(case.id, case.organisation, name),
        *(effect.ground, title_of(law, "grounds", effect.ground)),
        *(effect.measure, title_of(law, "measures", effect.measure)),
        *(effect.department, title_of(law, "departments", effect.department)),
        title_of(law, "departments", authority),
        *(decided.document, decided.decided_on, decided.elsewhere),
        *(effect.force.value, effect.first_day),
        "；".join(cited(law, each, on=decided.decided_on) for each in effect.basis) or None,
        *(said or None, case.rulebook),
        *(effect.last_day, at.of(case.id), at.way_back(case.id), case.decided_at),
    )
