"""What was listed and is contested, corrected or taken back."""

from goodstanding.cli.demo import cases
from goodstanding.cli.demo.city import City
from goodstanding.cli.demo.days import at
from goodstanding.cli.demo.names import Organisation
from goodstanding.cli.demo.stage import Plot
from goodstanding.disclosure.queries import open_recalls
from goodstanding.flow import acknowledge, contest, decide, enquire, reopen
from goodstanding.flow.answers import Question

ASKED_BY = "public-resources-trading/officer"
Objection = tuple[cases.Case, str]


def stayed(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """An objection is being verified: the record is marked, the measures are stayed."""
    case = yield from carried_out(city, whose, ground, 60 + 5 * n)
    yield from objected(city, case, days_ago=3 + n % 2)


def dismissed(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """The objection was dismissed: exactly the same is in force again."""
    case = yield from carried_out(city, whose, ground, 90 + 5 * n)
    objection = yield from objected(city, case, days_ago=30 + n)
    yield from _ended(city, case, objection, days_ago=24 + n, outcome="dismissed")


def corrected(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """The record said something wrong; it says the right thing now."""
    case = yield from carried_out(city, whose, ground, 100 + 5 * n)
    objection = yield from objected(city, case, days_ago=40 + n)
    document = city.document(case.department, city.days.today.year)
    yield from _ended(
        city, case, objection, days_ago=35 + n, outcome="corrected", document=document
    )


def withdrawn(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """The record was wrong: it is withdrawn, recipients are told, a refused check is reopened.

    Every second one is dealt with; the others are open.
    """
    case = yield from carried_out(city, whose, ground, 90 + 5 * n)
    then = yield at(city.days.ago(50 + n), 9, 30)
    procedure = "procurement" if ground.startswith("food") else "tender"
    if ground == "bid-rigging/procurement-collusion":
        procedure = "procurement"
    asked = enquire.ask(
        city.call(ASKED_BY, then),
        Question(
            code=whose.code, procedure=procedure, case_number=f"岚交易〔{then.year}〕{n + 1}号"
        ),
    )
    objection = yield from objected(city, case, days_ago=20 + n)
    yield from _ended(city, case, objection, days_ago=14 + n, outcome="withdrawn")
    if n % 2:
        then = yield at(city.days.ago(9), 10, n)
        call = city.call(ASKED_BY, then)
        for recall in open_recalls(recipient=call.actor.recipient, record=case.record):
            acknowledge.acknowledge_recall(call, recall=recall.id)
        reopen.conclude_reopening(call, receipt=asked.receipt, outcome="已通知该单位重新参加投标。")


def revoked(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """The listing was revoked for a later reason: from that day on."""
    case = yield from carried_out(city, whose, ground, 150 + 5 * n)
    then = yield at(city.days.ago(10 + n), 16)
    decide.revoke_designation(
        city.call(f"{case.department}/reviewer", then),
        case=case.case,
        reasons="已全面履行义务，情形消除。",
        from_start=False,
    )


def carried_out(city: City, whose: Organisation, ground: str, days_ago: int) -> cases.Part:
    """Listed so many days ago, answered and reported by every department."""
    case = yield from cases.listed(city, whose, ground, city.days.ago(days_ago))
    case = yield from cases.served(city, case)
    case = yield from cases.responded(city, case)
    return (yield from cases.reported(city, case))


def objected(city: City, case: cases.Case, *, days_ago: int) -> Plot:
    """Filed at the counter, and accepted the same afternoon: stayed from that moment."""
    officer = f"{case.department}/officer"
    then = yield at(city.days.ago(days_ago), 9, 50)
    objection = contest.file_objection(
        city.call(officer, then), target=case.record, reason="error", text="记录与事实不符。"
    )
    then = yield at(city.days.ago(days_ago), 14, 20)
    contest.accept_objection(city.call(officer, then), objection=objection)
    return objection


def _ended(
    city: City,
    case: cases.Case,
    objection: str,
    *,
    days_ago: int,
    outcome: str,
    document: str | None = None,
) -> Plot:
    then = yield at(city.days.ago(days_ago), 11, 10)
    contest.decide_objection(
        city.call(f"{case.department}/reviewer", then),
        objection=objection,
        outcome=outcome,
        reasons={
            "dismissed": "经核实，记录无误。",
            "corrected": "文号登记有误，予以更正。",
            "withdrawn": "经核实，原决定认定主体错误。",
        }[outcome],
        document=document,
    )
