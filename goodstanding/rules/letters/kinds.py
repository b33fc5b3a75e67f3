"""The kinds of letters: about which matter, resting on which act, and what is missing before it."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import msgspec

from goodstanding.rules.acts.envelope import Act
from goodstanding.rules.errors import NotFound, Refusal, refuse
from goodstanding.rules.letters import due
from goodstanding.rules.letters.decision import decision
from goodstanding.rules.letters.letter import Letter, Papers
from goodstanding.rules.letters.notice import notice
from goodstanding.rules.letters.outcome import outcome
from goodstanding.rules.states import Designation, Objection


class LetterUnknown(NotFound):
    """There is no letter {letter}; it is one of: {letters}."""


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of letter.

    ``of``: the type of its matter; ``acts``: the acts it may rest on, by kind without version, the
    first of them that there is; ``refusals``: what is missing, told whether the reader serves it.
    """

    of: type[Any]
    acts: tuple[str, ...]
    refusals: Callable[[Any, bool], list[Refusal]]
    write: Callable[[Papers, Any], Letter]

    def rests_on(self, acts: Sequence[Act]) -> Act:
        """The act the letter rests on, among those of its matter."""
        by_kind = {act.header.kind.partition("/")[0]: act for act in acts}
        return next(by_kind[kind] for kind in self.acts if kind in by_kind)


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "notice": Kind(
            of=Designation,
            acts=("notice-served", "designation-proposed"),
            refusals=lambda case, serving: due.notice_refusals(case, serving=serving),
            write=notice,
        ),
        "decision": Kind(
            of=Designation,
            acts=("designation-listed", "designation-dropped"),
            refusals=lambda case, _: due.decision_refusals(case),
            write=decision,
        ),
        "outcome": Kind(
            of=Objection,
            acts=("objection-decided",),
            refusals=lambda objection, _: due.outcome_refusals(objection),
            write=outcome,
        ),
    }
)


def kind_of(letter: str) -> Kind:
    """The kind of that name; refuses `LetterUnknown`."""
    return KINDS.get(letter) or refuse(LetterUnknown(letter=letter, letters=tuple(KINDS)))
