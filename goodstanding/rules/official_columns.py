"""The columns of each kind of file, as data: field code, printed header, what becomes of the cell.

Sources: the data items of double publicity of 2018 (NDRC 424) for licences (XK_) and penalties
(CF_), in the spelling of the national site. The other kinds have templates of our own: enforcement
defaults (ED_), lists of abnormal operation (AO_), severe lists (SL_), honours (HO_), results of
contracts (CP_) and of inspections (IR_), commitments (CM_), base registration (RG_), lists that
others offer (TL_). Of a penalty that format tells neither the procedure (CF_CFCX), nor the class of
severity (CF_GSLB), nor the day on which the party was told of the publicity (CF_GSGZ): these are
ours, may be left out.
"""

import unicodedata
from enum import StrEnum

import msgspec

VERSION = "1"
"""Of the templates made from these tables; hidden in every template."""


class Keep(StrEnum):
    """What becomes of a cell: kept; looked at only; never looked at (personal); our own report."""

    KEPT = "kept"
    LOOKED_AT = "looked-at"
    DROPPED = "dropped"
    REPORT = "report"


class Form(StrEnum):
    """How a cell is to be filled in."""

    TEXT = "text"
    CODE = "code"
    DATE = "date"
    AMOUNT = "amount"


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One column: its code, printed header, whether every row needs it, what becomes of it."""

    code: str
    title: str
    required: bool
    keep: Keep
    form: Form
    choices: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


OFFERED_LIST = "third-party-list"
"""No kind of record: the rulebook has none of the name, and a row of it becomes none."""
ORGANISATION_CATEGORY = "法人及非法人组织"
PENALTY_CATEGORIES = tuple(
    "警告 罚款 没收违法所得 没收非法财物 责令停产停业 暂扣许可证 暂扣执照 吊销许可证 吊销执照"
    " 行政拘留 其他 通报批评 降低资质等级 限制开展生产经营活动 责令关闭 限制从业".split()
)
"""The enumeration of 2018, then what the Administrative Penalty Law of 2021, art. 9, added."""
REGISTRATION_STATUSES = ("存续", "歇业", "吊销", "注销")
REGISTRATION_REASONS = tuple("注销 破产 依法撤销 吸收合并 新设合并 存续分立 解散分立".split())
PROCEDURES = ("普通程序", "简易程序")
SEVERITIES = ("轻微", "一般", "严重")
COMMITMENT_KINDS = tuple("主动型 审批替代型 容缺受理型 证明事项型 行业自律型 信用修复型".split())
KEPT, KEPT_IN_PART, BROKEN = "已履行", "部分履行", "未履行"
LICENCE_CATEGORIES = tuple("普通 特许 认可 核准 登记 其他".split())

# code, M(andatory), keep, form, printed headers (the first is ours)
_PARTY = """
{p}XDR_MC     M kept      text 行政相对人名称
{p}XDR_LB     - looked-at text 行政相对人类别
{p}XDR_SHXYM  M kept      code 行政相对人代码_1(统一社会信用代码)|统一社会信用代码|行政相对人代码_1
{p}XDR_GSZC   - looked-at code 行政相对人代码_2(工商注册号)|工商注册号|工商登记码
{p}XDR_ZZJG   - looked-at code 行政相对人代码_3(组织机构代码)|组织机构代码
{p}XDR_SWDJ   - looked-at code 行政相对人代码_4(税务登记号)|税务登记号
{p}XDR_SYDW   - looked-at code 行政相对人代码_5(事业单位证书号)|事业单位证书号
{p}XDR_SHZZ   - looked-at code 行政相对人代码_6(社会组织登记证号)|社会组织登记证号
{f}FRDB       - dropped   text 法定代表人|法定代表人(负责人)|法定代表人姓名
{f}FR_ZJLX    - dropped   text 法定代表人证件类型
{f}FR_ZJHM    - dropped   code 法定代表人证件号码
{f}FR_SFZH    - dropped   code 法定代表人身份证号
{p}XDR_ZJLX   - looked-at text 证件类型|自然人证件类型
{p}XDR_ZJHM   - looked-at code 证件号码|自然人证件号码
"""
_PENALTY = """
CF_WSH        M kept      text 行政处罚决定书文号|行政处罚决定文书号
CF_WFXW       M kept      text 违法行为类型
CF_SY         M kept      text 违法事实
CF_YJ         M kept      text 处罚依据
CF_CFLB       M kept      text 处罚类别
CF_NR         M kept      text 处罚内容
CF_NR_FK      - kept      amount 罚款金额(万元)|罚款金额
CF_NR_WFFF    - kept      amount 没收违法所得、没收非法财物的金额(万元)|没收违法所得、没收非法财物的金额
CF_NR_ZKDX    - kept      text 暂扣或吊销证照名称及编号
CF_JDRQ       M kept      date 处罚决定日期
CF_YXQ        M kept      date 处罚有效期
CF_GSJZQ      - kept      date 公示截止期
CF_CFJG       M kept      text 处罚机关
CF_CFJGDM     M kept      code 处罚机关统一社会信用代码|处罚机关代码
CF_SJLY       M kept      text 数据来源单位
CF_SJLYDM     M kept      code 数据来源单位统一社会信用代码|数据来源单位代码
CF_CFCX       - kept      text 处罚程序
CF_GSLB       - kept      text 公示类别
CF_GSGZ       - kept      date 公示告知日期
BZ            - looked-at text 备注
"""
_LICENCE = """
XK_XKWS       M kept      text 行政许可决定文书名称
XK_WSH        - kept      text 行政许可决定文书号|行政许可决定文书文号
XK_XKLB       M kept      text 许可类别
XK_XKZS       - kept      text 许可证书名称
XK_XKBH       - kept      text 许可编号
XK_NR         M kept      text 许可内容
XK_JDRQ       M kept      date 许可决定日期
XK_YXQZ       M kept      date 有效期自
XK_YXQZI      M kept      date 有效期至
XK_XKJG       M kept      text 许可机关
XK_XKJGDM     M kept      code 许可机关统一社会信用代码|许可机关代码
XK_ZT         - kept      text 当前状态
XK_LYDW       M kept      text 数据来源单位
XK_LYDWDM     M kept      code 数据来源单位统一社会信用代码|数据来源单位代码
BZ            - looked-at text 备注
"""
_DEFAULT = """
ED_NAME         M kept      text 被执行单位名称
ED_CODE         M kept      code 统一社会信用代码
ED_CASE         M kept      text 案号
ED_COURT        M kept      text 执行法院
ED_COURT_CODE   M kept      code 执行法院统一社会信用代码
ED_DECIDED_ON   M kept      date 决定日期
ED_BASIS        M kept      text 认定依据
ED_DUTY         - kept      text 未履行的义务
ED_AMOUNT       - kept      amount 未履行金额(万元)
ED_PUBLISHED_ON - kept      date 发布日期
ED_UNTIL        - kept      date 期限至
"""
_LISTING = """
{p}_NAME           M kept      text 列入单位名称
{p}_CODE           M kept      code 统一社会信用代码
{p}_LIST           M kept      text {list}
{p}_AUTHORITY      M kept      text 列入决定机关
{p}_AUTHORITY_CODE M kept      code 列入决定机关统一社会信用代码
{p}_DOCUMENT       M kept      text 列入决定文书号
{p}_DECIDED_ON     M kept      date 列入决定日期
{p}_BASIS          M kept      text 列入依据
{p}_LISTED_ON      M kept      date 列入日期
{p}_UNTIL          - kept      date 期限至
{p}_REASON         M kept      text 列入原因
"""
_HONOUR = """
HO_NAME           M kept      text 获得荣誉单位名称
HO_CODE           M kept      code 统一社会信用代码
HO_HONOUR         M kept      text 荣誉名称
HO_AUTHORITY      M kept      text 授予机关
HO_AUTHORITY_CODE M kept      code 授予机关统一社会信用代码
HO_DOCUMENT       M kept      text 授予决定文书号
HO_DECIDED_ON     M kept      date 授予日期
HO_BASIS          - kept      text 授予依据
HO_UNTIL          - kept      date 有效期至
HO_REASON         - kept      text 授予理由
"""
_CONTRACT = """
CP_NAME           M kept      text 履约单位名称
CP_CODE           M kept      code 统一社会信用代码
CP_MATTER         M kept      text 合同名称
CP_REFERENCE      M kept      text 合同编号
CP_AUTHORITY      M kept      text 认定机关
CP_AUTHORITY_CODE M kept      code 认定机关统一社会信用代码
CP_DOCUMENT       - kept      text 认定决定文书号
CP_DECIDED_ON     - kept      date 认定决定日期
CP_BASIS          - kept      text 认定依据
CP_HAPPENED_ON    - kept      date 违约日期
CP_FACTS          M kept      text 履行情况
"""
_INSPECTION = """
IR_NAME           M kept      text 被检查单位名称
IR_CODE           M kept      code 统一社会信用代码
IR_MATTER         M kept      text 检查事项
IR_REFERENCE      - kept      text 检查文书编号
IR_AUTHORITY      M kept      text 检查机关
IR_AUTHORITY_CODE M kept      code 检查机关统一社会信用代码
IR_DOCUMENT       - kept      text 处理决定文书号
IR_DECIDED_ON     - kept      date 处理决定日期
IR_BASIS          - kept      text 处理依据
IR_HAPPENED_ON    M kept      date 检查日期
IR_FACTS          M kept      text 检查结果
"""
_COMMITMENT = """
CM_NAME           M kept      text 承诺单位名称
CM_CODE           M kept      code 统一社会信用代码
CM_KIND           M kept      text 承诺类型
CM_MATTER         M kept      text 承诺内容|承诺事项
CM_REFERENCE      - kept      text 承诺书编号
CM_MADE_ON        M kept      date 承诺日期|承诺作出日期
CM_DUE_ON         - kept      date 履行期限至|承诺履行期限
CM_FULFILMENT     M kept      text 履行结果|承诺履行状态
CM_AUTHORITY      M kept      text 认定机关
CM_AUTHORITY_CODE M kept      code 认定机关统一社会信用代码
CM_HAPPENED_ON    M kept      date 认定日期
CM_DOCUMENT       - kept      text 认定决定文书号
CM_DECIDED_ON     - kept      date 认定决定日期
CM_BASIS          - kept      text 认定依据
CM_FACTS          M kept      text 履行情况
"""
_REGISTRATION = """
RG_NAME           M kept      text 机构名称
RG_CODE           M kept      code 统一社会信用代码
RG_NAME_SINCE     - kept      date 名称启用日期
RG_ESTABLISHED_ON M kept      date 成立日期
RG_STATUS         M kept      text 登记状态|经营状态
RG_STATUS_SINCE   - kept      date 状态起始日期
RG_REASON         - kept      text 终止或变更原因|注销原因
RG_CHANGED_ON     - kept      date 终止或变更日期|注销日期
RG_SUCCESSORS     - kept      code 承继机构统一社会信用代码
RG_FORMER_CODE    - kept      code 变更前统一社会信用代码
RG_CODE_SINCE     - kept      date 现代码启用日期
RG_AUTHORITY      M kept      text 登记机关
RG_AUTHORITY_CODE M kept      code 登记机关统一社会信用代码
RG_APPROVED_ON    M kept      date 核准日期
"""
_OFFERED = """
TL_NAME          M kept      text 名单所列单位名称
TL_CODE          M kept      code 统一社会信用代码
TL_LIST          M kept      text 名单名称
TL_SUPPLIER      M kept      text 名单提供单位
TL_SUPPLIER_CODE M kept      code 名单提供单位统一社会信用代码
TL_METHOD        M kept      text 认定办法网址
TL_DATED_ON      M kept      date 名单日期
TL_UNTIL         - kept      date 名单有效期至
TL_REASON        - kept      text 列入说明
"""
REPORT = """
ROW_SENT - report text 原行号
PROBLEM  - report text 问题
CURE     - report text 怎样修改
CODES    - report text 代码
MEANT    - report text 可能的机构
"""
_CHOICES = {
    "CF_XDR_LB": (ORGANISATION_CATEGORY,),
    "XK_XDR_LB": (ORGANISATION_CATEGORY,),
    "CF_CFLB": PENALTY_CATEGORIES,
    "XK_XKLB": LICENCE_CATEGORIES,
    "XK_ZT": ("1", "2"),
    "RG_STATUS": REGISTRATION_STATUSES,
    "RG_REASON": REGISTRATION_REASONS,
    "CF_CFCX": PROCEDURES,
    "CF_GSLB": SEVERITIES,
    "CM_KIND": COMMITMENT_KINDS,
    "CM_FULFILMENT": (KEPT, KEPT_IN_PART, BROKEN),
}


def _column(line: str) -> Column:
    code, mandatory, keep, form, headers = line.split(maxsplit=4)
    title, *aliases = headers.split("|")
    return Column(
        code=code,
        title=title,
        required=mandatory == "M",
        keep=Keep(keep),
        form=Form(form),
        choices=_CHOICES.get(code, ()),
        aliases=tuple(aliases),
    )


def table(*blocks: str) -> tuple[Column, ...]:
    """Columns as they are written above, one a line: code, M or -, keep, form, headers."""
    return tuple(_column(line) for block in blocks for line in block.strip().splitlines())


COLUMNS: dict[str, tuple[Column, ...]] = {
    "penalty": table(_PARTY.format(p="CF_", f="CF_"), _PENALTY, REPORT),
    "licence": table(_PARTY.format(p="XK_", f="XK_"), _LICENCE, REPORT),
    "enforcement-default": table(_DEFAULT, REPORT),
    "abnormal-operation": table(_LISTING.format(p="AO", list="异常名录名称"), REPORT),
    "severe-listing": table(_LISTING.format(p="SL", list="严重失信主体名单名称"), REPORT),
    "honour": table(_HONOUR, REPORT),
    "contract-performance": table(_CONTRACT, REPORT),
    "inspection-result": table(_INSPECTION, REPORT),
    "commitment": table(_COMMITMENT, REPORT),
    "registration": table(_REGISTRATION, REPORT),
    OFFERED_LIST: table(_OFFERED, REPORT),
}
"""Every column that a kind of file may have, in the order of its template."""


def plain(header: str) -> str:
    """A header as it is compared: half width, upper case, without spaces, stars and marks."""
    folded = unicodedata.normalize("NFKC", header).upper()
    for pair in ("【[", "】]", "〔[", "〕]"):
        folded = folded.replace(*pair)
    return "".join(char for char in folded if not char.isspace() and char not in "*:：\ufeff")


BY_NAME: dict[str, dict[str, Column]] = {
    kind: {
        plain(name): column
        for column in columns
        for name in (column.code, column.title, *column.aliases)
    }
    for kind, columns in COLUMNS.items()
}
"""The column behind every way its header may be written, by kind."""


def column_of(header: str, *, kind: str) -> Column | None:
    """The column that a header names, by field code or in Chinese; none if the kind has no such."""
    return BY_NAME[kind].get(plain(header))


def template_columns(kind: str) -> tuple[Column, ...]:
    """The columns of the empty file of a kind: none that is personal, none of the report."""
    personal = ("_ZJLX", "_ZJHM")
    return tuple(
        column
        for column in COLUMNS[kind]
        if column.keep in (Keep.KEPT, Keep.LOOKED_AT) and not column.code.endswith(personal)
    )
