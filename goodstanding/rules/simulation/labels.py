"""What the changes of a dry run are called in the two languages."""

from collections.abc import Mapping

from goodstanding.rules.catalogue.sources import Title
from goodstanding.rules.changes.labels import table

KINDS: Mapping[str, Title] = table(
    """
    effect-ends | 不再生效的措施 | Effects that end
    effect-begins | 恢复生效的措施 | Effects that begin again
    effect-shorter | 提前到期的措施 | Effects that end earlier
    effect-longer | 延后到期的措施 | Effects that end later
    lift-due | 当日应办理的解除 | Lifts that fall due
    answer-moot | 不必再答复的任务 | Answers nobody waits for any more
    publication-ends | 公示期届满的记录 | Records whose publication ends
    publication-shorter | 公示期缩短的记录 | Records that are public for a shorter time
    value-re-resolved | 将改写的最后一日 | Last days that are written anew
    """
)

WHY: Mapping[str, Title] = table(
    """
    term-shorter | 期限缩短 | a shorter term
    ground-ended | 事由终止 | the ground has ended
    measure-ended | 措施终止 | the measure has ended
    pairing-ended | 对应关系终止 | the pairing has ended
    basis-ended | 依据失效 | a basis has ended
    carried-longer | 依据延续 | the law carries it longer
    """
)

CAUSES: Mapping[str, Title] = table(
    """
    waiting | 尚待写入 | still to be written
    acts-between | 其间另有行为记入 | acts were recorded in between
    law-between | 其间另有版本或日历启用 | another version or calendar came in between
    unexplained | 没有任何行为可以解释 | nothing explains it
    """
)
