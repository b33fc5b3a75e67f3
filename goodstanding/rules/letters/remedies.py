"""The remedies a letter names, each with its own clock: reconsideration and the court."""

from datetime import date

import msgspec

from goodstanding.rules.letters.letter import Papers
from goodstanding.rules.letters.terms import Term, term
from goodstanding.rules.service.terms import COURT, RECONSIDERATION


class Remedies(msgspec.Struct, frozen=True, kw_only=True):
    """Both terms, counted from service of the letter; none where no rulebook says."""

    reconsideration: Term | None
    court: Term | None


def remedies(papers: Papers, on: date) -> Remedies:
    """The terms of the two remedies on the day of the decision.

    Source: administrative reconsideration law art. 20, administrative litigation law art. 46.
    """
    return Remedies(
        reconsideration=term(papers, RECONSIDERATION, on), court=term(papers, COURT, on)
    )
