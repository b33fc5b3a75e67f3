"""Many checks for one procedure and one case: the bidders of a tender, each with its receipt."""

from collections.abc import Iterable, Iterator
from datetime import date

from goodstanding.flow import policy
from goodstanding.flow.answers import Answered, Question
from goodstanding.flow.bench import Call
from goodstanding.flow.enquire import ask
from goodstanding.rules.effects import Effect
from goodstanding.rules.errors import Refused
from goodstanding.rules.rights import Action

#: What a file of answers says of each organisation.
COLUMNS = (
    *("code", "answer", "act_as", "known", "measures", "documents", "last_day"),
    *("receipt", "position"),
)
#: As many as one list may name.
MOST = 10_000

Screened = Iterator[tuple[int, Answered | Refused]]


def screen(
    call: Call, codes: Iterable[tuple[int, str]], *, procedure: str, case_number: str = ""
) -> Screened:
    """Ask about each code in turn; one that is refused does not stop the others.

    Args:
        codes: with the number of the row each stands in, given back beside its answer.

    Raises `Refused` if the caller may not ask for many at all.
    """
    policy.require(call.actor, Action.SCREEN)
    for row, code in codes:
        question = Question(code=code, procedure=procedure, case_number=case_number)
        try:
            yield row, ask(call, question)
        except Refused as refused:
            yield row, refused


def cells_of(
    *,
    code: str,
    answer: str,
    act_as: str,
    known: bool,
    effects: Iterable[Effect],
    receipt: str,
    position: int,
) -> dict[str, str]:
    """An answer as the cells of a row under `COLUMNS`."""
    told = list(effects)
    last: date | None = max((each.last_day for each in told), default=None)
    return {
        "code": code,
        "answer": answer,
        "act_as": act_as,
        "known": "yes" if known else "no",
        "measures": "; ".join(sorted({each.measure for each in told})),
        "documents": "; ".join(sorted({x for each in told if (x := each.decision.document)})),
        "last_day": last.isoformat() if last else "",
        "receipt": receipt,
        "position": str(position),
    }
