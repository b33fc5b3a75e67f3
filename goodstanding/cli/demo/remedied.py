"""What was put right and repaired, verified for longer, or stayed by a review body or a court."""

from goodstanding.cli.demo import cases
from goodstanding.cli.demo.city import City
from goodstanding.cli.demo.days import at
from goodstanding.cli.demo.names import Organisation
from goodstanding.cli.demo.stage import Plot
from goodstanding.cli.demo.taken_back import carried_out, objected
from goodstanding.flow import contest, proceed, repair, revoke_repair

#: Repair does not shorten what a law fixes in years: of these it may be asked for.
WAGES = "wage-arrears/refusal-after-order"


def repair_waits(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """Applied for and taken up: it waits for another officer's decision."""
    case = yield from carried_out(city, whose, WAGES, 150 + n)
    yield from _taken_up(city, case, days_ago=4)


def repaired(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """Granted: nothing of it has effect any more, and departments lift."""
    case = yield from carried_out(city, whose, WAGES, 200 + n)
    yield from _granted(city, case, days_ago=30 + n)


def repair_refused(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """Refused on a ground, with reasons; everything stays."""
    case = yield from carried_out(city, whose, WAGES, 180 + n)
    applied = yield from _taken_up(city, case, days_ago=25)
    then = yield at(city.days.ago(20), 15, 10)
    repair.decide_repair(
        city.call(f"{case.department}/reviewer", then),
        repair=applied,
        outcome="refused",
        ground="duty-not-performed",
        reasons="仍有部分工资未支付。",
    )


def repair_revoked(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """Granted on a false paper: after notice and answer the rest of the term is in force again."""
    case = yield from carried_out(city, whose, WAGES, 220 + n)
    applied = yield from _granted(city, case, days_ago=60)
    then = yield at(city.days.ago(30), 10, 40)
    revoke_repair.notify_revocation(
        city.call(f"{case.department}/officer", then),
        repair=applied,
        ground="false-papers",
        facts="提交的付款凭证系伪造。",
        method="in-person",
        proof="送达回证",
    )
    then = yield at(city.days.ago(27), 9, 30)
    revoke_repair.answer_revocation(
        city.call(f"{case.department}/officer", then), repair=applied, text="无异议。"
    )
    then = yield at(city.days.ago(20), 16, 10)
    revoke_repair.revoke_repair(
        city.call(f"{case.department}/reviewer", then),
        repair=applied,
        reasons="修复申请所附凭证虚假。",
    )


def extended(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """An objection whose verification another officer extended, and why."""
    case = yield from carried_out(city, whose, ground, 70 + n)
    objection = yield from objected(city, case, days_ago=1)
    then = yield at(city.days.ago(1), 16, 40)
    contest.extend_objection(
        city.call(f"{case.department}/reviewer", then),
        objection=objection,
        reasons="需向外地机关调取原始材料。",
    )


def stayed_by_court(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """A court stays the decision: one until its judgement, the other to a day."""
    case = yield from carried_out(city, whose, ground, 90 + n)
    suit = yield from _opened(city, case, subject=case.record, days_ago=12, number=n + 1)
    then = yield at(city.days.ago(9), 11, 20)
    proceed.order_stay(
        city.call(f"{case.department}/officer", then),
        proceeding=suit,
        document=f"岚行停〔{then.year}〕{n + 1}号",
        last_day=city.days.ago(-40) if n % 2 else None,
    )


def annulled(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """Annulled on review: paused at once; one is taken back, the other waits for its department."""
    case = yield from carried_out(city, whose, ground, 110 + n)
    suit = yield from _opened(city, case, subject=case.record, days_ago=30, number=n + 11)
    then = yield at(city.days.ago(2 + 8 * n), 10, 50)
    reviewer = f"{case.department}/reviewer"
    proceed.decide_proceeding(
        city.call(reviewer, then),
        proceeding=suit,
        outcome="annulled",
        document=f"岚复决〔{then.year}〕{n + 11}号",
        reasons="主要事实不清，证据不足。",
    )
    if n % 2:
        then = yield at(city.days.ago(8), 15, 30)
        contest.withdraw_record(
            city.call(reviewer, then),
            record=case.record,
            as_wrong=True,
            reasons="原处罚决定经行政复议撤销。",
        )


def upheld(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """A court upheld the designation; it went on all the time."""
    case = yield from carried_out(city, whose, ground, 130 + n)
    suit = yield from _opened(city, case, subject=case.case, days_ago=60, number=n + 21)
    then = yield at(city.days.ago(10), 14, 40)
    proceed.decide_proceeding(
        city.call(f"{case.department}/reviewer", then),
        proceeding=suit,
        outcome="upheld",
        document=f"岚行判〔{then.year}〕{n + 21}号",
        reasons="认定事实清楚，适用法律正确。",
    )


def _opened(city: City, case: cases.Case, *, subject: str, days_ago: int, number: int) -> Plot:
    then = yield at(city.days.ago(days_ago), 10, 10)
    review = number in (11, 12)
    return proceed.open_proceeding(
        city.call(f"{case.department}/officer", then),
        subject=subject,
        kind="reconsideration" if review else "litigation",
        body="岚港市人民政府" if review else "岚港市第一人民法院",
        document=f"岚{'复' if review else '行初'}〔{then.year}〕{number}号",
    )


def _granted(city: City, case: cases.Case, *, days_ago: int) -> Plot:
    applied = yield from _taken_up(city, case, days_ago=days_ago)
    then = yield at(city.days.ago(days_ago - 5), 15, 20)
    repair.decide_repair(
        city.call(f"{case.department}/reviewer", then), repair=applied, outcome="granted"
    )
    return applied


def _taken_up(city: City, case: cases.Case, *, days_ago: int) -> Plot:
    """Filed at the counter with everything performed, and taken up the next day."""
    officer = f"{case.department}/officer"
    then = yield at(city.days.ago(days_ago), 9, 40)
    call = city.call(officer, then)
    applied = repair.file_repair(
        call,
        target=case.record,
        performed_on=call.on,
        commitment_on=call.on,
        text="工资和罚款已全部付清，附付款凭证和信用承诺书。",
    )
    then = yield at(city.days.ago(days_ago - 1), 10, 5)
    repair.accept_repair(city.call(officer, then), repair=applied)
    return applied
