"""The monthly returns of a year: most in time, some late, and one that waits for whoever looks."""

from collections.abc import Iterator
from datetime import date

from goodstanding.cli.demo.city import City
from goodstanding.cli.demo.days import at
from goodstanding.cli.demo.stage import Plot
from goodstanding.flow.returns import CHASED, file_return
from goodstanding.oversight.period import Period, before, month_of, months_to
from goodstanding.rules.periods import corresponding_day
from goodstanding.rules.returns.owed import initiating

#: Left for the one who looks; the other one is simply late.
WAITING = ("human-resources", "water")
LATE = "transport"


def monthly_returns(city: City) -> Iterator[Plot]:
    """Every department that decides confirms every month but the last ones named above."""
    last = before(month_of(city.days.today))
    for month in months_to(last, CHASED):
        owners = initiating(city.rulebook, on=month.last)
        for number, department in enumerate(owners):
            if month != last or department not in WAITING:
                yield _returned(city, department, month, number)


def _returned(city: City, department: str, month: Period, number: int) -> Plot:
    late = department == LATE and month.first.month % 4 == 0
    first = corresponding_day(month.first, 1)
    day: date = city.days.later(first, 12 if late else number % 4)
    then = yield at(max(day, first), 16, number)
    file_return(city.call(f"{department}/officer", then), month=month.name)
