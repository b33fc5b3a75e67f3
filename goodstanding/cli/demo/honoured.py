"""Exemplars of the city: one an association recommended and that everybody may see.

The one among the bidders does not consent: departments give it its advantages, nobody else knows.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from goodstanding.cli.demo.city import City
from goodstanding.cli.demo.days import at
from goodstanding.cli.demo.names import CITY, Organisation
from goodstanding.cli.demo.plots import enterprise
from goodstanding.cli.demo.stage import Plot
from goodstanding.departments.enrol import open_account, represent
from goodstanding.flow import decide, enter, notify, own_advantage, propose
from goodstanding.rules.identifiers import make

LOGIN = "representative-of-exemplar"
NAMING = "commerce"
ASSOCIATION = make("51", "449800", "00700003")


def exemplar(city: City) -> Organisation:
    """The organisation everybody may see."""
    return enterprise(city, 117)


def enrol_exemplar(city: City, *, password: str) -> None:
    """Somebody who decides for it who sees it."""
    account = open_account(login=LOGIN, password=password)
    represent(account, exemplar(city).code, first=date(2000, 1, 1))


def honours(city: City) -> Iterator[Plot]:
    """Recommended, adopted by a department, agreed to, recognised, and shown by its own word."""
    yield _recommended(city, exemplar(city))


def _recommended(city: City, whose: Organisation) -> Plot:
    start = city.days.ago(40)
    then = yield at(start, 9, 15)
    entry = enter.enter_offer(
        city.call(f"{NAMING}/officer", then),
        organisation=whose.code,
        name=whose.name,
        list_name=f"{start.year}年度诚信企业推荐名单",
        supplier=f"{CITY}建筑业协会",
        supplier_code=ASSOCIATION,
        method="https://example.org/recommended",
        dated_on=start - timedelta(days=5),
        reason="会员单位，连续五年守约。",
    )
    then = yield at(city.days.later(start, 1), 10)
    clerk = city.call(f"{NAMING}/officer", then)
    case = propose.propose_designation(
        clerk,
        organisation=whose.code,
        ground="exemplar/recognised",
        records=(),
        offer=entry,
        facts="经核实，推荐属实，予以采纳。",
    )
    notify.serve_notice(clerk, case=case, served_on=clerk.on, method="in-person", proof="送达回证")
    then = yield at(city.days.later(start, 2), 11)
    notify.waive_statement(city.call(LOGIN, then), case=case, proof="网上同意")
    then = yield at(city.days.later(start, 3), 10)
    decide.decide_designation(
        city.call(f"{NAMING}/reviewer", then),
        case=case,
        outcome="list",
        document=f"岚商典〔{start.year}〕1号",
        reasons="推荐经本部门核实，符合诚信典型的认定条件。",
    )
    then = yield at(city.days.later(start, 4), 14)
    own_advantage.consent_to_publicity(city.call(LOGIN, then), case=case)
