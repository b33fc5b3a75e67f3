"""Whatever follows whatever: nothing gets longer, no day before the new version changes."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from goodstanding.rules.acts.envelope import Act, Header
from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.catalogue.amending import Change
from goodstanding.rules.evolve import evolve
from goodstanding.rules.governing.revision import Revision
from goodstanding.rules.periods import last_day_of
from goodstanding.rules.states import Designation, Measure, Record, Resting, Span, Stage, Version
from goodstanding.rules.workdays import WorkCalendar
from tests.rules.catalogue.packs import dongguan

GROUND, MEASURE = "wage-arrears/refusal-after-order", "tender-exclusion"
KIND, TERM = "penalty", "publication-term/penalty"
OLD = dongguan()
NO_CALENDAR = WorkCalendar.of(())
DAY = timedelta(days=1)

days = st.dates(date(2020, 6, 1), date(2023, 6, 1))
months = st.integers(1, 60)


def revised(first, *, ground=36, pairing=36, publication=None, until=None):
    """The next version: other longest terms, a repeal, another term of publication from a day."""
    grounds = dict(OLD.grounds)
    term = replace(OLD.grounds[GROUND].term, months=min(36, ground), max_months=ground)
    grounds[GROUND] = replace(grounds[GROUND], term=term)
    pairings = tuple(
        replace(each, max_months=pairing, in_force=replace(each.in_force, until=until))
        if (each.ground, each.measure) == (GROUND, MEASURE)
        else each
        for each in OLD.pairings
    )
    parameters = dict(OLD.parameters)
    if publication:
        since, value = publication
        added = replace(parameters[TERM].values[-1], since=since, value=value)
        kept = parameters[TERM].values
        parameters[TERM] = replace(parameters[TERM], values=(*kept, added))
    new = replace(
        OLD,
        version="new",
        digest="new",
        in_force_from=first,
        grounds=grounds,
        pairings=pairings,
        parameters=parameters,
    )
    return Revision(OLD, new, NO_CALENDAR)


def case(first_day, term):
    return Designation(
        id="case",
        organisation="o",
        department="human-resources",
        ground=GROUND,
        field="wage-arrears",
        sense="burden",
        records=("record",),
        each_suffices=False,
        stage=Stage.LISTED,
        rulebook=OLD.digest,
        opened_on=first_day,
        opened_at=1,
        decided_on=first_day,
        span=Span(first_day=first_day, last_day=last_day_of(first_day, months=term)),
    )


def measure(first_day, term):
    lift = Deadline(start=first_day, working_days=3, due=None, not_before=first_day, rule="lift")
    span = Span(first_day=first_day, last_day=last_day_of(first_day, months=term))
    resting = Resting(designation="case", ground=GROUND, basis=(), span=span, lift=lift)
    return Measure(
        id="measure",
        organisation="o",
        measure=MEASURE,
        department="public-resources-trading",
        procedures=("tender",),
        kind="at-procedure",
        sense="burden",
        stay_exempt=None,
        rests_on=(resting,),
        response=lift,
    )


def record(decided_on, term):
    return Record(
        id="record",
        organisation="o",
        record_kind=KIND,
        department="human-resources",
        authority="",
        document="",
        decided_on=decided_on,
        adverse=True,
        transcribed=False,
        basis_readable=True,
        natural_key="",
        public_from=decided_on,
        public_until=last_day_of(decided_on, months=term),
        publication=None,
        entered_by="",
        entered_on=decided_on,
        versions=(Version(number=1, position=1, digest=""),),
    )


def after(revision, states):
    """The states once the new version's acts are evolved, and those acts."""
    acts = revision.acts({each.id: each for each in states})
    found = {each.id: each for each in states}
    for each in acts:
        header = Header(
            act_id="",
            position=9,
            recorded_at=datetime(2024, 1, 1, tzinfo=UTC),
            effective_on=each.effective_on,
            stream="o",
            aggregate=each.aggregate,
            kind="",
            by="",
            department="",
            rulebook="",
            calendar="",
            cause="",
        )
        act = Act(header=header, effect=each.effect, content={})
        found[each.aggregate] = evolve(found[each.aggregate], act)
    return found, acts


def span_of(state):
    return state.span if isinstance(state, Designation) else state.rests_on[0].span


@given(days, days, months, months, months, st.none() | days)
def test_nothing_gets_longer_and_no_earlier_day_changes(
    first, decided, term, ground, pairing, until
):
    until = until and max(until, date(2020, 5, 1))
    revision = revised(first, ground=ground, pairing=pairing, until=until)
    before = (case(decided, term), measure(decided, term))
    found, _ = after(revision, before)
    for old in before:
        was, now = span_of(old), span_of(found[old.id])
        assert was.first_day == now.first_day
        assert now.last_day <= was.last_day
        assert now.last_day >= min(was.last_day, first - DAY)
        assert all(was.base(first - DAY * n) == now.base(first - DAY * n) for n in range(1, 40))
    assert after(revision, found.values())[1] == []


@given(days, days, months, months)
def test_a_term_runs_as_the_lighter_of_the_two_laws_says(first, decided, term, ground):
    found, _ = after(revised(first, ground=ground), (case(decided, term),))
    held = last_day_of(decided, months=term)
    lighter = max(last_day_of(decided, months=ground), first - DAY)
    changed = ground < 36 and held >= first
    assert span_of(found["case"]).last_day == (min(held, lighter) if changed else held)


@given(days, days, days, months, months)
def test_publication_is_shortened_from_the_day_its_term_changes(first, since, decided, term, new):
    revision = revised(first, publication=(since, new))
    found, _ = after(revision, (record(decided, term),))
    was, now = record(decided, term).public_until, found["record"].public_until
    assert min(was, max(first, since) - DAY) <= now <= was
    assert after(revision, found.values())[1] == []


@given(days, days, months)
def test_an_advantage_is_kept(first, decided, ground):
    revision = revised(first, ground=ground)
    grounds = {**revision.new.grounds}
    grounds[GROUND] = replace(grounds[GROUND], sense="advantage")
    kept = Revision(OLD, replace(revision.new, grounds=grounds), NO_CALENDAR)
    assert after(kept, (case(decided, 36),))[1] == []


def test_a_window_that_has_begun_is_no_value_of_a_revision():
    opened = replace(case(date(2021, 3, 1), 12), stage=Stage.NOTIFIED, span=None)
    assert after(revised(date(2021, 3, 2), ground=1), (opened,))[1] == []


@pytest.mark.parametrize(
    ("sense", "transition", "ends"),
    [
        ("burden", "lighter", date(2022, 2, 28)),
        ("burden", "new", date(2022, 2, 28)),
        ("burden", "keep", date(2024, 2, 29)),
        ("advantage", "lighter", date(2024, 2, 29)),
        ("advantage", "new", date(2022, 2, 28)),
        ("advantage", "keep", date(2024, 2, 29)),
    ],
)
def test_an_amendment_says_how_open_matters_pass_over(sense, transition, ends):
    """Three years from 2021-03-01 end with 2024-02-29, one year with 2022-02-28."""
    first = date(2021, 6, 1)
    new = revised(first, ground=12).new
    grounds = {**new.grounds, GROUND: replace(new.grounds[GROUND], sense=sense)}
    said = Change(section="grounds", id=GROUND, how="replaced", day=first, transition=transition)
    revision = Revision(OLD, replace(new, grounds=grounds, changes=(said,)), NO_CALENDAR)
    found, _ = after(revision, (case(date(2021, 3, 1), 36),))
    assert span_of(found["case"]).last_day == ends
