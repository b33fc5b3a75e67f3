"""``goodstanding rulebook lint``: every problem of a pack, or everything in it still to confirm."""

from pathlib import Path
from typing import Any

import click
import msgspec

from goodstanding.cli import rulebook_files, telling
from goodstanding.rules.catalogue import Problem, ToConfirm, to_confirm
from goodstanding.rules.catalogue.pack import json_schema
from goodstanding.rules.governing.unsure import unsure


@click.command("lint")
@click.argument("path", required=False)
@click.option("--to-confirm", "doubts", is_flag=True, help="List what is still to be confirmed.")
@telling.as_json
def command(path: str | None, doubts: bool, as_json: bool) -> int:
    """Every problem of the pack at PATH (folder or name), or of all packs: place and cure.

    A pack that amends another is judged together with it.
    """
    named = [path] if path else [str(each) for each in rulebook_files.packs()]
    if doubts:
        return _tell_doubts(named, as_json=as_json)
    found = [(Path(name).name, each) for name in named for each in rulebook_files.problems(name)]
    document = {
        "packs": [Path(name).name for name in named],
        "problems": [{"pack": pack, **_fields(each)} for pack, each in found],
    }
    words = [_problem(pack, each) for pack, each in found]
    telling.tell(document, words or ["No problems."], as_json=as_json)
    return telling.REFUSED if found else telling.DONE


@click.command("schema")
def schema() -> None:
    """The JSON Schema of a pack file, for editors: what rulebook/schema/pack.json holds."""
    click.get_binary_stream("stdout").write(json_schema())


def _tell_doubts(named: list[str], *, as_json: bool) -> int:
    """What is to be confirmed is no problem: the pack can be used, and says so."""
    found = [
        (Path(name).name, each, _key(each) in burdening)
        for name in named
        for rulebook in [rulebook_files.rulebook(name)]
        for burdening in [{rule.id for rule in unsure(rulebook)}]
        for each in to_confirm(rulebook)
    ]
    document = {
        "packs": [Path(name).name for name in named],
        "to_confirm": [{"pack": p, **_fields(each), "burdens": b} for p, each, b in found],
    }
    words = [_doubt(pack, each, burdens=burdens) for pack, each, burdens in found]
    telling.tell(document, words or ["Nothing is to be confirmed."], as_json=as_json)
    return telling.DONE


def _fields(each: Problem | ToConfirm) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(each)
    return fields


def _problem(pack: str, each: Problem) -> str:
    return f"{pack}/{each.file}, {each.place}: {each.code}: {each.sentence} {each.cure}"


def _key(each: ToConfirm) -> str:
    """The id under which approvers acknowledge the rule."""
    return f"{each.section}/{each.id}".replace(" with ", "/")


def _doubt(pack: str, each: ToConfirm, *, burdens: bool) -> str:
    place = f"{pack}: {each.section} {each.id}" + (f", {each.path}" if each.path else "")
    title = f" ({each.title.zh} / {each.title.en})" if each.title else ""
    burden = " It may burden the organisation: approvers acknowledge it." if burdens else ""
    return f"{place}{title}.{_number(each)}{burden}"


def _number(each: ToConfirm) -> str:
    """The number that applies meanwhile, and why that one."""
    if each.value is None:
        return ""
    better = {
        "longer": " Longer favours the organisation.",
        "shorter": " Shorter favours the organisation.",
    }.get(each.favours or "", " Which direction favours the organisation is not said.")
    among = f" of {', '.join(map(str, each.candidates))}" if each.candidates else ""
    return f" From {each.since}: {each.value}{among} ({each.unit}).{better}"
