"""Rows of an invented city for tests of intake: every code is made here, nobody is meant."""

from goodstanding.rules.identifiers import ALPHABET, make
from goodstanding.rules.identity_numbers import check_character

REGION = "449800"
AUTHORITY = make("11", REGION, "00700001")
COURT = make("11", REGION, "00700002")
ASSOCIATION = make("51", REGION, "00700003")
SOURCE = make("11", REGION, "00700003")
TITLES = {
    "CF_XDR_MC": "行政相对人名称",
    "CF_XDR_LB": "行政相对人类别",
    "CF_XDR_SHXYM": "行政相对人代码_1（统一社会信用代码）",
    "CF_FRDB": "法定代表人",
    "CF_FR_ZJLX": "法定代表人证件类型",
    "CF_FR_ZJHM": "法定代表人证件号码",
    "CF_XDR_ZJLX": "证件类型",
    "CF_XDR_ZJHM": "证件号码",
    "CF_WSH": "行政处罚决定书文号",
    "CF_WFXW": "违法行为类型",
    "CF_SY": "违法事实",
    "CF_YJ": "处罚依据",
    "CF_CFLB": "处罚类别",
    "CF_NR": "处罚内容",
    "CF_NR_FK": "罚款金额（万元）",
    "CF_NR_WFFF": "没收违法所得、没收非法财物的金额（万元）",
    "CF_NR_ZKDX": "暂扣或吊销证照名称及编号",
    "CF_JDRQ": "处罚决定日期",
    "CF_YXQ": "处罚有效期",
    "CF_GSJZQ": "公示截止期",
    "CF_CFJG": "处罚机关",
    "CF_CFJGDM": "处罚机关统一社会信用代码",
    "CF_SJLY": "数据来源单位",
    "CF_SJLYDM": "数据来源单位统一社会信用代码",
    "BZ": "备注",
}


def code(number: int, *, prefix: str = "91") -> str:
    """A valid code of the invented region, a different one for each number."""
    body = ""
    for _ in range(6):
        number, rest = divmod(number, len(ALPHABET))
        body = ALPHABET[rest] + body
    return make(prefix, REGION, "MA" + body)


def identity_number() -> str:
    """A number with the shape of a citizen's, of an invented person."""
    first = REGION.replace("4498", "4419") + "19800101" + "999"
    return first + check_character(first)


def penalty(number: int, **changed: str) -> dict[str, str]:
    """A sound row about organisation ``number``, by field code, with the cells ``changed``."""
    row = {
        "CF_XDR_MC": f"岚港市示例第{number}号电子有限公司",
        "CF_XDR_LB": "法人及非法人组织",
        "CF_XDR_SHXYM": code(number),
        "CF_WSH": f"岚市监处罚〔2026〕{number}号",
        "CF_WFXW": "经营标签不符合规定的食品",
        "CF_SY": "经查，当事人于2026年1月销售的预包装食品标签未标明生产日期，货值金额一千二百元。",
        "CF_YJ": "《中华人民共和国食品安全法》第一百二十五条第一款第二项",
        "CF_CFLB": "罚款;没收违法所得",
        "CF_NR": "没收违法所得三百元，并处罚款五千元。",
        "CF_NR_FK": "0.5",
        "CF_NR_WFFF": "0.03",
        "CF_JDRQ": "2026/03/02",
        "CF_YXQ": "2099/12/31",
        "CF_GSJZQ": "2027/03/02",
        "CF_CFJG": "岚港市市场监督管理局",
        "CF_CFJGDM": AUTHORITY,
        "CF_SJLY": "岚港市市场监督管理局",
        "CF_SJLYDM": AUTHORITY,
    }
    return row | changed


def default(number: int, **changed: str) -> dict[str, str]:
    """A sound row of a court's list about organisation ``number``, by field code."""
    row = {
        "ED_NAME": f"岚港市示例第{number}号电子有限公司",
        "ED_CODE": code(number),
        "ED_CASE": f"（2026）岚0001执{number}号",
        "ED_COURT": "岚港市中级人民法院",
        "ED_COURT_CODE": COURT,
        "ED_DECIDED_ON": "2026-03-02",
        "ED_BASIS": "《中华人民共和国民事诉讼法》第二百六十六条",
        "ED_DUTY": "支付货款",
        "ED_AMOUNT": "12.5",
        "ED_PUBLISHED_ON": "2026-03-05",
        "ED_UNTIL": "2028-03-01",
    }
    return row | changed


def listing(number: int, *, prefix: str = "SL", **changed: str) -> dict[str, str]:
    """A sound row of a list that another authority keeps, by field code."""
    row = {
        "NAME": f"岚港市示例第{number}号电子有限公司",
        "CODE": code(number),
        "LIST": "市场监督管理严重违法失信名单" if prefix == "SL" else "经营异常名录",
        "AUTHORITY": "岚港市市场监督管理局",
        "AUTHORITY_CODE": AUTHORITY,
        "DOCUMENT": f"岚市监列〔2026〕{number}号",
        "DECIDED_ON": "2026-03-02",
        "BASIS": "《市场监督管理严重违法失信名单管理办法》第五条",
        "LISTED_ON": "2026-03-05",
        "UNTIL": "2029-03-01",
        "REASON": "生产不符合食品安全标准的食品，受到较重行政处罚。",
    }
    return {f"{prefix}_{name}": text for name, text in row.items()} | changed


def abnormal(number: int, **changed: str) -> dict[str, str]:
    """A sound row of a list of abnormal operation, by field code."""
    return listing(number, prefix="AO", **changed)


def honour(number: int, **changed: str) -> dict[str, str]:
    """A sound row about an honour of organisation ``number``, by field code."""
    row = {
        "HO_NAME": f"岚港市示例第{number}号电子有限公司",
        "HO_CODE": code(number),
        "HO_HONOUR": "岚港市诚信示范单位",
        "HO_AUTHORITY": "岚港市市场监督管理局",
        "HO_AUTHORITY_CODE": AUTHORITY,
        "HO_DOCUMENT": f"岚市监表〔2026〕{number}号",
        "HO_DECIDED_ON": "2026-03-02",
        "HO_BASIS": "《岚港市诚信示范单位评选办法》第三条",
        "HO_UNTIL": "2029-03-01",
        "HO_REASON": "连续五年按期履行合同。",
    }
    return row | changed


def outcome(number: int, *, prefix: str = "IR", **changed: str) -> dict[str, str]:
    """A sound row about a decided result of an inspection or a contract, by field code."""
    row = {
        "NAME": f"岚港市示例第{number}号电子有限公司",
        "CODE": code(number),
        "MATTER": "消防安全检查" if prefix == "IR" else "办公设备采购合同",
        "REFERENCE": f"岚检〔2026〕{number}号",
        "AUTHORITY": "岚港市市场监督管理局",
        "AUTHORITY_CODE": AUTHORITY,
        "DOCUMENT": f"岚市监责改〔2026〕{number}号",
        "DECIDED_ON": "2026-03-02",
        "BASIS": "《中华人民共和国政府采购法》第七十七条",
        "HAPPENED_ON": "2026-02-27",
        "FACTS": "经检查未达到要求，责令限期改正。",
    }
    return {f"{prefix}_{name}": text for name, text in row.items()} | changed


def contract(number: int, **changed: str) -> dict[str, str]:
    """A sound row about a decided breach of a public contract, by field code."""
    return outcome(number, prefix="CP", **changed)


def commitment(number: int, **changed: str) -> dict[str, str]:
    """A sound row about a commitment decided to be broken, by field code."""
    row = outcome(number, prefix="CM") | {
        "CM_MATTER": "三十日内补齐消防验收材料",
        "CM_DOCUMENT": f"岚市监诺〔2026〕{number}号",
        "CM_BASIS": "《广东省社会信用条例》第二十条",
        "CM_KIND": "容缺受理型",
        "CM_MADE_ON": "2026-01-05",
        "CM_DUE_ON": "2026-02-04",
        "CM_FULFILMENT": "未履行",
        "CM_FACTS": "期限届满后经催告仍未补齐材料。",
    }
    return row | changed


def offered(number: int, **changed: str) -> dict[str, str]:
    """A sound row of a list that an association offers, by field code."""
    row = {
        "TL_NAME": f"岚港市示例第{number}号电子有限公司",
        "TL_CODE": code(number),
        "TL_LIST": "会员自律关注名单",
        "TL_SUPPLIER": "岚港市建筑业协会",
        "TL_SUPPLIER_CODE": ASSOCIATION,
        "TL_METHOD": "https://example.org/method",
        "TL_DATED_ON": "2026-03-02",
        "TL_UNTIL": "",
        "TL_REASON": "未按会员公约履行承诺。",
    }
    return row | changed


def licence(number: int, **changed: str) -> dict[str, str]:
    """A sound row about a licence of organisation ``number``, by field code."""
    row = {
        "XK_XDR_MC": f"岚港市示例第{number}号电子有限公司",
        "XK_XDR_LB": "法人及非法人组织",
        "XK_XDR_SHXYM": code(number),
        "XK_XKWS": "食品经营许可证",
        "XK_WSH": f"岚食许〔2026〕{number}号",
        "XK_XKLB": "普通",
        "XK_NR": "预包装食品销售",
        "XK_JDRQ": "2026-03-02",
        "XK_YXQZ": "2026-03-02",
        "XK_YXQZI": "2031-03-01",
        "XK_XKJG": "岚港市市场监督管理局",
        "XK_XKJGDM": AUTHORITY,
        "XK_ZT": "1",
        "XK_LYDW": "岚港市市场监督管理局",
        "XK_LYDWDM": AUTHORITY,
    }
    return row | changed


def wrong_check(number: int) -> str:
    """The code of organisation ``number`` with another check character."""
    right = code(number)
    return right[:17] + ("1" if right[17] != "1" else "2")
