"""Packs to draft, and the people who draft and approve them."""

from datetime import UTC, date, datetime, time

from goodstanding.flow import dry_runs, govern, legislate
from goodstanding.flow.bench import Call
from goodstanding.rules.actors import Actor, Role
from goodstanding.rules.catalogue import decode
from goodstanding.rules.governing.unsure import unsure
from tests.rules.catalogue.packs import DONGGUAN_FILES, ROOT

START = date(2021, 3, 1)
FIRST = date(2021, 6, 1)
ANNA, BORIS, CLARA = "o-anna", "o-boris", "o-clara"


def call(who: str, on: date = START) -> Call:
    """A step of somebody of the credit office at noon of a day, in Shanghai."""
    roles = frozenset({Role.OFFICER, Role.CREDIT_OFFICE})
    actor = Actor(id=who, department="credit-office", roles=roles)
    return Call(actor=actor, at=datetime.combine(on, time(4), UTC))


def years(*wanted: int) -> dict[str, bytes]:
    """Official calendars as files."""
    folder = ROOT / "rulebook" / "calendars"
    return {f"{year}.yaml": (folder / f"{year}.yaml").read_bytes() for year in wanted}


def version(label: str, first: date = FIRST, **replaced: tuple[str, str]) -> dict[str, bytes]:
    """The pack of Dongguan as another version; ``replaced``: by file, a text and what follows it."""
    files = dict(DONGGUAN_FILES)
    head = files["pack.yaml"].decode()
    head = head.replace("2018.1", label).replace("2018-02-11", first.isoformat())
    files["pack.yaml"] = head.encode()
    for name, (old, new) in replaced.items():
        path = next(each for each in files if each.endswith(f"{name.replace('_', '-')}.yaml"))
        text = files[path].decode()
        assert old in text, (path, old)
        files[path] = text.replace(old, new).encode()
    return files


def acknowledged(files: dict[str, bytes]) -> tuple[str, ...]:
    """Every id an approver of these files has to acknowledge."""
    return tuple(each.id for each in unsure(decode(files)))


def installed(on: date = date(2018, 1, 2)) -> None:
    """The pack and the calendars up to 2021, in an empty register."""
    law = call("o-law", on)
    govern.load_calendar(law, years=years(2018, 2019, 2020, 2021))
    govern.activate_rulebook(law, files=DONGGUAN_FILES)


def reported(files: dict[str, bytes], on: date = START) -> str:
    """A version drafted and run dry by one; returns its digest."""
    digest = legislate.draft_rulebook(call(ANNA, on), files=files)
    dry_runs.report_on(call(ANNA, on), digest=digest)
    return digest


def approved(files: dict[str, bytes], on: date = START) -> str:
    """A version drafted by one and approved by her and another person; returns its digest."""
    digest = reported(files, on)
    for who in (ANNA, BORIS):
        seen = legislate.unsure_of(legislate.draft_of(digest))
        legislate.approve(call(who, on), digest=digest, acknowledged=seen)
    return digest
