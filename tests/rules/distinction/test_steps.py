"""“Not the same as”: every refusal by a table; stated, confirmed, taken back, stated anew."""

from datetime import date

import pytest

from goodstanding.rules.distinct import Distinction
from goodstanding.rules.distinction import steps
from goodstanding.rules.errors import Refused
from goodstanding.rules.legal_person import DatedName, Organisation

DAY = date(2026, 6, 1)
REASONS = "住所不同。"


def organisation(id: str, *names: str) -> Organisation:
    dated = tuple(DatedName(name=each, since=None) for each in names)
    return Organisation(id=id, class_id="enterprise", names=dated)


ONE = organisation("B", "岚港市示例电子有限公司")
OTHER = organisation("A", "岚港市示例电子厂")
FORMER = organisation("C", "海河市示例电子有限公司", "海河市大山食品有限公司")
FAR = organisation("D", "岚港市大山食品有限公司")
STATED = Distinction(
    id="n",
    organisation="A",
    other="B",
    department="finance",
    stated_by="x",
    stated_on=DAY,
    stated_at=1,
)


@pytest.mark.parametrize(
    ("one", "other", "standing", "reasons", "codes"),
    [
        (ONE, OTHER, (), REASONS, ()),
        (OTHER, ONE, (), REASONS, ()),
        (ONE, FORMER, (), REASONS, ()),
        (ONE, ONE, (), REASONS, ("DistinctFromItself",)),
        (ONE, FAR, (), " ", ("NamesNotAlike", "DistinctionReasonsMissing")),
        (ONE, OTHER, (STATED,), REASONS, ("DistinctionStated",)),
    ],
)
def test_stating(one, other, standing, reasons, codes):
    def state():
        return steps.state_distinct(
            one, other, id="n", department="finance", reasons=reasons, standing=standing, on=DAY
        )

    if not codes:
        (act,) = state()
        assert (act.stream, act.effect.other) == steps.pair(one.id, other.id)
        return
    with pytest.raises(Refused) as refused:
        state()
    assert tuple(refused.value.codes) == codes


CONFIRMED = [("confirmed_on", DAY)]
GONE = [*CONFIRMED, ("withdrawn_on", DAY)]


@pytest.mark.parametrize(
    ("changes", "stands", "confirming", "withdrawing"),
    [
        ([], False, [], []),
        (CONFIRMED, True, ["DistinctionConfirmedBefore"], []),
        (
            GONE,
            False,
            ["DistinctionWithdrawnBefore", "DistinctionConfirmedBefore"],
            ["DistinctionWithdrawnBefore"],
        ),
    ],
)
def test_where_it_stands_says_what_can_be_done(changes, stands, confirming, withdrawing):
    values = {name: getattr(STATED, name) for name in STATED.__struct_fields__}
    state = Distinction(**(values | dict(changes)))
    assert state.stands is stands
    assert [type(each).__name__ for each in steps.confirming(state)] == confirming
    assert [type(each).__name__ for each in steps.withdrawing(state)] == withdrawing
