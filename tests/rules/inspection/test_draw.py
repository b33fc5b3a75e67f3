"""The draw is the same for everybody, fair to everybody, and keeps to cap, conflict and share."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings

from goodstanding.rules.errors import Refused
from goodstanding.rules.inspection.draw import draw
from goodstanding.rules.inspection.frame import Conflict
from goodstanding.rules.inspection.hashing import hashed, number
from goodstanding.rules.inspection.rounds import quotas
from tests.rules.inspection.draws import ITEMS, file_of, frame, inputs, ticket
from tests.rules.inspection.plainly import drawn_again

SEED = hashed("seed")


@settings(max_examples=60, deadline=None)
@given(inputs())
def test_the_page_alone_is_enough_to_draw_again(given):
    seed, pool, made = given
    assert drawn_again(file_of(seed, pool, made)) == sorted(
        each.line for each in draw(seed, pool, made)
    )


@settings(max_examples=40, deadline=None)
@given(inputs())
def test_the_order_of_the_inputs_changes_nothing(given):
    seed, pool, made = given
    shuffled, mixed = Random(1), list(pool)
    shuffled.shuffle(mixed)
    turned = frame(
        days=made.days[::-1],
        inspectors=made.inspectors[::-1],
        conflicts=made.conflicts[::-1],
        items=made.items[::-1],
        size=made.size,
        per_day=made.per_day,
    )
    assert draw(seed, mixed, turned) == draw(seed, pool, made)


@settings(max_examples=60, deadline=None)
@given(inputs())
def test_two_inspect_none_in_conflict_and_none_beyond_the_cap(given):
    seed, pool, made = given
    barred = {(each.ticket, each.inspector) for each in made.conflicts}
    fixed = {each.id for each in made.items if each.fixed}
    department = {each.id: each.department for each in made.inspectors}
    of_item = {each.id: each.department for each in made.items}
    left = {each.ticket: each.left for each in pool}
    by_ticket, daily = {}, Counter()
    for visit in draw(seed, pool, made):
        assert len(set(visit.inspectors)) == len(visit.inspectors) >= 2
        assert not any((visit.ticket, who) in barred for who in visit.inspectors)
        needed = {of_item[item] for item in visit.items}
        assert {department[who] for who in visit.inspectors} == needed
        assert visit.day in made.days
        by_ticket.setdefault(visit.ticket, []).append(visit)
        daily.update((visit.day, who) for who in visit.inspectors)
    assert all(many <= made.per_day for many in daily.values())
    for one, visits in by_ticket.items():
        # What the law fixes is drawn whatever the cap; what joins it costs no visit more.
        free = [each for each in visits if not fixed & set(each.items)]
        assert len(free) <= left[one]
        if free:
            assert len(visits) <= left[one]


def test_every_organisations_chance_is_its_share():
    """Over a thousand starting points at equal distances each stratum gets its share exactly."""
    many, shares = {"A": 7, "B": 13, "C": 3}, {"A": 20, "B": 150, "C": 600}
    total = Counter()
    for start in range(1000):
        total.update(quotas(many, shares, size=0, start=start))
    assert total == {label: many[label] * shares[label] for label in many}


def test_a_size_makes_every_share_smaller_alike():
    many, shares = {"A": 70, "B": 130, "C": 30}, {"A": 20, "B": 150, "C": 600}
    length = sum(many[label] * shares[label] for label in many)
    total = Counter()
    for start in range(length):
        found = quotas(many, shares, size=5, start=start)
        assert sum(found.values()) == 5
        total.update(found)
    assert total == {label: many[label] * shares[label] * 5 for label in many}


def test_within_a_stratum_everybody_is_drawn_alike():
    """400 seeds: of 12 at 250 of a thousand three are drawn, each about a quarter of the time."""
    pool = [ticket(each) for each in range(12)]
    made = frame(items=ITEMS[:1], shares={"B": 250})
    drawn = Counter(
        visit.ticket for seed in range(400) for visit in draw(hashed("seed", seed), pool, made)
    )
    assert sum(drawn.values()) == 1200
    assert all(65 <= drawn[each.ticket] <= 140 for each in pool)


def test_items_of_two_departments_are_one_visit_on_one_day():
    made = frame(items=ITEMS[:3], shares={"B": 1000})
    (visit,) = draw(SEED, [ticket(1)], made)
    assert visit.items == ("food/hygiene", "food/labels", "food/oil")
    assert len(visit.inspectors) == 2


def test_load_and_days_are_even():
    pool = [ticket(each) for each in range(60)]
    visits = draw(SEED, pool, frame(items=ITEMS[:1], shares={"B": 1000}))
    assert set(Counter(each.day for each in visits).values()) == {6}
    assert set(Counter(who for each in visits for who in each.inspectors).values()) == {20}


def test_a_visit_nobody_is_left_for_refuses_the_whole_draw():
    one = ticket(1)
    people = frame().inspectors[:6]
    barred = tuple(Conflict(ticket=one.ticket, inspector=each.id) for each in people[:5])
    made = frame(items=ITEMS[:1], shares={"B": 1000}, conflicts=barred)
    with pytest.raises(Refused) as refused:
        draw(SEED, [one, ticket(2)], made)
    assert refused.value.codes == ("NoInspectorLeft",)


def test_another_seed_draws_others():
    pool = [ticket(each) for each in range(200)]
    first, other = (
        {each.ticket for each in draw(hashed(seed), pool, frame())} for seed in ("one", "two")
    )
    assert first != other


def test_the_hash_is_as_written():
    """What `sha256sum` says of an a, a line feed and a 1."""
    told = "4f395a2e9ea1c0680348d384135458270e9e6f5af3576151fec246b7b6de98e6"
    assert (hashed("a", 1), number("a", 1)) == (told, int(told, 16))
