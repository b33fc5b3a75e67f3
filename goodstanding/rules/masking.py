"""A person's name, phone and papers in what is told of a decision are masked before it is kept.

The texts of a record become public; who worked there, complained or was hurt is no part of it. A
name keeps its surname and 某, as courts publish judgments; numbers give way to a word in brackets.

Method: names are found beside words that stand before or behind names (法定代表人…, …（男), with a
surname of the list, or where one begins a clause and does something (承认, 驾驶 …); phones by their
form; papers by the word before the number. A name that stands alone is not found.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from goodstanding.rules.record_cells import NARRATIVE, SOURCES

TOLD = frozenset(NARRATIVE) - {"basis", "list_name", "honour"}
"""The texts of a record that are masked; a basis, a list and an honour name no persons."""
TOLD_COLUMNS = frozenset(
    code for names in SOURCES.values() for code, name in names.items() if name in TOLD
)

PHONE, PAPERS, SOMEBODY = "〔电话略〕", "〔证件号略〕", "某"

_BEFORE = (
    "法定代表人 法人代表 负责人 经营者 投资人 控制人 股东 厂长 店长 校长 院长 经理 店主 业主 车主"
    " 员工 职工 职员 工人 司机 驾驶员 会计 厨师 教师 医生 护士 代理人 联系人 当事人 死者 伤者"
    " 受害人 举报人 投诉人 消费者 顾客 患者 学生 证人 被询问人 工作人员 从业人员 管理人员"
).split()
_BEHIND = "先生|女士|同志|[（(](?:男|女|身份证|另案)"
_DOES = "承认|陈述|供述|驾驶|称[，：“]|到案|到场|签字|签名|投诉|举报|受伤|死亡|坠落|表示"
_AFTER = (
    r"[，。；、,;.（(）)：:“”\s]|$|先生|女士|到场|到案|投诉|举报|反映|签字|签名|确认|承认|陈述|称[，：“]|表示|"
    "驾驶|受伤|死亡|当场|现场|系(?!列|统)|在(?!建|售|用)|于|因|等|和|及|与|未(?!来)|已"
)
_DOUBLE = "欧阳|司马|上官|诸葛|司徒|东方|令狐|皇甫|尉迟|公孙|慕容|长孙|宇文|夏侯"
# The commoner surnames but those that are oftener another word: 于, 时, 应, 向, 从, 单, 解, 明, 包, 权.
_SINGLE = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚"
    "范彭郎鲁韦昌马苗凤花方俞袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常傅皮卞齐康伍余元卜顾"
    "孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝臧计伏戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江"
    "童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘丁邓洪石崔龚程邢裴陆荣翁荀羊惠甄"
    "曲封芮储靳段焦巴牧谷侯宓蓬班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司黎薄印白怀蒲邰鄂索"
    "赖卓蔺屠蒙池乔阴闻莘翟谭劳姬申扶堵冉宰雍桑桂牛寿边燕冀尚农温庄晏柴瞿阎艾容古易慎戈廖庾终"
    "暨居衡耿满匡寇广禄阙东欧利蔚越隆师巩聂晁敖融冷辛简饶曾沙鞠丰关蒯查荆游竺盖桓公涂肖岳邸任"
)
# Words that begin like a name.
_WORDS = (
    "安全|安装|安排|安置|方便|方式|方法|方面|公开|公示|公告|公司|公章|成本|高度|高温|高空|万元|万余|严重|严格|计算|计量|计划|"
    "金额|钱款|时间|路面|花卉|马路|黄金|温度|平时|平台|平均|国家|古玩|广告|农药|牛奶|许可|许诺|程序|施工|施救|常年|常规|常见|"
    "广东|沙石|查处|查明|查询|容易|居住|居民|印章|印制|关于|关键|关联|强制|强行|强令|卓越|任职|任命|任何|任意|利用|利润|利益|"
    "项目|章程|曾经|易燃|易制|申请|申报|申辩|终止|终身|管理|管道|支付|支出|储存|储备|符合|符号|房屋|房间|石材|林地|田地|水电|"
    "顾客|司机|司法|高管|高级|祖父|祖母|边防|边检|农民|农户|牧民|武警|华商|东方|东家|卫生|于是|"
    "米面|毛利|毛重|皮肤|尚未|尚有|简易|冷藏|冷冻|融资|满意|广泛|东侧|华侨|白天|薄弱|充分|何时|何处|余款|余额|元旦|元整|段落|"
    "管辖|陈述|范围|终结|曾用|曾收|计时|施行|游行"
)
# Characters of which no given name is made, and with which sentences go on.
_NOT_GIVEN = (
    "某的了是不有无未已于在因被将从向对把等为自按经过多次各每该其此款额"
    "品质量法规证件业务司店厂房产备案"
)
_GIVEN = f"(?![{_NOT_GIVEN}])[\u3400-\u9fff]"
BEGINNING = f"[{_SINGLE}上诸令皇尉公慕长宇]"
_FIRST = f"(?={BEGINNING})"  # most characters are none: the rest is then spared
NAME = rf"{_FIRST}(?!{_WORDS})(?P<surname>{_DOUBLE}|[{_SINGLE}])(?:{_GIVEN}){{1,2}}"
"""A surname of the list, and one or two characters of which given names are made."""
# One search for each word: each begins with letters that are looked for fast.
_BESIDE = {
    word: re.compile(rf"(?P<cue>{word}(?:姓名|名叫|[为是系叫])?[:：\s]?){NAME}(?={_AFTER})")
    for word in _BEFORE
}
_BEFORE_A_TITLE = re.compile(rf"(?P<cue>){NAME}(?={_BEHIND})")
_BEGINS = re.compile(rf"(?P<cue>(?<![\u3400-\u9fff])){NAME}(?={_DOES})")
_TITLES = ("先生", "女士", "同志", "男", "女", "身份证", "另案")
_VERBS = ("称", *_DOES.replace("称[，：“]|", "").split("|"))
_LONG_NUMBER = re.compile(r"\d[\d\s()（）－—–-]{5}")
_SHORT = rf"\g<cue>\g<surname>{SOMEBODY}"
_EDGE, _END = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"
_PHONES = (
    re.compile(rf"{_EDGE}(?:(?:\+|00)?86[-\s]?)?1[3-9]\d[-\s]?\d{{4}}[-\s]?\d{{4}}{_END}"),
    re.compile(rf"{_EDGE}(?:[（(]0\d{{2,3}}[）)]|0\d{{2,3}}[-－—–\s])[2-9]\d{{6,7}}{_END}"),
)
_CALLED = re.compile(rf"(电话[:：为是]?\s?)[2-9]\d{{6,7}}{_END}")
_NUMBERED = re.compile(
    r"((?:护照|通行证|居住证|居留证|军官证|警官证|士兵证|台胞证|身份证|驾驶证)(?:号码?|编号)?[:：为是]?\s?)"
    rf"[A-Za-z]{{0,3}}\d{{6,17}}[Xx]?{_END}"
)


def masked(texts: Mapping[str, str]) -> dict[str, str]:
    """The texts of a record by name, those that are told masked; masking twice changes nothing."""
    return {name: mask(text) if name in TOLD else text for name, text in texts.items()}


class _Found(Exception):
    """Something was masked; raised so that the text is not remembered."""


def mask(text: str) -> str:
    """A text without the names, phones and numbers of papers that were found in it."""
    try:
        return _plain(text)
    except _Found as found:
        return str(found)


# Senders repeat what was wrong over thousands of rows.
@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    found = _masked(text)
    if found != text:
        raise _Found(found)
    return text


def _masked(text: str) -> str:
    if _LONG_NUMBER.search(text):
        text = _without_numbers(text)
    for word, name in _BESIDE.items():
        if word in text:
            text = name.sub(_SHORT, text)
    if any(title in text for title in _TITLES):
        text = _BEFORE_A_TITLE.sub(_SHORT, text)
    if any(verb in text for verb in _VERBS):
        text = _BEGINS.sub(_SHORT, text)
    return text


def _without_numbers(text: str) -> str:
    for phone in _PHONES:
        text = phone.sub(PHONE, text)
    text = _CALLED.sub(rf"\1{PHONE}", text)
    if "证" in text or "护照" in text:
        text = _NUMBERED.sub(rf"\1{PAPERS}", text)
    return text
