"""Who has three clean years behind them, who is too young, and who asks at the fast lane."""

from collections.abc import Iterator
from datetime import date

from goodstanding.cli.demo.city import City
from goodstanding.cli.demo.days import at
from goodstanding.cli.demo.names import Organisation
from goodstanding.cli.demo.plots import enterprise, represented
from goodstanding.cli.demo.stage import Plot
from goodstanding.flow.answers import Question
from goodstanding.flow.enquire import ask
from goodstanding.flow.enter import enter_registration

REGISTRAR, DESK = "market-regulation", "government-services"


def earning(city: City) -> Iterator[Plot]:
    """Three whose founding is registered: one of them young; the fast lane asks about each."""
    old, young = date(2011, 5, 4), city.days.today.year - 1
    for whose, founded in (
        (represented(city), old),
        (enterprise(city, 118), old),
        (enterprise(city, 119), date(young, 3, 1)),
    ):
        yield _founded(city, whose, founded)


def _founded(city: City, whose: Organisation, founded: date) -> Plot:
    then = yield at(city.days.ago(9), 9, 5)
    name, code = city.authority(REGISTRAR)
    enter_registration(
        city.call(f"{REGISTRAR}/officer", then),
        organisation=whose.code,
        name=whose.name,
        established_on=founded,
        approved_on=founded,
        authority=name,
        authority_code=code,
    )
    then = yield at(city.days.ago(2), 10, 25)
    number = f"岚办〔{then.year}〕{whose.code[-5:]}号"
    question = Question(code=whose.code, procedure="fast-lane", case_number=number)
    ask(city.call(f"{DESK}/officer", then), question)
