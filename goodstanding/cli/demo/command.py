"""``goodstanding demo``: an invented city, made once; then how to look at it."""

import socket
from datetime import datetime
from typing import Any

import click
from django.conf import settings

from goodstanding import wallclock
from goodstanding.catalogue.queries import calendar
from goodstanding.cli import telling
from goodstanding.cli.bars import bar
from goodstanding.cli.demo import making, mark
from goodstanding.cli.demo.files import staged_file
from goodstanding.cli.demo.honoured import LOGIN
from goodstanding.cli.demo.lenders import BANK
from goodstanding.cli.demo.seekers import AGENT, OF_TWO
from goodstanding.cli.demo.told import addresses
from goodstanding.cli.opendata import make_now
from goodstanding.cli.opening import day, on_the_register
from goodstanding.cli.workday import DAY
from goodstanding.clocks.queries import todo
from goodstanding.departments.models import Account, Representation, RoleGrant
from goodstanding.designations import queries as designations
from goodstanding.organisations.models import Organisation
from goodstanding.register.reading import head
from goodstanding.rules.actors import Role
from goodstanding.rules.errors import Conflict, refuse

#: Login, who that is, what there is to see first.
PEOPLE = (
    ("human-resources/officer", "officer 经办人员", "to-do list, proposals, notices, upload"),
    ("human-resources/reviewer", "reviewer 审核人员", "cases that wait for a decision"),
    ("credit-office/officer", "credit office 信用办", "who is late, recalls"),
    (making.REPRESENTATIVE, "representative 企业代表", "its own record, under objection"),
    ("transport/officer", "officer 经办人员", "a file that waits for half an hour"),
    (OF_TWO, "representative 企业代表", "two organisations: one crowded, one tangled"),
    (LOGIN, "representative 企业代表", "an exemplar that everybody may see"),
    (AGENT, "agent 代理人", "reads for one organisation until a day, and does nothing"),
    (BANK, "bank 银行", "consents of organisations, and consulting by them"),
    ("auditor", "auditor 审计", "who saw and did what, samples, verification"),
)


class PortTaken(Conflict):
    """Something answers on port {port} already; take another one: make demo PORT=8001"""


@click.command("demo")
@click.option("--today", type=DAY, help="Made as on this day; today without it.")
@click.option("--port", envvar="PORT", type=int, help="Where it will be shown; must be free.")
@telling.as_json
@on_the_register
def command(today: datetime | None, port: int | None, as_json: bool) -> None:
    """Make the invented city in an empty register; a second call only says how to look at it."""
    # The server would share a taken port with whoever has it, and each would get half the requests.
    if port and _answers(port):
        refuse(PortTaken(port=port))
    if not mark.must_be_free():
        _make(today)
    document = _document(port or 8000)
    telling.tell(document, _words(document), as_json=as_json)


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _make(today: datetime | None) -> None:
    started = wallclock.now()
    telling.message("Making the invented city 岚港市 …")
    with bar("岚港市") as progress:
        city = making.make(today=day(today), progress=progress)
    addresses(city, at=wallclock.now())
    staged_file(city, city.organisations[:9], at=wallclock.now())
    make_now(settings.OPEN_DATA)
    # What is invented may be played with: every program on this data believes the sandbox's clock.
    (settings.DATA / "sandbox").touch()
    seconds = (wallclock.now() - started).total_seconds()
    telling.message(f"Made in {seconds:.0f} seconds.")


def _document(port: int) -> dict[str, Any]:
    return {
        "address": f"http://127.0.0.1:{port}/",
        "password": making.PASSWORD,
        "people": [
            {"login": login, "who": who, "see": see, "for": _organisation(login)}
            for login, who, see in PEOPLE
        ],
        "idle": _idle(),
        "accounts": Account.objects.count(),
        "organisations": Organisation.objects.count(),
        "acts": head().position,
    }


def _organisation(login: str) -> str | None:
    found = Representation.objects.filter(account__login=login).order_by("pk")
    return ", ".join(each.organisation for each in found) or None


def _idle() -> str | None:
    """An officer of a department that nothing waits for."""
    waiting = todo(on=wallclock.today(), calendar=calendar()).all
    busy = {each.department for each in waiting} | {
        each.department for each in designations.open_cases()
    }
    officers = RoleGrant.objects.filter(role=Role.OFFICER.value).exclude(department__in=busy)
    found = officers.order_by("department").first()
    return f"{found.department}/officer" if found else None


def _words(document: dict[str, Any]) -> list[str]:
    return [
        f"{document['organisations']} invented organisations, {document['acts']} acts.",
        f"Open {document['address']} and sign in; the password is {document['password']}",
        *(
            f"  {each['login']:<26}{each['who']:<24}{each['see']}"
            + (f" ({each['for']})" if each["for"] else "")
            for each in document["people"]
        ),
        *([f"Nothing waits for {document['idle']}."] if document["idle"] else []),
        "Every department has DEPARTMENT/officer and DEPARTMENT/reviewer.",
        f"Its mails lie in {settings.EMAIL_FILE_PATH}; nothing leaves this machine.",
        f"Move its clock forward at {document['address']}sandbox and watch deadlines pass.",
    ]
