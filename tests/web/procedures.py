"""A tender of the home department: taken in before one bidder was listed, at its award now."""

from typing import Any

from goodstanding.flow.enter_bidders import enter_bidders
from goodstanding.flow.next_stage import next_stage
from goodstanding.flow.open_procedure import open_procedure_case
from goodstanding.flow.third_party import Sent, attach_report
from goodstanding.rules.procuring.rule import Opening
from tests.files.evidence import picture
from tests.rules.penalty_rows import code

NUMBER = "岚人社招〔2026〕5号"
#: In the rows of their list: never met, restricted since, and restricted but paused now.
BIDDERS = (code(7), code(1), code(2))


def awarding(city: Any) -> str:
    """The case; one of its bidders is paused since it was asked about last."""
    clerk = "human-resources/officer"
    before, now = city.call(clerk, days=45), city.call(clerk, days=30)
    case = open_procedure_case(
        before,
        Opening(
            procedure="tender",
            number=NUMBER,
            document="招标文件第三章第5条",
            points={"tender-bonus-at-tender": "1.5"},
        ),
    )
    enter_bidders(before, case=case, rows=list(enumerate(BIDDERS, start=2)))
    next_stage(now, case=case, stage="award")
    sent = Sent(
        organisation=BIDDERS[0],
        source="岚港会计师事务所 2026-05 验资报告",
        data=picture(31),
        stated=True,
    )
    attach_report(now, case=case, sent=sent)
    return case
