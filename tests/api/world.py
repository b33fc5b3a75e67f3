"""A small invented city behind the API: its law, its people, one organisation to be about."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.http import HttpResponse
from django.test import Client

from goodstanding.catalogue.queries import law
from goodstanding.cli.stories.run import calendar_files
from goodstanding.departments.clients import register_client
from goodstanding.departments.enrol import open_account
from goodstanding.departments.institutions import employ, register_institution
from goodstanding.departments.models import Account, ClientKind
from goodstanding.departments.models.client import SCOPES_OF_KIND
from goodstanding.departments.seeding import SINCE, seed_officers
from goodstanding.files.packs import read_pack
from goodstanding.flow.bench import Call
from goodstanding.flow.govern import activate_rulebook, load_calendar
from goodstanding.rules.actors import Actor, Role, Scope
from goodstanding.rules.commitment.text import text_digest
from goodstanding.wallclock import now, today
from tests.rules.penalty_rows import code, default, penalty

RULEBOOK = Path(__file__).parents[2] / "rulebook"
HOME, AWAY = "housing-construction", "finance"
DEPARTMENTS = (
    *(HOME, AWAY, "credit-office", "intermediate-court", "public-resources-trading"),
    *("market-regulation", "development-reform"),
)
GROUND = "bid-rigging/collusion"
ACME, OTHER, BANK = code(1), code(2), code(801)
PASSWORD = "a lantern over the harbour"
API = "/api/v1"

#: Every kind of caller: a login, a client of the API, or a stranger.
CALLERS = (
    *("officer", "reviewer", "officer elsewhere", "credit office", "auditor"),
    *("representative", "representative of another", "department's client"),
    *("public body's client", "organisation's client", "institution", "institution's client"),
    "visitor",
)
LOGINS = {
    "officer": f"{HOME}/officer",
    "reviewer": f"{HOME}/reviewer",
    "officer elsewhere": f"{AWAY}/officer",
    "credit office": "credit-office/officer",
    "auditor": "auditor",
    "representative": "acme",
    "representative of another": "other",
    "institution": "bank",
}


class Caller:
    """Somebody who calls the API; every answer is JSON or this says so."""

    def __init__(self, client: Client, **headers: str) -> None:
        self.client, self.headers = client, {"accept-language": "en", **headers}

    def get(self, path: str, **query: Any) -> HttpResponse:
        """GET under /api/v1."""
        return self.client.get(API + path, query, headers=self.headers)

    def post(self, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """POST JSON under /api/v1; headers with _ for -."""
        return self.send("POST", path, body, **headers)

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """A write with JSON under /api/v1; headers with _ for -."""
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.generic(
            method,
            API + path,
            data="" if body is None else json.dumps(body),
            content_type="application/json",
            headers={**self.headers, **more},
        )

    def done(self, path: str, body: Any = None, **headers: str) -> dict[str, Any]:
        """POST that must be done; its JSON."""
        response = self.post(path, body, **headers)
        assert response.status_code in (200, 201), response.content.decode()
        return json.loads(response.content)

    def read(self, path: str, **query: Any) -> dict[str, Any]:
        """GET that must be answered; its JSON."""
        response = self.get(path, **query)
        assert response.status_code == 200, response.content.decode()
        return json.loads(response.content)


class World:
    """The law is in force, the people are there; nothing has happened yet."""

    def __init__(self) -> None:
        legislator = Actor(
            id="o-law", department="credit-office", roles=frozenset({Role.CREDIT_OFFICE})
        )
        call = Call(actor=legislator, at=now())
        load_calendar(call, years=calendar_files(RULEBOOK / "calendars"))
        activate_rulebook(call, files=read_pack(RULEBOOK / "packs" / "dongguan-2018"))
        seed_officers(
            DEPARTMENTS, password=PASSWORD, representatives={"acme": ACME, "other": OTHER}
        )
        register_institution(
            code=BANK, name="岚港市汀洲银行股份有限公司", kind="lender", first=SINCE
        )
        employ(open_account(login="bank", password=PASSWORD), BANK, first=SINCE)
        self.tokens = {
            "department's client": _token(
                ClientKind.DEPARTMENT, SCOPES_OF_KIND[ClientKind.DEPARTMENT], department=HOME
            ),
            "public body's client": _token(ClientKind.PUBLIC_BODY, (Scope.CHECKS, Scope.RECALLS)),
            "organisation's client": _token(
                ClientKind.ORGANISATION, (Scope.DOSSIER,), organisation=ACME
            ),
            "institution's client": _token(
                ClientKind.INSTITUTION, (Scope.CONSENTS, Scope.RECALLS), institution=BANK
            ),
        }

    def caller(self, who: str) -> Caller:
        """A caller by its kind (`CALLERS`) or by its login."""
        if who == "visitor":
            return Caller(Client())
        if who in self.tokens:
            return Caller(Client(), authorization=f"Bearer {self.tokens[who]}")
        client = Client()
        client.force_login(Account.objects.get(login=LOGINS.get(who, who)))
        return Caller(client)

    def record(self, number: int = 1, **changed: str) -> str:
        """Enter a penalty of the home department about organisation ``number``."""
        rows = [recent(penalty(number, **changed))]
        return self.caller("officer").done("/intake/penalty", {"rows": rows})["records"][0]

    def promised(self, **more: Any) -> str:
        """A promise of ACME to the home department, public with its consent; returns its id."""
        template = law(on=today(), known_at=None).rulebook.commitment("safe-work")
        body = {
            "template": template.id,
            "department": HOME,
            "due_on": str(today() + timedelta(days=30)),
            "read": text_digest(template),
            "consent": True,
            **more,
        }
        caller = self.caller("representative")
        return caller.done(f"/organisations/{ACME}/promises", body)["id"]

    def proposed(self, record: str, **more: Any) -> str:
        """Propose to designate ACME on a record."""
        body = {"organisation": ACME, "ground": GROUND, "records": [record], **more}
        return self.caller("officer").done("/designations", body)["id"]

    def noticed(self, case: str) -> str:
        """Serve the notice today."""
        served = {"served_on": str(today()), "method": "in-person", "proof": "送达回证 1"}
        self.caller("officer").done(f"/designations/{case}/notice", served)
        return case

    def listed(self, record: str, **more: Any) -> str:
        """By the whole road: proposed, noticed, statement given up in writing, decided."""
        case = self.noticed(self.proposed(record, **more))
        waived = {"waived": True, "hearing_waived": True, "proof": "放弃陈述声明 1"}
        self.caller("officer").done(f"/designations/{case}/statement", waived)
        self.caller("reviewer").done(f"/designations/{case}/decision", DECISION)
        return case

    def repaired(self, record: str) -> str:
        """By the whole road: applied for, taken up, granted; the application's id."""
        asked = {"performed_on": _ago(3), "commitment_on": _ago(1), "text": "已履行。"}
        filed = self.caller("representative").done(f"/records/{record}/repairs", asked)["id"]
        self.caller("officer").done(f"/repairs/{filed}/acceptance")
        self.caller("reviewer").done(f"/repairs/{filed}/decision", {"outcome": "granted"})
        return filed

    def reviewed(self, subject: str) -> str:
        """A review is entered against a record or designation; its id."""
        review = {"kind": "reconsideration", "body": "岚港市人民政府", "document": "岚复1号"}
        return self.caller("officer").done(f"/records/{subject}/proceedings", review)["id"]

    def transcribed(self, number: int = 1) -> str:
        """Enter a court's entry about an organisation, by the court."""
        row = default(number, ED_DECIDED_ON=_ago(30), ED_PUBLISHED_ON="", ED_UNTIL="")
        done = self.caller("intermediate-court/officer").done(
            "/intake/enforcement-default", {"rows": [row]}
        )
        return done["records"][0]


DECISION = {
    "outcome": "list",
    "document": "岚建决〔1〕号",
    "reasons": "事实清楚，证据充分。",
    "way_back": "履行处罚决定后可申请修复。",
}


def recent(row: dict[str, str]) -> dict[str, str]:
    """A penalty's row, decided a month ago whatever the day is, public for as long as the law says."""
    return {**row, "CF_JDRQ": _ago(30), "CF_GSJZQ": ""}


def _ago(days: int) -> str:
    return str(date.fromordinal((today() - timedelta(days=days)).toordinal()))


def _token(kind: ClientKind, scopes: tuple[Scope, ...], **of: str) -> str:
    _, token = register_client(name=kind.label, kind=kind, scopes=scopes, first=SINCE, **of)
    return token
