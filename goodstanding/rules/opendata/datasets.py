"""The datasets given away: exactly what the public pages show on the day they are made."""

from goodstanding.rules.opendata.columns import (
    ADDRESS,
    DECISION,
    END,
    HASH,
    NOT_AFTER,
    ORGANISATION,
    POSITION,
    RECORD,
    VERSION,
    titled,
)
from goodstanding.rules.opendata.dataset import Column, Dataset, Kind, column, dataset
from goodstanding.rules.record_cells import NARRATIVE

_TOLD = {
    "list_name": ("名单", "List"),
    "honour": ("荣誉", "Honour"),
    "matter": ("事项", "Matter"),
    "conduct": ("违法行为类型", "Conduct"),
    "facts": ("事实", "Facts"),
    "penalty": ("处罚内容", "Penalty"),
    "duty": ("应履行义务", "Duty"),
    "licensed": ("许可内容", "What is licensed"),
    "basis": ("依据", "Legal basis"),
}
_AS_ON_THE_PAGE = (
    "与公开页面所示一致；个人姓名、电话和证件号码已作处理。",
    "As on the public page; persons' names, phones and numbers of papers are masked.",
)


def _told() -> tuple[Column, ...]:
    return tuple(
        column(name, Kind.TEXT, _TOLD[name], _AS_ON_THE_PAGE, required=False) for name in NARRATIVE
    )


RECORDS = dataset(
    "records",
    ("公开记录", "Public records"),
    (
        "行政许可、行政处罚等记录中今日向公众公开的部分。",
        "Licences, penalties and other records, as far as they are public today.",
    ),
    key=("record",),
    columns=(
        *(RECORD, VERSION, *ORGANISATION),
        *titled("kind", "记录种类", "Kind of record"),
        *titled("department", "提供部门", "Supplied by"),
        column(
            "authority",
            Kind.TEXT,
            ("决定机关", "Decided by"),
            ("作出决定的机关。", "The authority that decided."),
        ),
        *DECISION,
        column(
            "adverse",
            Kind.BOOLEAN,
            ("是否不利记录", "Adverse"),
            (
                "是否为对机构不利的决定。",
                "Whether the decision is to the organisation's detriment.",
            ),
        ),
        column(
            "disputed",
            Kind.BOOLEAN,
            ("是否有异议", "Disputed"),
            (
                "异议已受理，正在核查；核查期间依赖它的措施暂停。",
                "An objection is being verified; measures that rest on it are paused meanwhile.",
            ),
        ),
        column(
            "corrected_on",
            Kind.DATE,
            ("更正日期", "Corrected on"),
            ("最近一次更正的日期。", "The day of the last correction."),
            required=False,
        ),
        column(
            "correction",
            Kind.TEXT,
            ("更正理由", "Reason of the correction"),
            ("最近一次更正公开的理由。", "The public reason of the last correction."),
            required=False,
        ),
        *_told(),
        column(
            "public_from",
            Kind.DATE,
            ("公示起始日", "Public from"),
            ("公开的第一日。", "The first day on which it is public."),
        ),
        *END,
    ),
)
RESTRICTIONS = dataset(
    "restrictions",
    ("现行限制措施", "Restrictions in force"),
    (
        "今日生效或暂停的限制措施，每项认定、措施和实施部门一行。守信激励未经机构同意不批量公开，不在其中。",
        "Restrictions in force or paused today, one line for each designation, measure and"
        " department. Advantages are not given away in bulk without the organisation's consent.",
    ),
    key=("record", "measure", "department"),
    columns=(
        *(RECORD, *ORGANISATION),
        *titled("ground", "认定情形", "Ground"),
        *titled("measure", "措施", "Measure"),
        *titled("department", "实施部门", "Carried out by"),
        column(
            "authority",
            Kind.TEXT,
            ("认定机关", "Decided by"),
            ("作出认定的机关。", "The authority that decided."),
        ),
        *DECISION,
        column(
            "state",
            Kind.TEXT,
            ("状态", "State"),
            (
                "in-force 为生效，stayed 为因异议暂停（暂停期间不得适用）。",
                "in-force, or stayed while an objection is verified: it is not applied meanwhile.",
            ),
        ),
        column(
            "first_day",
            Kind.DATE,
            ("起始日", "First day"),
            ("措施的第一日。", "The first day of the measure."),
        ),
        column(
            "basis",
            Kind.TEXT,
            ("依据", "Legal basis"),
            ("措施的法律依据。", "The law the measure is based on."),
            required=False,
        ),
        column(
            "way_back_says",
            Kind.TEXT,
            ("如何退出", "How to leave early"),
            (
                "提前退出的条件（规则目录所载）。到最后一日自动终止。",
                "What to do to leave early, as in the rulebook. It ends by itself on its last day.",
            ),
            required=False,
        ),
        column(
            "rulebook",
            Kind.TEXT,
            ("规则版本", "Rulebook"),
            ("认定所依据的规则版本指纹。", "Fingerprint of the rulebook it was decided under."),
        ),
        *END,
    ),
)
WITHDRAWALS = dataset(
    "withdrawals",
    ("撤下的记录", "Withdrawn records"),
    (
        "已撤下的记录只留编号、日期和理由，供持有副本者删去对应的行；到原公示期满为止。",
        "Of a withdrawn record number, day and reason are left, so that whoever holds a copy drops"
        " its line; until its own publication would have ended.",
    ),
    key=("record",),
    columns=(
        *(RECORD, VERSION),
        column(
            "withdrawn_on",
            Kind.DATE,
            ("撤下日期", "Withdrawn on"),
            ("撤下的日期。", "The day it was withdrawn."),
        ),
        column(
            "was_wrong",
            Kind.BOOLEAN,
            ("自始有误", "Was wrong"),
            (
                "是：自始有误；否：自撤下之日起不再有效。",
                "True: wrong from the start. False: without effect from that day on.",
            ),
        ),
        column(
            "reason",
            Kind.TEXT,
            ("理由", "Reason"),
            ("公开的理由。", "The public reason."),
            required=False,
        ),
        *(NOT_AFTER, ADDRESS, POSITION, HASH),
    ),
)
DATASETS: tuple[Dataset, ...] = (RECORDS, RESTRICTIONS, WITHDRAWALS)
