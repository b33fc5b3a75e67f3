"""What the rules that flip an answer are called in the two languages."""

from collections.abc import Mapping

from goodstanding.rules.catalogue.sources import Title
from goodstanding.rules.changes.labels import table

BECAUSE: Mapping[str, Title] = table(
    """
    ground-gone | 不再有该事由 | the ground is gone
    ground-new | 新增事由 | a new ground
    measure-gone | 不再有该措施 | the measure is gone
    measure-new | 新增措施 | a new measure
    pairing-gone | 不再对应该措施 | no longer leads to the measure
    pairing-new | 新对应该措施 | now leads to the measure
    term-shorter | 期限缩短 | a shorter term
    term-longer | 期限延长 | a longer term
    measure-otherwise | 措施的适用事项、部门或性质不同 | the measure bites elsewhere
    review-otherwise | 前身机构的核对期限不同 | predecessors are looked at for another time
    condition-gone | 不再有该持续条件 | the standing condition is gone
    condition-new | 新增持续条件 | a new standing condition
    condition-otherwise | 持续条件的要求不同 | the standing condition asks something else
    """
)
DIRECTIONS: Mapping[str, Title] = table(
    """
    stricter | 更严 | Stricter
    more-favourable | 更有利 | More favourable
    """
)
