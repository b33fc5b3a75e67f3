"""An organisation empowers an agent for days, at most a year, and ends it at once."""

from datetime import UTC, date, datetime, timedelta

import pytest

from goodstanding.departments import agents, enrol
from goodstanding.departments.models import AccountEvent, Representation
from goodstanding.departments.queries import actor_of
from goodstanding.rules.actors import Mandate, Power, Role
from goodstanding.rules.errors import Refused
from tests.departments.people import CODE, PASSWORD

TODAY = date(2026, 3, 16)
DAY = timedelta(days=1)
AT = datetime(2026, 3, 16, 2, tzinfo=UTC)
BOTH = (Power.READING, Power.REMEDIES)


@pytest.fixture
def boss(database, quick_passwords):
    account = enrol.open_account(login="boss", password=PASSWORD)
    enrol.represent(account, CODE, first=date(2020, 1, 1))
    return account


@pytest.fixture
def agent(boss):
    return enrol.open_account(login="agent", password=PASSWORD, display_name="周 代理")


def add(boss, login="agent", powers=(Power.READING,), first=TODAY, last=TODAY + 30 * DAY):
    return agents.add_agent(
        CODE, login, powers, first=first, last=last, by=boss.id, at=AT, today=TODAY
    )


def end(boss, agent, today=TODAY):
    return agents.end_agent(CODE, agent.id, by=boss.id, at=AT, today=today)


def codes(attempt):
    with pytest.raises(Refused) as found:
        attempt()
    return [each.code for each in found.value.refusals]


def test_an_agent_acts_from_the_first_through_the_last_day_and_no_other(boss, agent):
    add(boss, powers=BOTH, first=TODAY + DAY, last=TODAY + 2 * DAY)
    held = frozenset(Mandate(organisation=CODE, power=power) for power in BOTH)
    expected = [frozenset(), held, held, frozenset()]
    assert [actor_of(agent, on=TODAY + n * DAY).mandates for n in range(4)] == expected


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        # A year from 16 March ends with 15 March (Civil Code arts 201-202).
        ("2026-03-16", "2027-03-15", []),
        ("2026-03-16", "2027-03-16", ["AgentTooLong"]),
        ("2026-03-16", "2026-03-16", []),
        ("2026-03-16", "2026-03-15", ["WrongDays"]),
        ("2026-03-15", "2026-04-15", ["AgentInThePast"]),
        ("2026-03-15", "2026-03-14", ["WrongDays", "AgentInThePast"]),
        ("2026-03-15", "2027-03-15", ["AgentInThePast", "AgentTooLong"]),
        ("2028-02-29", "2029-02-28", []),
        ("2028-02-29", "2029-03-01", ["AgentTooLong"]),
    ],
)
def test_the_days_are_today_or_later_and_a_year_at_most(boss, agent, first, last, told):
    def attempt():
        add(boss, first=date.fromisoformat(first), last=date.fromisoformat(last))

    assert (codes(attempt) if told else attempt() or []) == told


@pytest.mark.parametrize("login", ["nobody", "", "AGENT"])
def test_only_an_account_that_is_there_is_empowered(boss, agent, login):
    assert codes(lambda: add(boss, login)) == ["AgentUnknown"]


def test_a_closed_account_is_as_good_as_none(boss, agent):
    enrol.close_account(agent, on=TODAY)
    assert codes(lambda: add(boss)) == ["AgentUnknown"]


def test_everything_that_stands_against_it_is_told_at_once(boss):
    attempt = lambda: add(boss, "nobody", first=TODAY, last=TODAY + 400 * DAY)  # noqa: E731
    assert codes(attempt) == ["AgentUnknown", "AgentTooLong"]


@pytest.mark.parametrize("powers", [(Power.READING,), (Power.REMEDIES,)])
def test_who_acts_already_on_one_of_the_days_is_not_empowered_twice(boss, agent, powers):
    add(boss)
    again = lambda: add(boss, powers=powers, first=TODAY + 30 * DAY, last=TODAY + 60 * DAY)  # noqa: E731
    assert codes(again) == ["GrantOverlaps"]
    add(boss, powers=powers, first=TODAY + 31 * DAY, last=TODAY + 60 * DAY)


def test_who_acts_without_limit_needs_no_power_and_gets_none(boss):
    assert codes(lambda: add(boss, "boss")) == ["GrantOverlaps"]


def test_who_serves_a_department_is_nobodys_agent(boss, agent):
    enrol.grant_role(agent, Role.OFFICER, department="tax", first=date(2020, 1, 1))
    assert codes(lambda: add(boss)) == ["ServesAndRepresents"]
    assert not AccountEvent.objects.filter(account=agent).exists()


def test_an_ended_agent_is_refused_from_that_day_and_can_be_empowered_again_on_it(boss, agent):
    add(boss, powers=BOTH)
    assert len(end(boss, agent)) == 2
    assert actor_of(agent, on=TODAY).mandates == frozenset()
    add(boss)
    assert len(actor_of(agent, on=TODAY).mandates) == 1


def test_a_power_that_has_not_begun_is_called_off(boss, agent):
    add(boss, first=TODAY + 5 * DAY)
    end(boss, agent)
    assert actor_of(agent, on=TODAY + 6 * DAY).mandates == frozenset()
    assert [each.account for each in agents.acting_for(CODE, on=TODAY)] == [boss.id]


def test_an_ended_agent_may_serve_a_department_the_same_day(boss, agent):
    add(boss)
    end(boss, agent)
    enrol.grant_role(agent, Role.OFFICER, department="tax", first=TODAY)
    assert actor_of(agent, on=TODAY).roles == {Role.OFFICER}


def test_ending_twice_changes_nothing_and_tells_it_once(boss, agent):
    add(boss)
    end(boss, agent)
    assert end(boss, agent) == []
    kinds = list(AccountEvent.objects.filter(account=agent).values_list("kind", flat=True))
    assert sorted(kinds) == ["agent-added", "agent-ended"]


def test_a_representative_without_limit_is_not_ended_here(boss):
    assert codes(lambda: end(boss, boss)) == ["NotAnAgent"]
    assert actor_of(boss, on=TODAY).represents == {CODE}


def test_every_change_is_in_the_log_of_the_account_with_who_did_it(boss, agent):
    add(boss, powers=BOTH)
    end(boss, agent)
    added, ended = AccountEvent.objects.filter(account=agent).order_by("pk")
    assert (added.kind, added.by_id) == ("agent-added", boss.id)
    assert added.reason == f"{CODE} reading+remedies 2026-03-16/2026-04-15"
    assert (ended.kind, ended.by_id, ended.reason) == ("agent-ended", boss.id, CODE)


def test_the_list_names_who_acts_with_powers_and_days(boss, agent):
    add(boss, powers=BOTH, first=TODAY + DAY)
    found = agents.acting_for(CODE, on=TODAY)
    assert [(each.name, each.powers) for each in found] == [
        ("boss", ()),
        ("周 代理", ("reading", "remedies")),
    ]
    assert [each.account for each in agents.acting_for(CODE, on=TODAY + 40 * DAY)] == [boss.id]
    assert agents.acting_for("1" * 18, on=TODAY) == []


def test_nothing_is_ended_before_it_begins(boss, agent):
    add(boss, first=TODAY + 5 * DAY)
    held = Representation.objects.get(account=agent)
    held.ended_on = TODAY
    with pytest.raises(Refused, match="not ended before it begins"), enrol.told_as_refusals():
        held.save()
