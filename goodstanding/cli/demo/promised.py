"""What the organisation behind the login has promised: running, to be verified, kept; and a claim."""

from collections.abc import Iterator
from datetime import date, timedelta

from goodstanding.cli.demo.city import City
from goodstanding.cli.demo.days import at
from goodstanding.cli.demo.names import Organisation
from goodstanding.cli.demo.stage import Plot
from goodstanding.flow import promise as promising
from goodstanding.flow import verify_promise as verifying
from goodstanding.flow.claim import claim
from goodstanding.rules.actors import Actor
from goodstanding.rules.commitment.make import Standard
from goodstanding.rules.commitment.text import text_digest

STANDARD = Standard(number="Q/LGCS 001-2026", scope="装配式建筑模板", edition="2026")


def promises(city: City, whose: Organisation, login: str) -> Iterator[Plot]:
    """One that runs, one that a rule publishes, one to be verified, one that was kept."""
    today = city.days.today
    yield _made(city, whose, login, "labour", "human-resources", ago=16, due=today + _days(40))
    yield _made(city, whose, login, "own-standard", "market-regulation", 15, today + _days(300))
    yield _claimed(city, whose, login, today)
    yield _kept(city, whose, login, today)


def _made(
    city: City,
    whose: Organisation,
    login: str,
    template: str,
    department: str,
    ago: int,
    due: date,
) -> Plot:
    then = yield at(city.days.ago(ago), 10, 40)
    return promising.make_promise(
        city.call(login, then),
        organisation=whose.code,
        template=template,
        department=department,
        due_on=due,
        read=text_digest(city.rulebook.commitment(template)),
        consent=True,
        standard=STANDARD if template == "own-standard" else None,
    )


def _claimed(city: City, whose: Organisation, login: str, today: date) -> Plot:
    """Its due day has passed: the department looks, and somebody said something."""
    made = yield from _made(city, whose, login, "general", "credit-office", 17, today - _days(3))
    then = yield at(city.days.ago(2), 20, 10)
    call = city.call(login, then)
    stranger = type(call)(actor=Actor.visitor(), at=then)
    claim(stranger, promise=made, kind="not-as-promised", noticed="this-month")


def _kept(city: City, whose: Organisation, login: str, today: date) -> Plot:
    made = yield from _made(
        city, whose, login, "safe-work", "emergency-management", 18, today - _days(8)
    )
    then = yield at(city.days.ago(5), 15, 20)
    officer = city.call("emergency-management/officer", then)
    facts = "现场核查，安全生产责任制落实，隐患台账齐全。"
    verifying.verify_promise(officer, promise=made, method="on-site", seen="kept", facts=facts)
    then = yield at(city.days.ago(4), 9, 50)
    officer = city.call("emergency-management/officer", then)
    verifying.find_promise(officer, promise=made, outcome="kept", reasons="核查属实，承诺已履行。")


def _days(number: int) -> timedelta:
    return timedelta(days=number)
