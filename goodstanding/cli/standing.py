"""``goodstanding standing``: the fold, for a day as known at a moment."""

from datetime import datetime
from typing import Any

import click
import msgspec

from goodstanding.catalogue.queries import law
from goodstanding.cli import telling
from goodstanding.cli.effects import effect_document, effect_words
from goodstanding.cli.opening import by, call, day, known, on_the_register
from goodstanding.cli.workday import DAY
from goodstanding.flow.read import StandingTold, read_standing


@click.command("standing")
@click.argument("code")
@click.option("--on", type=DAY, help="The legal day; today without it.")
@click.option("--known-at", help="As known at a moment or @POSITION.")
@by
@telling.as_json
@on_the_register
def command(
    code: str, on: datetime | None, known_at: str | None, department: str, as_json: bool
) -> None:
    """What is held about the organisation CODE, as far as your department may see it."""
    moment = known(known_at)
    found = read_standing(call(department), code=code, on=day(on), known_at=moment)
    document = _document(found, moment)
    telling.tell(document, _words(document), as_json=as_json)


def _document(told: StandingTold, known_at: datetime | int | None) -> dict[str, Any]:
    found = told.standing
    rulebook = law(on=found.on, known_at=known_at).rulebook
    return {
        **msgspec.to_builtins(found),
        "effects": [effect_document(each, rulebook) for each in found.effects],
        "position": told.position,
        "rulebook": told.rulebook,
        "calendar": told.calendar,
    }


def _words(document: dict[str, Any]) -> list[str]:
    name = document["name"] or "(the register has never met it)"
    return [
        f"{document['organisation']} {name} on {document['on']}, as of @{document['position']}",
        *(
            f"  record {each['record_kind']} {each['document']}, {each['decided_on']}:"
            f" {each['state']}{_gone(each)}"
            for each in document["records"]
        ),
        *(
            f"  designation {each['ground']} {each['document']}: {each['state']},"
            f" {each['first_day']} – {each['last_day']}{_gone(each)}"
            for each in document["designations"]
        ),
        *(line for each in document["effects"] for line in effect_words(each)),
    ]


def _gone(each: dict[str, Any]) -> str:
    """What is said where contents were destroyed."""
    gone = each["content_removed"]
    if gone is None:
        return ""
    return f"; content removed on {gone['on']} under {gone['cited']} {gone['document']}".rstrip()
