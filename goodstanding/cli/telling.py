"""What a command says: one JSON document or words on standard output, the rest on standard error."""

import sys
from collections.abc import Iterable
from typing import Any

import click
import msgspec
from django.apps import apps
from django.utils.translation import gettext

from goodstanding.rules.catalogue.problems import PackProblem
from goodstanding.rules.errors import Refusal, Refused
from goodstanding.rules.persons import IDENTITY_KINDS, findings

DONE, REFUSED, USAGE, IN_PART = 0, 1, 2, 3
HIDDEN = "…"

as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


def tell(document: Any, words: Iterable[str], *, as_json: bool) -> None:
    """Print the answer: the document as JSON, or the same in words."""
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(document), indent=2).decode())
        return
    for line in words:
        click.echo(line)


def message(text: str) -> None:
    """Tell something that is not the answer."""
    click.echo(text, err=True)


def tell_refused(refused: Refused, *, as_json: bool) -> None:
    """Every refusal with its code, on standard error; as JSON on standard output if asked for."""
    told = [said(refusal) for refusal in refused.refusals]
    for each in told:
        place = f"{each['file']}, {each['place']}: " if "file" in each else ""
        message(f"{place}{each['code']}: {each['sentence']} {each.get('cure', '')}".rstrip())
    if as_json:
        tell({"refusals": told}, (), as_json=True)


def said(refusal: Refusal) -> dict[str, str]:
    """A refusal as code and sentence, in the reader's language; of a pack, also file, place, cure."""
    told = {"code": refusal.code, "sentence": sentence(refusal.template(), refusal.shown())}
    if isinstance(refusal, PackProblem):
        told |= {name: refusal.shown()[name] for name in ("file", "place")}
        told["cure"] = sentence(refusal.cure, refusal.shown())
    return told


def sentence(template: str, fields: dict[str, str]) -> str:
    """A sentence in the reader's language with its fields filled in, persons' numbers hidden."""
    harmless = {name: hidden(text) for name, text in fields.items()}
    return (gettext(template) if apps.ready else template).format(**harmless)


def hidden(text: str) -> str:
    """The text, unless a person's number stands in it: no answer repeats one."""
    return HIDDEN if any(each.kind in IDENTITY_KINDS for each in findings(text)) else text


def is_terminal() -> bool:
    """Whether a person watches: only then does a bar move."""
    return sys.stderr.isatty()
