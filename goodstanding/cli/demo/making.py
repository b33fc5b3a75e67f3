"""Making the city: the law, its people, its files, its cases, in the order of their moments."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from random import Random

from goodstanding.catalogue.queries import law
from goodstanding.cli import rulebook_files
from goodstanding.cli.demo.bidding import bidding
from goodstanding.cli.demo.city import City
from goodstanding.cli.demo.days import Days
from goodstanding.cli.demo.earned import earning
from goodstanding.cli.demo.files import file_with_problems, monthly_files
from goodstanding.cli.demo.honoured import enrol_exemplar, honours
from goodstanding.cli.demo.inspected import drawn_plan, open_plan
from goodstanding.cli.demo.lenders import consulted, enrol_lenders
from goodstanding.cli.demo.mark import Mark, write
from goodstanding.cli.demo.names import organisations
from goodstanding.cli.demo.plots import (
    CHARACTERS,
    bidders,
    enterprise,
    everyday_checks,
    plots,
    represented,
)
from goodstanding.cli.demo.promised import promises
from goodstanding.cli.demo.returned import monthly_returns
from goodstanding.cli.demo.seekers import enrol_colleague, enrol_representatives, seekers
from goodstanding.cli.demo.stage import perform
from goodstanding.cli.opening import operator
from goodstanding.departments.seeding import seed_officers
from goodstanding.flow.bench import Call
from goodstanding.flow.govern import activate_rulebook, load_calendar

SEED = 449800
ORGANISATIONS = 2_000
#: Printed, and shared by all: this register holds nobody's data and listens on 127.0.0.1 only.
PASSWORD = "langang-demo"
REPRESENTATIVE = "representative"
#: The law is there before anything happens.
BEGINNING = datetime(2018, 2, 12, 1, tzinfo=UTC)

Progress = Callable[[int, int], None]


def make(*, today: date, progress: Progress, number: int = ORGANISATIONS) -> City:
    """Make the city as it is on a day, with so many organisations; the database must be empty."""
    write(Mark.BEGUN)
    legislate()
    known = law(on=today)
    city = City(
        days=Days(today, known.calendar),
        rulebook=known.rulebook,
        organisations=organisations(number, seed=SEED),
    )
    seed_officers(
        known.rulebook.departments,
        password=PASSWORD,
        representatives={REPRESENTATIVE: represented(city).code},
    )
    enrol_colleague(city, password=PASSWORD, today=today)
    enrol_representatives(city, one=represented(city).code, password=PASSWORD, today=today)
    enrol_lenders(password=PASSWORD)
    enrol_exemplar(city, password=PASSWORD)
    chance = Random(SEED)
    last = [enterprise(city, n) for n in range(CHARACTERS - 8, CHARACTERS)]
    perform(
        [
            *monthly_files(city, chance),
            *plots(city),
            *everyday_checks(city, chance),
            *bidding(city, bidders(city)),
            *seekers(city),
            *earning(city),
            *consulted(city, represented(city), REPRESENTATIVE),
            *honours(city),
            *monthly_returns(city),
            *promises(city, represented(city), REPRESENTATIVE),
            drawn_plan(city),
            open_plan(city),
            file_with_problems(city, last),
        ],
        until=city.days.latest,
        progress=progress,
    )
    write(Mark.MADE)
    return city


def legislate() -> None:
    """The delivered calendars and pack, in force before anything happens."""
    call = Call(actor=operator("credit-office"), at=BEGINNING)
    load_calendar(call, years=rulebook_files.years())
    activate_rulebook(call, files=rulebook_files.pack(rulebook_files.DEFAULT_PACK))
