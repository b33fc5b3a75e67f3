"""What acts about an organisation add up to: names, statuses and links in the order of their days."""

import json
from datetime import UTC, date, datetime

import pytest

from goodstanding.organisations.rows import SHELVES
from goodstanding.rules import codec
from goodstanding.rules.acts.envelope import Act, Header
from goodstanding.rules.acts.organisation import (
    OrganisationCodeChanged,
    OrganisationDivided,
    OrganisationEntered,
    OrganisationMerged,
    OrganisationNamed,
    OrganisationRegistered,
    OrganisationStatusChanged,
    OrganisationSucceeded,
)
from goodstanding.rules.evolve import fold
from goodstanding.rules.identifiers import make
from goodstanding.rules.legal_person import DatedName, Organisation

CODE = make("91", "449800", "MA200001")
OTHER, THIRD = make("91", "449800", "MA200002"), make("91", "449800", "MA200003")
A, B, C = "岚港市甲山纸业有限公司", "岚港市乙水纸业有限公司", "岚港市丙石纸业有限公司"
DAY_1, DAY_2, DAY_3 = date(2015, 6, 1), date(2017, 2, 1), date(2018, 3, 1)
ENTERED = OrganisationEntered(code=CODE, class_id="enterprise", name=A)


def state(*effects):
    return fold(_act(n, effect) for n, effect in enumerate(effects, start=1))[CODE]


def _act(position, effect):
    at = datetime(2018, 6, 1, tzinfo=UTC)
    header = Header(
        act_id=f"a-{position}",
        position=position,
        recorded_at=at,
        effective_on=at.date(),
        stream=CODE,
        aggregate=CODE,
        kind=codec.kind_of(effect),
        by="o",
        department="market-regulation",
        rulebook="",
        calendar="",
        cause="",
    )
    return Act(header=header, effect=effect, content={})


def registered(name, since=None, established_on=None):
    return OrganisationRegistered(
        code=CODE, class_id="enterprise", name=name, since=since, established_on=established_on
    )


def named(name, since):
    return OrganisationNamed(name=name, since=since)


# what happened, in the order it was learned; the names it adds up to
NAMES = [
    ([ENTERED], [(A, None)]),
    ([registered(A, DAY_1)], [(A, DAY_1)]),
    ([ENTERED, registered(A, DAY_1)], [(A, DAY_1)]),
    ([ENTERED, registered(B, DAY_2)], [(A, None), (B, DAY_2)]),
    ([ENTERED, named(B, DAY_2)], [(A, None), (B, DAY_2)]),
    ([registered(B, DAY_2), named(A, DAY_1)], [(A, DAY_1), (B, DAY_2)]),
    ([ENTERED, named(B, DAY_2), registered(A, DAY_1)], [(A, DAY_1), (B, DAY_2)]),
    (
        [registered(A, DAY_1), named(C, DAY_3), named(B, DAY_2)],
        [(A, DAY_1), (B, DAY_2), (C, DAY_3)],
    ),
    ([registered(A, DAY_1), named(A, DAY_1)], [(A, DAY_1)]),
    (
        [registered(A, DAY_1), named(B, DAY_2), named(A, DAY_3)],
        [(A, DAY_1), (B, DAY_2), (A, DAY_3)],
    ),
]


@pytest.mark.parametrize(("effects", "names"), NAMES)
def test_names_stand_in_the_order_in_which_they_were_borne(effects, names):
    assert [(each.name, each.since) for each in state(*effects).names] == names


def test_a_name_ends_the_day_before_the_next_one_begins():
    held = state(ENTERED, named(B, DAY_2), named(C, DAY_3))
    (shelf,) = (shelf for shelf in SHELVES if shelf.table == "organisations_name")
    assert [(row.name, row.until, row.current) for row in shelf.rows(held)] == [
        (A, date(2017, 1, 31), False),
        (B, date(2018, 2, 28), False),
        (C, None, True),
    ]


def test_statuses_hold_from_their_day_whenever_they_were_learned():
    ended = OrganisationStatusChanged(status="ended", since=DAY_3, reason="dissolved")
    held = state(ENTERED, ended, OrganisationStatusChanged(status="suspended", since=DAY_2))
    assert [each.status for each in held.statuses] == ["suspended", "ended"]
    assert held.status_on(DAY_1) is None
    assert held.ended_by(date(2018, 2, 28)) is None
    assert held.ended_by(DAY_3).reason == "dissolved"


def test_links_say_whither_whence_how_and_since_when():
    held = state(
        registered(A, DAY_1, DAY_1),
        OrganisationSucceeded(predecessor=THIRD, by="merger", manner="absorption", on=DAY_2),
        OrganisationDivided(into=(OTHER, THIRD), manner="continuing", on=DAY_2),
        OrganisationMerged(into=OTHER, manner="new", on=DAY_3),
    )
    (shelf,) = (shelf for shelf in SHELVES if shelf.table == "organisations_link")
    assert [(row.direction, row.ordinal, row.other, row.by) for row in shelf.rows(held)] == [
        ("successor", 1, OTHER, "division"),
        ("successor", 2, THIRD, "division"),
        ("successor", 3, OTHER, "merger"),
        ("predecessor", 1, THIRD, "merger"),
    ]
    assert held.replaced_by is None


def test_a_new_code_replaces_the_old_one():
    held = state(ENTERED, OrganisationCodeChanged(to=OTHER, on=DAY_2))
    assert held.replaced_by.other == OTHER


def test_bytes_of_before_base_registration_are_what_a_rebuild_gives():
    names = (DatedName(name=A, since=None),)
    raw = codec.encode(Organisation(id=CODE, class_id="enterprise", names=names))
    assert sorted(json.loads(raw)) == ["class_id", "id", "names", "type"]
