"""Histories of listings that are already in force: repaired, disputed, taken back, and revoked."""

from collections.abc import Callable

from tests.invariants.memory import Command, Memory, officer
from tests.invariants.player import CODES, FIRST_DAY, Made, Player

DEPARTMENT = "housing-construction"
LENT = "construction-quality/qualification-lent"
SUBCONTRACTED = "construction-quality/unlawful-subcontracting"
GRAVE = "construction-quality/grave-violation"
#: Which records of three, and whether each suffices: one alone, either of two, two needed, all.
LISTINGS = (
    (SUBCONTRACTED, (0,), False),
    (LENT, (0, 1), True),
    (SUBCONTRACTED, (1, 2), False),
    (GRAVE, (0, 1, 2), True),
)


class Mender(Player):
    """A player who asks for repairs, objects, takes back, and now and then lets time pass."""

    def _movers(self) -> list[Callable[..., Made]]:
        return [
            *[self._repair] * 12,
            *[self._respond] * 6,
            *[self._object] * 2,
            *[self._settle] * 3,
            self._take_back,
        ]


class Litigant(Mender):
    """A player who goes to review and to court, and objects and asks for repairs meanwhile."""

    def _movers(self) -> list[Callable[..., Made]]:
        return [
            *[self._proceed] * 10,
            *[self._repair] * 5,
            *[self._respond] * 6,
            *[self._object] * 3,
            *[self._settle] * 3,
            *[self._take_back] * 2,
        ]


def begin(register: Memory) -> None:
    """Three penalties and four listings on them, every measure applied."""
    records = [_take(register, "enter", organisation=CODES[0], kind="penalty") for _ in range(3)]
    for ground, of, each in LISTINGS:
        args = {"ground": ground, "months": None, "each_suffices": each}
        rests_on = tuple(records[number] for number in of)
        case = _take(
            register, "propose_designation", organisation=CODES[0], records=rests_on, **args
        )
        _take(register, "serve_notice", case=case, served_on=FIRST_DAY, method="post", proof="EMS")
        waived = {"waived_on": FIRST_DAY, "proof": "声明", "hearing": True}
        _take(register, "waive_statement", case=case, **waived)
        decision = {"outcome": "list", "document": "岚决〔1〕号", "reasons": "清楚。"}
        more = {"answer": "", "months": None, "measures": None, "second_reason": "另一义务。"}
        _take(register, "decide_designation", by=2, case=case, **decision, **more)


def _take(register: Memory, step: str, *, by: int = 1, **args) -> str:
    known = set(register.states)
    actor = officer(DEPARTMENT, by)
    register.take(Command(step=step, by=actor, on=FIRST_DAY, args=args))
    return next((id for id in register.states if id not in known and id != CODES[0]), "")
