"""What happens in a case, in parts that plots are made of."""

from collections.abc import Generator
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from goodstanding.cli.demo.city import COURT, PENALTIES, City
from goodstanding.cli.demo.days import at
from goodstanding.cli.demo.names import Organisation
from goodstanding.flow import decide, enter, notify, propose, respond, serve, transcribe
from goodstanding.register.reading import states
from goodstanding.rules.states import Measure

WINDOW = 5
ABOUT = {
    "food-safety/serious-violation": "market-regulation",
    "wage-arrears/refusal-after-order": "human-resources",
    "bid-rigging/collusion": "housing-construction",
    "bid-rigging/procurement-collusion": "finance",
}


class Case(NamedTuple):
    """A case on its way: whose, on which record, and the last moment something happened."""

    whose: Organisation
    department: str
    record: str
    case: str
    then: datetime


Part = Generator[datetime, datetime, Case]
Moments = Generator[datetime, datetime, datetime]


def penalised(
    city: City, whose: Organisation, department: str, start: date
) -> Generator[datetime, datetime, tuple[str, datetime]]:
    """A penalty is entered by form."""
    then = yield at(start, 9, len(whose.name))
    conduct, basis = PENALTIES[department]
    name, code = city.authority(department)
    record = enter.enter_penalty(
        city.call(f"{department}/officer", then),
        organisation=whose.code,
        name=whose.name,
        document=city.document(department, start.year),
        decided_on=start,
        authority=name,
        authority_code=code,
        basis=basis,
        conduct=conduct,
        facts=f"经查，当事人{conduct}，情节严重。",
        penalty="罚款三万元。",
        fine=Decimal(3),
    )
    return record, then


def proposed(city: City, whose: Organisation, ground: str, start: date) -> Part:
    """A penalty, and the next working day a proposal on it."""
    department = ABOUT[ground]
    record, then = yield from penalised(city, whose, department, start)
    then = yield at(city.days.later(start, 1), 10, len(whose.name))
    case = propose.propose_designation(
        city.call(f"{department}/officer", then),
        organisation=whose.code,
        ground=ground,
        records=(record,),
        facts="行政处罚决定已生效，情节严重。",
    )
    return Case(whose, department, record, case, then)


def notified(city: City, whose: Organisation, ground: str, start: date) -> Part:
    """Two working days after the penalty the notice is served."""
    case = yield from proposed(city, whose, ground, start)
    then = yield at(city.days.later(start, 2), 10, 30)
    notify.serve_notice(
        city.call(f"{case.department}/officer", then),
        case=case.case,
        served_on=then.date(),
        method="in-person",
        proof=f"送达回证{city.documents}",
    )
    return case._replace(then=then)


def stated(city: City, case: Case, *, after: int = 2) -> Part:
    """The organisation states its case at the counter."""
    then = yield at(city.days.later(case.then.date(), after), 14)
    notify.receive_statement(
        city.call(f"{case.department}/officer", then),
        case=case.case,
        text="我单位已于处罚后完成整改，请求不予列入。",
    )
    return case


def heard(city: City, case: Case, *, held: bool) -> Part:
    """A hearing is asked for in time, and held a week later or still to be held."""
    officer = f"{case.department}/officer"
    then = yield at(city.days.later(case.then.date(), 3), 15)
    notify.request_hearing(city.call(officer, then), case=case.case)
    if held:
        then = yield at(city.days.later(case.then.date(), 8), 9)
        notify.hold_hearing(city.call(officer, then), case=case.case, proof="听证笔录一份")
    return case


def waited(city: City, case: Case) -> Part:
    """The window runs out; where its end is not definite the organisation waives it in writing."""
    served = case.then.date()
    if not city.days.is_certain(served, WINDOW):
        then = yield at(city.days.later(served, 4), 16)
        call = city.call(f"{case.department}/officer", then)
        notify.waive_statement(call, case=case.case, proof="放弃陈述申辩和听证声明", hearing=True)
    return case


def decided(city: City, case: Case, outcome: str = "list", *, answer: str = "") -> Part:
    """The reviewer decides, ten working days after service."""
    yield from waited(city, case)
    then = yield at(city.days.later(case.then.date(), 10), 11)
    year = then.year
    decide.decide_designation(
        city.call(f"{case.department}/reviewer", then),
        case=case.case,
        outcome=outcome,
        document=city.document(case.department, year).replace("罚", "列"),
        reasons="事实清楚，证据充分，程序合法。" if outcome == "list" else "情节轻微，已改正。",
        answer=answer,
        way_back="改正并履行义务后，可以申请提前移出；期满自动失效。",
    )
    return case._replace(then=then)


def served(city: City, case: Case) -> Part:
    """The decision reaches the organisation by post, two working days later."""
    then = yield at(city.days.later(case.then.date(), 2), 16)
    serve.serve_letter(
        city.call(f"{case.department}/officer", then),
        of=case.case,
        served_on=then.date(),
        method="post",
        proof=f"EMS {city.documents:06}",
    )
    return case


def unreachable(city: City, whose: Organisation, ground: str, start: date) -> Part:
    """Nobody is there, the post returns the notice, and a public notice is put up."""
    case = yield from proposed(city, whose, ground, start)
    for after, method, reason in ((2, "in-person", "nobody-there"), (5, "post", "returned")):
        then = yield at(city.days.later(start, after), 10, 40)
        serve.fail_service(
            city.call(f"{case.department}/officer", then),
            of=case.case,
            method=method,
            attempted_on=then.date(),
            reason=reason,
            proof=f"送达记录{city.documents}",
        )
    then = yield at(city.days.later(start, 6), 9, 20)
    serve.announce_letter(
        city.call(f"{case.department}/officer", then),
        of=case.case,
        document=city.document(case.department, then.year).replace("罚", "公告"),
        published_on=then.date(),
        proof="部门网站和公告栏",
    )
    return case


def listed(city: City, whose: Organisation, ground: str, start: date) -> Part:
    """From the penalty to the listing, without a statement."""
    case = yield from notified(city, whose, ground, start)
    return (yield from decided(city, case))


def measures(case: Case) -> list[Measure]:
    """The measures that rest on the case, in a fixed order."""
    found = [each for each in states(case.whose.code).values() if isinstance(each, Measure)]
    mine = (each for each in found if any(r.designation == case.case for r in each.rests_on))
    return sorted(mine, key=lambda each: (each.measure, each.department))


def responded(city: City, case: Case, *, silent: int = 0, one_not_applied: bool = True) -> Part:
    """The implementing departments answer within three working days, but for the first few."""
    then = case.then
    waiting = [each for each in measures(case) if not each.answer][silent:]
    for number, measure in enumerate(waiting):
        then = yield at(city.days.later(case.then.date(), 3), 9, 5 + number)
        applies = not (one_not_applied and number == 1 and len(waiting) > 2)
        respond.respond(
            city.call(f"{measure.department}/officer", then),
            task=measure.id,
            answer="apply" if applies else "not_applied",
            reason="" if applies else "本部门目前没有涉及该组织的事项。",
        )
    return case


def reported(city: City, case: Case, *, after: int = 6, silent: int = 0) -> Part:
    """Open tasks are reported as done so many working days later, but for the first few."""
    tasks = [
        (measure.department, task.id)
        for measure in measures(case)
        for task in measure.tasks
        if task.done_on is None
    ]
    for number, (department, task) in enumerate(tasks[silent:]):
        then = yield at(city.days.later(case.then.date(), after), 15, 5 + number)
        call = city.call(f"{department}/officer", then)
        respond.feed_back(call, task=task, proof=f"回执{number + 1}", note="已办理。")
    return case


def court_listed(
    city: City, whose: Organisation, start: date, *, confirmed: bool
) -> Generator[datetime, datetime, Case]:
    """A court's entry arrives, and is or is not yet confirmed by a second officer."""
    name, code = city.authority(COURT)
    city.documents += 1
    number = city.documents
    then = yield at(start, 9, 40)
    record = enter.enter_enforcement_default(
        city.call(f"{COURT}/officer", then),
        organisation=whose.code,
        name=whose.name,
        document=f"（{start.year}）岚01执恢{number}号",
        decided_on=start,
        authority=name,
        authority_code=code,
        basis="《最高人民法院关于公布失信被执行人名单信息的若干规定》第一条",
        duty="支付工程款",
        amount=Decimal("36.8"),
    )
    case = Case(whose, COURT, record, "", then)
    if not confirmed:
        return case
    then = yield at(city.days.later(start, 1), 10)
    opened = transcribe.confirm_transcription(
        city.call(f"{COURT}/reviewer", then),
        record=record,
        ground="enforcement-default/court-listing",
    )
    return case._replace(case=opened, then=then)
