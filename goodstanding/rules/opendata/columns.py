"""The columns that several datasets share, and how each is to be read."""

from goodstanding.rules.opendata.dataset import Column, Kind, column

ORGANISATION = (
    column(
        "organisation",
        Kind.TEXT,
        ("统一社会信用代码", "Unified social credit code"),
        (
            "十八位统一社会信用代码（GB 32100）；数据只涉及机构，不含自然人。",
            "18 characters (GB 32100); lines are about organisations, never natural persons.",
        ),
    ),
    column(
        "organisation_name",
        Kind.TEXT,
        ("机构名称", "Name of the organisation"),
        ("制作本数据时的名称。", "The name borne when the data were made."),
    ),
)
DECISION = (
    column(
        "document",
        Kind.TEXT,
        ("文书号", "Document number"),
        ("决定文书的文号。", "The number of the document of the decision."),
    ),
    column(
        "decided_on",
        Kind.DATE,
        ("决定日期", "Decided on"),
        ("作出决定的日期。", "The day of the decision."),
    ),
    column(
        "decided_elsewhere",
        Kind.BOOLEAN,
        ("由其他机关认定", "Decided elsewhere"),
        (
            "其他机关作出的认定，转录于此；经第二名经办人员确认后才在本市生效。",
            "A listing decided by another authority and transcribed; it has effect here only where"
            " a second officer confirmed it.",
        ),
    ),
)
RECORD = column(
    "record",
    Kind.TEXT,
    ("编号", "Record"),
    (
        "记录或认定的固定编号，永久不变。",
        "The permanent id of the record or designation.",
    ),
)
VERSION = column(
    "version",
    Kind.INTEGER,
    ("版本", "Version"),
    (
        "该记录的第几个版本；更正后版本号增加，旧版本不得再用。",
        "Which version of the record; a correction raises it, and older ones are used no more.",
    ),
)
NOT_AFTER = column(
    "not_after",
    Kind.DATE,
    ("最后一日", "Not after"),
    (
        "该行的最后一日（含）。次日起，任何副本都必须删去该行。",
        "The last day of the line, included. From the next day on every copy drops it.",
    ),
)
POSITION = column(
    "position",
    Kind.INTEGER,
    ("登记册位置", "Position"),
    (
        "产生该行内容的行为在登记册中的位置。",
        "The position in the register of the act that gave the line what it says.",
    ),
)
HASH = column(
    "hash",
    Kind.TEXT,
    ("行哈希值", "Hash of the line"),
    (
        "该行其余各列按列序写成 JSON（无空格，UTF-8，与 JSON lines 文件中的写法相同）后的 SHA-256 值。",
        "SHA-256 of the line's other columns as JSON in the order of the columns, without spaces,"
        " in UTF-8: as they stand in the JSON-lines file.",
    ),
)
ADDRESS = column(
    "address",
    Kind.ADDRESS,
    ("固定网址", "Permanent address"),
    (
        "该行在公开网站上的固定网址；以该网址当时显示的内容为准。",
        "Where the line stands on the public site; what is shown there holds.",
    ),
)
WAY_BACK = column(
    "way_back",
    Kind.ADDRESS,
    ("异议与修复", "The way back"),
    (
        "提出异议的网址；免费，无需代理。",
        "Where to object; free of charge, and no agent is needed.",
    ),
)
END: tuple[Column, ...] = (NOT_AFTER, ADDRESS, WAY_BACK, POSITION, HASH)


def titled(name: str, zh: str, en: str) -> tuple[Column, Column]:
    """An id of the rulebook and its Chinese title beside it."""
    return (
        column(
            name,
            Kind.TEXT,
            (f"{zh}标识", f"{en} (id)"),
            ("规则目录中的固定标识。", "The permanent id in the rulebook."),
        ),
        column(
            f"{name}_title",
            Kind.TEXT,
            (zh, en),
            ("规则目录中的中文名称。", "The title in the rulebook, in Chinese."),
        ),
    )
