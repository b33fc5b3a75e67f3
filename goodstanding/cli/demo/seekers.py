"""Who and what one goes looking for: the crowded, the tangled, the long-named, the renamed."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from goodstanding.cli.demo import cases
from goodstanding.cli.demo.city import City
from goodstanding.cli.demo.days import at
from goodstanding.cli.demo.files import penalty_row, sent
from goodstanding.cli.demo.names import CITY, FIRST, SECOND, Organisation
from goodstanding.cli.demo.plots import enterprise, in_force, statement_in
from goodstanding.cli.demo.stage import Plot
from goodstanding.cli.demo.taken_back import stayed, withdrawn
from goodstanding.departments.colleagues import stand_in
from goodstanding.departments.enrol import grant_role, open_account, represent
from goodstanding.departments.models import Account
from goodstanding.flow import contest
from goodstanding.flow.bench import bench
from goodstanding.rules.actors import Power, Role
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.organisation import OrganisationNamed

#: How long a name may be.
LONGEST = 200
CROWD = 72
OF_TWO = "representative-of-two"
AGENT = "agent"
#: The agent's power ends so many days after the demonstration is made.
AGENT_DAYS = 90
AWAY = "human-resources/officer-2"
LEAVE_DAYS = 12


def crowded(city: City) -> Organisation:
    """An organisation about which there are more records than a page holds."""
    return enterprise(city, 110)


def tangled(city: City) -> Organisation:
    """An organisation with several designations, stays, a stub and a notice, all at once."""
    return enterprise(city, 111)


def seekers(city: City) -> Iterator[Plot]:
    """What happens to them."""
    yield from _crowd(city, crowded(city))
    whose = tangled(city)
    yield in_force(city, whose, "bid-rigging/collusion", 9)
    yield stayed(city, whose, "wage-arrears/refusal-after-order", 3)
    yield withdrawn(city, whose, "bid-rigging/procurement-collusion", 0)
    yield statement_in(city, whose, "food-safety/serious-violation", 0)
    renamed, long = enterprise(city, 112), enterprise(city, 113)
    stem = renamed.name.removeprefix(CITY)
    yield _renamed(city, renamed, f"{CITY}新{stem}", f"{CITY}宏{stem}")
    yield _renamed(city, long, longest_name())
    yield _filed(city, enterprise(city, 114), 1)
    yield _filed(city, enterprise(city, 115), 3)
    yield _verified_late(city, enterprise(city, 116))


def longest_name() -> str:
    """The longest name there can be."""
    syllables = "".join(first + second for second in SECOND for first in FIRST)
    ending = "投资控股集团股份有限公司"
    return CITY + syllables[: LONGEST - len(CITY) - len(ending)] + ending


def enrol_representatives(city: City, *, one: str, password: str, today: date) -> None:
    """One who acts for two organisations, and an agent who may only read, until a day."""
    both = open_account(login=OF_TWO, password=password)
    for code in (crowded(city).code, tangled(city).code):
        represent(both, code, first=date(2000, 1, 1))
    agent = open_account(login=AGENT, password=password)
    last = today + timedelta(days=AGENT_DAYS)
    represent(agent, one, power=Power.READING, first=date(2000, 1, 1), last=last)


def enrol_colleague(city: City, *, password: str, today: date) -> None:
    """A second officer of a department, who is on leave: the first one stands in."""
    away = open_account(login=AWAY, password=password)
    grant_role(away, Role.OFFICER, department="human-resources", first=date(2000, 1, 1))
    stand_in(
        away,
        Account.objects.get(login="human-resources/officer"),
        department="human-resources",
        first=today,
        last=today + timedelta(days=LEAVE_DAYS),
        by=away.id,
        at=city.days.latest,
        today=today,
    )


def _crowd(city: City, whose: Organisation) -> Iterator[Plot]:
    """A file a month for two years, three penalties in each."""
    chance = Random(3)
    departments = ("market-regulation", "transport", "ecology-environment", "emergency-management")
    for month in range(CROWD // 3):
        day = city.days.ago(30 * (CROWD // 3 - month))
        department = departments[month % len(departments)]
        rows = [penalty_row(city, department, whose, day, chance) for _ in range(3)]
        yield sent(city, department, "penalty", rows, at(day, 16, month))


def _renamed(city: City, whose: Organisation, *names: str) -> Plot:
    """Penalised, then renamed, once for each name: it is found by every name it had."""
    yield from cases.penalised(city, whose, "transport", city.days.ago(420))
    for number, name in enumerate(names):
        then = yield at(city.days.ago(300 - 100 * number), 11)
        call = city.call("market-regulation/officer", then)
        named = OrganisationNamed(name=name, since=call.on)
        with bench(call, whose.code) as held:
            held.append(
                [
                    Decided(
                        stream=whose.code, aggregate=whose.code, effective_on=call.on, effect=named
                    )
                ]
            )


def _filed(city: City, whose: Organisation, days: int) -> Plot:
    """An objection that waits to be accepted."""
    yield from _objected(city, whose, days)


def _verified_late(city: City, whose: Organisation) -> Plot:
    """An objection accepted long ago and not decided: the department is late."""
    objection = yield from _objected(city, whose, 40)
    then = yield at(city.days.ago(39), 10)
    contest.accept_objection(city.call("transport/officer", then), objection=objection)


def _objected(city: City, whose: Organisation, days: int) -> Plot:
    record, _then = yield from cases.penalised(city, whose, "transport", city.days.ago(days + 20))
    then = yield at(city.days.ago(days), 9, 20)
    return contest.file_objection(
        city.call("transport/officer", then),
        target=record,
        reason="not-ours",
        text="处罚决定书所列单位名称相近，不是我单位。",
    )
