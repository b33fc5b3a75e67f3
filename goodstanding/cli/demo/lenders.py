"""A bank outside the administration: consents given to it, one of them used."""

from collections.abc import Iterator
from datetime import date, timedelta

from goodstanding.cli.demo.city import City
from goodstanding.cli.demo.days import at
from goodstanding.cli.demo.names import CITY, REGION, Organisation
from goodstanding.cli.demo.stage import Plot
from goodstanding.departments.enrol import open_account
from goodstanding.departments.institutions import employ, register_institution
from goodstanding.flow.consent import give_consent
from goodstanding.flow.pull import pull
from goodstanding.rules.consent.give import Wish
from goodstanding.rules.identifiers import make

BANK = "bank"
_SINCE = date(2000, 1, 1)
_CODES = {number: make("91", REGION, f"MA9900{number:02d}") for number in (1, 2, 3)}


def enrol_lenders(*, password: str) -> None:
    """A bank with somebody who signs in for it, an insurer and an agency."""
    kinds = {1: ("汀洲银行股份有限公司", "lender"), 2: ("远汀财产保险股份有限公司", "insurer")}
    for number, (name, kind) in {**kinds, 3: ("新汀信用服务有限公司", "credit-service")}.items():
        register_institution(code=_CODES[number], name=f"{CITY}{name}", kind=kind, first=_SINCE)
    employ(open_account(login=BANK, password=password), _CODES[1], first=_SINCE)


def consulted(city: City, whose: Organisation, representative: str) -> Iterator[Plot]:
    """A running loan that is consulted, and an application that waits for its one access."""
    yield _loan(city, whose, representative)
    yield _application(city, whose, representative)


def _loan(city: City, whose: Organisation, representative: str) -> Plot:
    then = yield at(city.days.ago(4), 10, 30)
    opened = ("registration", "honours", "standing")
    wish = _wish("loan-care", "税银通 2026-18", opened, then.date(), days=400, continuous=True)
    consent = give_consent(city.call(representative, then), code=whose.code, wish=wish)
    then = yield at(city.days.ago(3), 15, 10)
    pull(city.call(BANK, then), consent=consent)


def _application(city: City, whose: Organisation, representative: str) -> Plot:
    then = yield at(city.days.ago(2), 9, 40)
    opened = ("registration", "licences", "honours")
    wish = _wish("loan-application", "信易贷 2026-77", opened, then.date(), days=60)
    give_consent(city.call(representative, then), code=whose.code, wish=wish)


def _wish(
    purpose: str,
    product: str,
    classes: tuple[str, ...],
    first: date,
    *,
    days: int,
    continuous: bool = False,
) -> Wish:
    return Wish(
        grantee=_CODES[1],
        purpose=purpose,
        product=product,
        classes=classes,
        first_day=first,
        last_day=first + timedelta(days=days),
        continuous=continuous,
    )
