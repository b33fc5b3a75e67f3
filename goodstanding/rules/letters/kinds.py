"""The kinds of letters: about which matter, resting on which act, and what is missing before it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

import msgspec

from goodstanding.rules.acts.envelope import Act
from goodstanding.rules.errors import NotFound, Refusal, refuse
from goodstanding.rules.letters import due
from goodstanding.rules.letters.ask_again import ask_again
from goodstanding.rules.letters.correction import correction
from goodstanding.rules.letters.decision import decision
from goodstanding.rules.letters.letter import Letter, Papers
from goodstanding.rules.letters.lifted import lifted
from goodstanding.rules.letters.notice import notice
from goodstanding.rules.letters.outcome import outcome
from goodstanding.rules.letters.repair_accepted import repair_accepted
from goodstanding.rules.letters.repair_outcome import repair_outcome
from goodstanding.rules.letters.revocation import revocation
from goodstanding.rules.letters.revocation_notice import revocation_notice
from goodstanding.rules.letters.withdrawal import withdrawal
from goodstanding.rules.states import Designation, Objection, Record, Repair


class LetterUnknown(NotFound):
    """There is no letter {letter}; it is one of: {letters}."""


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    """Who asks and when: ``serving``: somebody of the department the letter comes from."""

    serving: bool
    on: date


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of letter.

    ``of``: the types of its matter; ``acts``: the acts it may rest on, by kind without version, the
    first of them that there is; ``refusals``: what is missing for a reader; ``moves``: it tells how
    things stand today, not how they stood when its act was recorded.
    """

    of: tuple[type[Any], ...]
    acts: tuple[str, ...]
    refusals: Callable[[Any, Reader], list[Refusal]]
    write: Callable[[Papers, Any], Letter]
    moves: bool = False

    def rests_on(self, acts: Sequence[Act]) -> Act:
        """The act the letter rests on, among those of its matter."""
        by_kind = {act.header.kind.partition("/")[0]: act for act in acts}
        return next(by_kind[kind] for kind in self.acts if kind in by_kind)


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "notice": Kind(
            of=(Designation,),
            acts=("notice-served", "designation-proposed"),
            refusals=lambda case, reader: due.notice_refusals(case, serving=reader.serving),
            write=notice,
        ),
        "decision": Kind(
            of=(Designation,),
            acts=("designation-listed", "designation-dropped"),
            refusals=lambda case, _: due.decision_refusals(case),
            write=decision,
        ),
        "lifted": Kind(
            of=(Designation,),
            acts=("designation-ended", "designation-listed", "designation-transcribed"),
            refusals=lambda case, reader: due.lifted_refusals(case, reader.on),
            write=lifted,
            moves=True,
        ),
        "outcome": Kind(
            of=(Objection,),
            acts=("objection-decided",),
            refusals=lambda objection, _: due.outcome_refusals(objection),
            write=outcome,
        ),
        "repair-accepted": Kind(
            of=(Repair,),
            acts=("repair-accepted",),
            refusals=lambda repair, _: due.accepted_refusals(repair),
            write=repair_accepted,
        ),
        "repair-outcome": Kind(
            of=(Repair,),
            acts=("repair-decided",),
            refusals=lambda repair, _: due.repair_refusals(repair),
            write=repair_outcome,
        ),
        "revocation-notice": Kind(
            of=(Repair,),
            acts=("repair-revocation-notified",),
            refusals=lambda repair, _: due.revocation_notice_refusals(repair),
            write=revocation_notice,
        ),
        "revocation": Kind(
            of=(Repair,),
            acts=("repair-revoked",),
            refusals=lambda repair, _: due.revocation_refusals(repair),
            write=revocation,
        ),
        "correction": Kind(
            of=(Record,),
            acts=("record-corrected",),
            refusals=lambda record, _: due.correction_refusals(record),
            write=correction,
        ),
        "withdrawal": Kind(
            of=(Record,),
            acts=("record-withdrawn",),
            refusals=lambda record, _: due.withdrawal_refusals(record),
            write=withdrawal,
        ),
        "ask-again": Kind(
            of=(Record, Designation),
            acts=("record-withdrawn", "designation-ended"),
            refusals=lambda target, _: due.again_refusals(target),
            write=ask_again,
            moves=True,
        ),
    }
)


def kind_of(letter: str) -> Kind:
    """The kind of that name; refuses `LetterUnknown`."""
    return KINDS.get(letter) or refuse(LetterUnknown(letter=letter, letters=tuple(KINDS)))
