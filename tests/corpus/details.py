"""What else of a person stands in the facts of a decision, and words that only look like it."""

from collections.abc import Callable
from random import Random

from tests.corpus import people

Make = Callable[[Random], str]

DETAILS: dict[str, tuple[Make, str]] = {
    "mobile number": (people.mobile, "经查，联系电话{}，已核实。"),
    "mobile number, bare": (people.mobile, "拨打{}核实"),
    "landline": (people.landline, "经查，电话{}，已核实。"),
    "passport": (people.passport, "经查，外籍员工护照号码{}，未办理就业许可。"),
    "legal representative": (people.name, "经查，当事人法定代表人{}，未到场。"),
    "legal representative, is": (people.name, "法定代表人为{}。"),
    "person in charge": (people.name, "现场负责人：{}，陪同检查。"),
    "party, sex": (people.name, "当事人{}（男，汉族），系该店厨师。"),
    "worker": (people.name, "该公司员工{}在二楼作业时坠落受伤。"),
    "worker hurt": (people.name, "事故造成工人{}死亡。"),
    "complainant": (people.name, "接消费者{}投诉，称标签有误。"),
    "Mr": (people.name, "接到{}先生举报。"),
    "Ms": (people.name, "该店由{}女士管理。"),
    "agent": (people.name, "委托代理人{}到场签字。"),
    "begins a clause, does": (people.name, "经询问，{}承认上述事实。"),
    "begins the text, does": (people.name, "{}驾驶叉车作业。"),
    "name alone": (people.name, "另有{}在场。"),
    "name in a list": (people.name, "乘员为李某、{}、王某三人。"),
}
"""How the detail is made and the sentence it stands in; the last two have no word beside them."""

ALONE: dict[str, str] = {
    "alone, by somebody": "该批货物由{}运至仓库。",
    "alone, with somebody": "经与{}核对，数量相符。",
    "alone, two names": "{}和{}二人未取得上岗资格。",
    "alone, between marks": "现场发现三人（{}、{}、{}）在操作。",
    "alone, bought from": "上述商品从{}处购进。",
    "alone, after a colon": "签名：{}",
    "alone, in running words": "车间内{}正在焊接。",
    "alone, of somebody": "扣押了{}的工具一批。",
}
"""Sentences in which names stand by themselves: not masked, to be held for an officer's look."""

_NAMELESS = (
    "法定代表人未到场 负责人在场 经理办公室墙面破损 当事人经营的超市 当事人王牌系列产品 股东会决议"
    " 法定代表人变更登记 当事人自行改正 负责人签字确认 委托代理人到场 现场负责人陪同检查"
    " 当事人高温作业 当事人金额较大 厂长室内 当事人安全生产许可证过期 由员工操作 会计账簿不全"
    " 法定代表人信息未公示 当事人方便面标签 执法人员二人到场 当事人于当日在门店 当事人曾多次因此受罚"
    " 员工宿舍 消费者权益 当事人全部库存 当事人明知 当事人计量器具 学生食堂 车主手册 当事人和供货者"
    " 当事人公开道歉 当事人万元以下 当事人通过网店 当事人包装物 当事人利用职务 当事人连续三日 患者安全"
    " 法定代表人张某某，未到场 投诉人李某"
).split()
PHRASES: dict[str, Make] = {"words beside which no name stands": lambda c: c.choice(_NAMELESS)}
