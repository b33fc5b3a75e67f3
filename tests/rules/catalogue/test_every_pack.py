"""What no city and no amendment may change: the boundary; the law carries every restriction."""

import pytest

from goodstanding.files.packs import read_pack
from goodstanding.rules.catalogue import Rulebook
from goodstanding.rules.catalogue.chain import assemble, lint_chain
from goodstanding.rules.catalogue.sources import CARRIES_A_RESTRICTION
from tests.rules.catalogue.packs import ROOT, dongguan

PACKS = ROOT / "rulebook" / "packs"
NAMES = sorted(folder.name for folder in PACKS.iterdir() if folder.is_dir())
NEVER_LISTED = ("publishing", "film", "broadcast", "internet", "cyber", "culture", "religion")


def book(name: str) -> Rulebook:
    return assemble(read_pack(PACKS / name), lambda id: read_pack(PACKS / id))


BOOKS = [pytest.param(book(name), id=name) for name in NAMES]


def test_the_three_packs_are_there() -> None:
    assert NAMES == ["cn-2026", "dongguan-2018", "shenzhen-2023"]


@pytest.mark.parametrize("name", NAMES)
def test_a_pack_has_no_problem(name: str) -> None:
    assert lint_chain(read_pack(PACKS / name), lambda id: read_pack(PACKS / id)) == []


@pytest.mark.parametrize("law", BOOKS)
def test_the_boundary_is_the_same_everywhere(law: Rulebook) -> None:
    first = dongguan()
    assert law.register_classes == first.register_classes
    assert law.outside_classes == first.outside_classes
    assert law.blocked_bases == first.blocked_bases


@pytest.mark.parametrize("law", BOOKS)
def test_every_restriction_is_carried_by_a_law_or_a_regulation(law: Rulebook) -> None:
    burdens = [row for row in law.pairings if law.measure(row.measure).sense == "burden"]
    for row in burdens:
        levels = {law.instrument(cited.instrument).level for cited in row.citations}
        assert levels & CARRIES_A_RESTRICTION, row.id


@pytest.mark.parametrize("law", BOOKS)
def test_every_ground_rests_on_a_decision_and_is_connected_with_its_measures(law: Rulebook) -> None:
    for ground in law.grounds.values():
        assert ground.rests_on, ground.id
        assert not ground.field.startswith(NEVER_LISTED)
        assert ground.id.startswith(f"{ground.field}/")
    for row in law.pairings:
        field = law.ground(row.ground).field
        assert field in law.measure(row.measure).fields, row.id


@pytest.mark.parametrize("law", BOOKS)
def test_who_decides_and_who_acts_is_competent(law: Rulebook) -> None:
    for ground in law.grounds.values():
        for id in ground.deciding:
            day = max(ground.in_force.since, law.known_from)
            later = [each.in_force.since for each in law.department(id).competences]
            assert any(law.department(id).decides_on(ground.field, on) for on in (day, *later))


@pytest.mark.parametrize("law", BOOKS)
def test_lenders_and_insurers_are_told_advantages_only(law: Rulebook) -> None:
    for measure in law.measures.values():
        reaches = {"loan", "insurance"} & set(measure.procedures)
        assert not reaches or measure.sense == "advantage"


def test_a_severe_list_of_market_regulation_needs_the_consent_of_the_next_higher_authority() -> (
    None
):
    law = book("cn-2026")
    lists = {id: row for id, row in law.grounds.items() if id.endswith("/severe-list")}
    asked = {id for id, row in lists.items() if row.superior_consent}
    assert asked == {id for id, row in lists.items() if row.deciding == ("market-regulation",)}
    assert len(lists) == 9
    assert {row.term.max_months for row in lists.values()} == {36}
