"""Places that stand before a name, or in brackets inside it, and say nothing of who it is.

Provinces, the cities a register is most likely to meet, and the city of invented data. What is not
listed is recognised by its last character (市, 县, 区 …); where neither helps, the place stays a
part of the name, and the search still finds by the parts that agree.
"""

import re

_PROVINCES = (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南"
    " 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门"
)
_CITIES = (
    "广州 深圳 珠海 汕头 佛山 韶关 湛江 肇庆 江门 茂名 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州"
    " 揭阳 云浮 石家庄 太原 沈阳 大连 长春 哈尔滨 南京 苏州 无锡 杭州 宁波 温州 合肥 福州 厦门 泉州"
    " 南昌 赣州 济南 青岛 郑州 武汉 长沙 海口 成都 贵阳 昆明 西安 兰州 西宁 呼和浩特 南宁 拉萨 银川"
    " 乌鲁木齐 岚港"
)
_LISTED = sorted((_PROVINCES + " " + _CITIES).split(), key=lambda each: (-len(each), each))
_KINDS = "特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市"
_LISTED_PLACE = re.compile(f"(?:{'|'.join(_LISTED)})(?:{_KINDS})?")
# Not a place: a supermarket, a night market, a residential area, a park …
_NAMED_SO = re.compile(
    "[\u4e00-\u9fff]{2,3}?(?:自治州|自治县|开发区|高新区|街道|(?<![超夜门上都城股闹菜早])市|省|县"
    "|(?<![社小园景校厂库地])区|(?<![小])镇)"
)


def place_at(text: str, start: int) -> int:
    """Where a place that begins at ``start`` ends; ``start`` itself where none begins there."""
    found = _LISTED_PLACE.match(text, start) or _NAMED_SO.match(text, start)
    return found.end() if found else start


def is_place(text: str) -> bool:
    """Whether a text is one place, or several one inside the other, and nothing else."""
    end = 0
    while end < len(text) and (further := place_at(text, end)) > end:
        end = further
    return bool(text) and end == len(text)
