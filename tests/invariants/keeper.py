"""Histories of promises: made, shown, hidden, verified, found kept or broken, taken back."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from goodstanding.rules.actors import Actor
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.commitment.state import OUTCOMES
from goodstanding.rules.states import Commitment, State
from tests.invariants.memory import officer, representative
from tests.invariants.player import Made, Player, _all


class Keeper(Player):
    """A player who promises, and objects to, takes back and has repaired what was found broken."""

    def __init__(self, rulebook: Rulebook) -> None:
        super().__init__(rulebook)
        self._templates = list(rulebook.commitments.values())

    def _movers(self) -> list[Callable[..., Made]]:
        return [
            *[self._promise] * 16,
            self._enter,
            *[self._object] * 2,
            *[self._settle] * 2,
            *[self._take_back] * 2,
        ]

    def _promise(self, rng: Random, on: date, code: str, states: Mapping[str, State]) -> Made:
        """Promises are made, shown and hidden, looked at, found kept or broken, and taken back."""
        if code not in states:
            return self._enter(rng, on, code, states)
        promised = [s for s in _all(states, Commitment) if s.withdrawn_on is None]
        if not promised or rng.random() < 0.2:
            template = rng.choice(self._templates)
            due_on = on + timedelta(days=rng.choice((-1, 3, 20, 60, 900)))
            args: dict[str, Any] = {
                "organisation": code,
                "template": template.id,
                "department": rng.choice((*template.departments, "tax")),
                "due_on": due_on,
                "consent": rng.random() < 0.5,
                "matter": rng.choice(("", "某事项")),
            }
            return "make_promise", representative(code), args
        return self._go_on_promised(rng, rng.choice(promised), representative(code))

    def _go_on_promised(self, rng: Random, found: Commitment, own: Actor) -> Made:
        of = {"promise": found.id}
        first, second = officer(found.department, 1), officer(found.department, 2)
        outcome = rng.choice(OUTCOMES)
        shown = {"shown": not found.consented}
        again = "broken" if rng.random() < 0.7 else outcome
        find = ("find_promise", rng.choice((second, second, first)), of | {"outcome": again})
        over: list[tuple[str, Actor, dict[str, Any]]] = [
            *[("follow_breach", second, of | {"what": "advantage-ends"})] * 2,
            ("take_back_finding", rng.choice((first, second, second)), of),
        ]
        running: list[tuple[str, Actor, dict[str, Any]]] = [
            ("verify_promise", first, of | {"seen": again}),
            *[("notify_breach", first, of)] * 2,
            ("answer_breach", own, of | {"waived": rng.random() < 0.5}),
            *[find] * 2,
        ]
        always = [*[("show_promise", own, of | shown)] * 4, ("withdraw_promise", own, of)]
        likely = over if found.finding else running
        return rng.choice([*likely * 3, *over, *running, *always])
