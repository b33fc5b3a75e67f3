"""``goodstanding check``: one question, one answer, one receipt."""

from datetime import datetime
from typing import Any

import click
import msgspec

from goodstanding.catalogue.queries import law
from goodstanding.cli import telling
from goodstanding.cli.effects import effect_document, effect_words
from goodstanding.cli.opening import by, call, known, on_the_register
from goodstanding.cli.workday import DAY
from goodstanding.flow import policy
from goodstanding.flow.answers import Answered, Question, answer
from goodstanding.flow.bench import Call
from goodstanding.flow.enquire import ask
from goodstanding.rules.rights import Action


@click.command("check")
@click.argument("code")
@click.argument("procedure")
@click.option("--case", "case_number", default="", help="The number of the case it is asked for.")
@click.option("--on", type=DAY, help="The legal day; today without it.")
@click.option("--known-at", help="As known at a moment or @POSITION: credit office, no receipt.")
@by
@telling.as_json
@on_the_register
def command(
    code: str,
    procedure: str,
    case_number: str,
    on: datetime | None,
    known_at: str | None,
    department: str,
    as_json: bool,
) -> None:
    """May the organisation CODE take part in PROCEDURE? Answered with a receipt."""
    question = Question(
        code=code, procedure=procedure, case_number=case_number, on=on.date() if on else None
    )
    mine, moment = call(department), known(known_at)
    found = _as_known(mine, question, moment) if known_at else ask(mine, question)
    document = answer_document(found, known_at=moment)
    telling.tell(document, _words(document), as_json=as_json)


def _as_known(mine: Call, question: Question, moment: datetime | int | None) -> Answered:
    """What would have been answered then; it is no check, so it leaves no receipt.

    Only who oversees the register may ask: a record since withdrawn may show.
    """
    policy.require(mine.actor, Action.SEE_OVERSIGHT)
    return answer(question, today=mine.on, known_at=moment)


def answer_document(found: Answered, *, known_at: datetime | int | None = None) -> dict[str, Any]:
    """An answer with all it rests on."""
    checked = found.checked
    rulebook = law(on=checked.on, known_at=known_at).rulebook
    return {
        "organisation": found.organisation,
        "identity": msgspec.to_builtins(found.identity),
        "answer": str(checked.answer),
        "act_as": str(checked.act_as),
        "known": checked.known,
        "effects": [effect_document(each, rulebook) for each in checked.effects],
        "receipt": found.receipt or None,
        "position": found.position,
        "rulebook": found.rulebook,
        "calendar": found.calendar,
        "on": checked.on,
    }


def _words(document: dict[str, Any]) -> list[str]:
    acting = "" if document["act_as"] == document["answer"] else f", act as {document['act_as']}"
    unknown = "" if document["known"] else " (the register has never met it)"
    return [
        f"{document['organisation']} on {document['on']}: {document['answer']}{acting}{unknown}",
        *_of_whom(document["identity"]),
        *(line for each in document["effects"] for line in effect_words(each)),
        f"  receipt {document['receipt']}, position @{document['position']}",
    ]


def _of_whom(identity: dict[str, Any]) -> list[str]:
    """Which code stands for which, whether it ended, and why an officer looks."""
    found = []
    if identity["asked"] != identity["code"]:
        found.append(f"  {identity['asked']} is the former code of {identity['code']}")
    if identity["status"] == "ended":
        found.append(f"  ended on {identity['status_since']} ({identity['end_reason']})")
    for each in identity["reviews"]:
        found.append(
            f"  successor of {each['predecessor']} by {each['by']} of {each['on']};"
            f" an officer looks until {each['until']}"
        )
    return found
