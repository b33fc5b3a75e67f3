"""An organisation listed in 2021 for arrears of wages, by the whole road."""

from datetime import UTC, date, datetime, time

from goodstanding.flow import decide, enter, notify, propose, respond
from goodstanding.flow.bench import Call
from goodstanding.measures.models import Task
from goodstanding.rules.actors import Actor, Role
from tests.rules.penalty_rows import AUTHORITY, code

GROUND = "wage-arrears/refusal-after-order"
HOME, AWAY = "human-resources", "public-resources-trading"
LISTED = date(2021, 3, 3)


def officer(role: Role, on: date, department: str = HOME) -> Call:
    """A step of somebody of a department at noon, in Shanghai."""
    actor = Actor(id=f"o-{department}-{role}", department=department, roles=frozenset({role}))
    return Call(actor=actor, at=datetime.combine(on, time(4), UTC))


def penalised(number: int = 1, on: date = LISTED) -> str:
    """A record of a penalty decided on the day before."""
    return enter.enter_penalty(
        officer(Role.OFFICER, on),
        organisation=code(number),
        name=f"岚港市示例第{number}电子有限公司",
        document=f"岚人社罚〔2021〕{number}号",
        decided_on=date(2021, 3, 2),
        authority="岚港市人力资源和社会保障局",
        authority_code=AUTHORITY,
        basis="《保障农民工工资支付条例》第五十三条",
        conduct="拖欠农民工工资",
        facts="经责令限期支付，逾期未支付。",
        penalty="罚款一万元",
        fine=1,
    )


def listed(number: int = 1, on: date = LISTED, months: int | None = None) -> str:
    """The case, decided on the day; its tender measure is applied by the trading centre."""
    case = propose.propose_designation(
        officer(Role.OFFICER, on),
        organisation=code(number),
        ground=GROUND,
        records=(penalised(number, on),),
    )
    clerk = officer(Role.OFFICER, on)
    notify.serve_notice(clerk, case=case, served_on=on, method="in-person", proof="送达回证 7")
    notify.waive_statement(clerk, case=case, proof="放弃声明 7", hearing=True)
    decide.decide_designation(
        officer(Role.REVIEWER, on),
        case=case,
        outcome="list",
        document=f"岚人社列〔2021〕{number}号",
        reasons="事实清楚，证据充分。",
        months=months,
    )
    task = Task.objects.get(id=f"{case}.tender-exclusion.{AWAY}.respond")
    respond.respond(officer(Role.OFFICER, on, AWAY), task=task.id, answer="apply")
    return case
