"""Tenders and grants of the city: one that was paid out on its basis, one that goes on."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from goodstanding.cli.demo.city import City
from goodstanding.cli.demo.days import at
from goodstanding.cli.demo.names import Organisation
from goodstanding.cli.demo.stage import Plot
from goodstanding.flow import decide, enter, notify, propose
from goodstanding.flow.draw_up_basis import draw_up_basis
from goodstanding.flow.enter_bidders import enter_bidders
from goodstanding.flow.next_stage import next_stage
from goodstanding.flow.open_procedure import open_procedure_case
from goodstanding.flow.procedure_cases import Held, excluded
from goodstanding.flow.read_procedures import read_procedure_case
from goodstanding.flow.record_results import record_results
from goodstanding.rules.procuring.results import RESULTS, Result
from goodstanding.rules.procuring.rule import Opening

TRADING, FINANCE, NAMING = "public-resources-trading", "finance", "market-regulation"
SOON = timedelta(minutes=20)


def bidding(city: City, bidders: Sequence[Organisation]) -> Iterator[Plot]:
    """An exemplar among the bidders; a tender that is paid, and a grant that waits for its award."""
    yield _exemplar(city, bidders[0])
    yield _tender(city, bidders[:8])
    yield _grant(city, bidders[:5])


def _exemplar(city: City, whose: Organisation) -> Plot:
    """Named an exemplar by its department: a fact for which a tender may promise points."""
    start = city.days.ago(90)
    then = yield at(start, 9)
    clerk, (name, code) = city.call(f"{NAMING}/officer", then), city.authority(NAMING)
    honour = enter.enter_honour(
        clerk,
        organisation=whose.code,
        name=whose.name,
        document=f"岚市监表〔{start.year}〕1号",
        decided_on=start - timedelta(days=3),
        authority=name,
        authority_code=code,
        reason="连续五年按期履行合同。",
    )
    then = yield then + SOON
    case = propose.propose_designation(
        city.call(f"{NAMING}/officer", then),
        organisation=whose.code,
        ground="exemplar/recognised",
        records=(honour,),
        facts="连续五年按期履行合同。",
    )
    then = yield then + SOON
    clerk = city.call(f"{NAMING}/officer", then)
    notify.serve_notice(clerk, case=case, served_on=clerk.on, method="in-person", proof="送达回证")
    notify.waive_statement(clerk, case=case, proof="放弃陈述声明")
    then = yield at(city.days.later(start, 1), 10)
    decide.decide_designation(
        city.call(f"{NAMING}/reviewer", then),
        case=case,
        outcome="list",
        document=f"岚市监典〔{start.year}〕1号",
        reasons="符合诚信典型的认定条件。",
    )


def _tender(city: City, bidders: Sequence[Organisation]) -> Plot:
    """Taken in, awarded to whom nothing keeps out, asked again on the day of payment."""
    then = yield at(city.days.ago(75), 9)
    opening = Opening(
        procedure="tender",
        number=f"岚招〔{then.year}〕17号",
        document="招标文件第三章第5条",
        points={"tender-bonus-at-tender": "1.5"},
    )
    case = _entered(city, TRADING, opening, bidders, then)
    then = yield at(city.days.ago(20), 10)
    call = city.call(f"{TRADING}/officer", then)
    next_stage(call, case=case, stage="award")
    found, bids = read_procedure_case(call, case=case)
    out = excluded(Held(case=found, bids=bids))
    may = [each.bidder.organisation for each in bids if each.bidder.organisation not in out]
    results = [_result(each.bidder.organisation, may[:2]) for each in bids]
    record_results(call, case=case, results=results)
    then = yield at(city.days.ago(2), 10)
    call = city.call(f"{TRADING}/officer", then)
    next_stage(call, case=case, stage="pay")
    draw_up_basis(call, case=case)


def _grant(city: City, applicants: Sequence[Organisation]) -> Plot:
    """Applications taken in; what changed since waits to be seen."""
    then = yield at(city.days.ago(70), 11)
    opening = Opening(
        procedure="grant", number=f"岚财专〔{then.year}〕4号", document="技改资金管理办法第九条"
    )
    _entered(city, FINANCE, opening, applicants, then)


def _entered(
    city: City, department: str, opening: Opening, bidders: Sequence[Organisation], then: datetime
) -> str:
    call = city.call(f"{department}/officer", then)
    case = open_procedure_case(call, opening)
    enter_bidders(call, case=case, rows=[(n, each.code) for n, each in enumerate(bidders, 2)])
    return case


def _result(organisation: str, awarded: Sequence[str]) -> Result:
    return Result(organisation=organisation, result=RESULTS[organisation not in awarded])
