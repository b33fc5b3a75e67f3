"""One check asked twice: under the law it used, and under a version of it, of the same facts."""

from collections.abc import Iterator

import msgspec

from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.check import Answer, Checked, check
from goodstanding.rules.errors import Refused
from goodstanding.rules.identifiers import require_in_register
from goodstanding.rules.identity import Load, doubts, person_of
from goodstanding.rules.replay.differing import Differing
from goodstanding.rules.replay.flip import Asked, Flip, direction
from goodstanding.rules.replay.laws import Laws, Pair
from goodstanding.rules.replay.supposed import supposed
from goodstanding.rules.replay.told import History, Known, States
from goodstanding.rules.replay.why import why


class Twice(msgspec.Struct, frozen=True, kw_only=True):
    """What came of asking again.

    ``was``: by the law it used; other than the receipt where the asker was told less, or where an
    act came in between. ``now``: by the version; None where it refuses the question, by ``refused``.
    """

    asked: Asked
    was: Answer
    now: Answer | None
    refused: str = ""
    differing: Differing | None = None

    @property
    def flip(self) -> Flip | None:
        """The flip, where the two are not the same."""
        if self.now is None or self.differing is None:
            return None
        told = {name: getattr(self.asked, name) for name in _TOLD}
        return Flip(
            **told,
            was=self.was,
            now=self.now,
            direction=direction(self.was, self.now),
            differing=self.differing,
        )


_TOLD = ("receipt", "organisation", "procedure", "department", "on")


def asked_twice(history: History, laws: Laws) -> Iterator[Twice]:
    """Every check about an organisation, in order of position, asked under both laws.

    The facts are those known at its position, and the decisions among them stand. Only what the law
    makes of them is supposed otherwise; what eases a passage from law to law is left aside.
    """
    again = _Again(history, laws)
    for asked in history.asked:
        yield again.ask(asked)


class _Again:
    """The states of one history, and what they would be under each law, as far as it has come."""

    def __init__(self, history: History, laws: Laws) -> None:
        self._known, self._laws = Known(history), laws
        self._supposed: dict[tuple[str, int], States] = {}
        self._done = 0

    def ask(self, asked: Asked) -> Twice:
        done = self._known.at(asked.position)
        if done != self._done:
            self._done = done
            self._supposed.clear()
        pair = self._laws.pair(asked.rulebook, asked.on)
        return ask_twice(asked, pair, held=self._held(asked), as_if=self._as_if(asked, pair))

    def _held(self, asked: Asked) -> Load:
        return lambda code: self._known.of(code, asked.position)

    def _as_if(self, asked: Asked, pair: Pair) -> Load:
        def load(code: str) -> States:
            key = code, id(pair)
            if key not in self._supposed:
                held = self._known.of(code, asked.position)
                self._supposed[key] = supposed(held, pair.before, pair.after, pair.grounds)
            return self._supposed[key]

        return load


def ask_twice(asked: Asked, pair: Pair, *, held: Load, as_if: Load) -> Twice:
    """One check under both laws.

    Args:
        held: the states under a code as they were known.
        as_if: the same as the version would have left them (`supposed`).
    """
    was = _checked(asked, held, pair.used)
    try:
        require_in_register(asked.organisation, pair.after.classes_in)
        now = was if pair.same else _checked(asked, as_if, pair.after)
    except Refused as refused:
        return Twice(asked=asked, was=was.answer, now=None, refused=refused.refusals[0].code)
    same = was.answer == now.answer
    found = None if same else why(pair, was, now, procedure=asked.procedure)
    return Twice(asked=asked, was=was.answer, now=now.answer, differing=found)


def _checked(asked: Asked, load: Load, rulebook: Rulebook) -> Checked:
    person = person_of(asked.organisation, load)
    doubted = doubts(person, load, procedure=asked.procedure, on=asked.on, rulebook=rulebook)
    return check(
        person.work,
        procedure=asked.procedure,
        on=asked.on,
        rulebook=rulebook,
        known=bool(person.organisations),
        doubts=[each.effect for each in doubted],
    )
