"""Which answers can a check for a procedure give at all, by what the rulebook says?"""

from collections.abc import Iterator
from datetime import date

from goodstanding.rules.catalogue.model import Measure
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.check import PRECEDENCE, Answer


def measures_of(rulebook: Rulebook, procedure: str, *, on: date) -> tuple[Measure, ...]:
    """The measures that a check for the procedure shows, and that some ground leads to on a day."""
    led_to = {
        pairing.measure
        for ground in rulebook.grounds
        for pairing in rulebook.pairings_of(ground, on)
    }
    return tuple(
        each
        for each in rulebook.measures.values()
        if procedure in each.procedures and each.id in led_to and each.in_force.holds_on(on)
    )


def may_answer(rulebook: Rulebook, procedure: str, *, on: date) -> tuple[Answer, ...]:
    """The answers that are possible on a day, weakest first: without a measure always ``clear``.

    Args:
        procedure: an id of the catalogue, for example ``tender``.

    Raises:
        Refused: the procedure is not in the catalogue.
    """
    rulebook.procedure(procedure)
    possible = {Answer.CLEAR, *_given_by(measures_of(rulebook, procedure, on=on))}
    return tuple(each for each in PRECEDENCE if each in possible)


def _given_by(measures: tuple[Measure, ...]) -> Iterator[Answer]:
    senses = {each.sense for each in measures}
    if "advantage" in senses:
        yield Answer.ADVANTAGE
    if "burden" in senses:
        yield Answer.RESTRICTED
    if senses:
        # An effect of either sense can be paused while an objection is verified, or be in doubt.
        yield from (Answer.STAYED, Answer.REVIEW)
