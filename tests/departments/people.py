"""Actors of every kind, as they stand at home and elsewhere."""

from datetime import date

from goodstanding.rules.actors import Actor, Mandate, Power, Role, Scope

FIRST = date(2018, 3, 1)
PASSWORD = "a lantern over the harbour"
CODE = "91449800" + "0" * 10

HOME, AWAY = "tax", "transport"
ORGANISATION, OTHER_ORGANISATION = "1" * 18, "2" * 18
#: A department's client has every scope but the one of institutions outside the administration.
ALL_SCOPES = frozenset(scope.value for scope in Scope if scope is not Scope.CONSENTS)
INSTITUTION = "3" * 18
RECALLS_AND_CHECKS = frozenset({Scope.CHECKS.value, Scope.RECALLS.value})


def _staff(identity: str, department: str, role: Role) -> Actor:
    return Actor(id=identity, department=department, roles=frozenset({role}))


def _client(department: str, *, scopes: frozenset[str], represents: str = "") -> Actor:
    return Actor(
        id="c-1",
        department=department,
        roles=frozenset({Role.CLIENT}),
        represents=frozenset({represents} - {""}),
        scopes=scopes,
        client="c-1",
    )


def _agent(power: Power) -> Actor:
    mandate = Mandate(organisation=ORGANISATION, power=power)
    representative = frozenset({Role.REPRESENTATIVE})
    return Actor(id="o-agent", roles=representative, mandates=frozenset({mandate}))


PEOPLE: dict[str, Actor] = {
    "officer": _staff("o-1", HOME, Role.OFFICER),
    "reviewer": _staff("o-2", HOME, Role.REVIEWER),
    "credit office": _staff("o-3", "credit-office", Role.CREDIT_OFFICE),
    "auditor": _staff("o-4", "", Role.AUDITOR),
    "representative": Actor(
        id="o-5", roles=frozenset({Role.REPRESENTATIVE}), represents=frozenset({ORGANISATION})
    ),
    "department's client": _client(HOME, scopes=ALL_SCOPES),
    "public body's client": _client("", scopes=RECALLS_AND_CHECKS),
    "organisation's client": _client(
        "", scopes=frozenset({Scope.DOSSIER.value}), represents=ORGANISATION
    ),
    "institution": Actor(id="o-7", roles=frozenset({Role.INSTITUTION}), institution=INSTITUTION),
    "institution's client": Actor(
        id="c-2",
        roles=frozenset({Role.CLIENT}),
        scopes=frozenset({Scope.CONSENTS.value, Scope.RECALLS.value}),
        client="c-2",
        institution=INSTITUTION,
    ),
    "visitor": Actor.visitor(),
    "client without scopes": _client(HOME, scopes=frozenset()),
    "agent for remedies": _agent(Power.REMEDIES),
    "agent for reading": _agent(Power.READING),
    "officer of nowhere": _staff("o-6", "", Role.OFFICER),
}


def place(who: str, where: str) -> dict[str, str | None]:
    """What is acted on: the actor's own, somebody else's, nothing said, or nobody's."""
    actor = PEOPLE[who]
    return {
        "at home": {
            "department": actor.department or HOME,
            "organisation": ORGANISATION,
            "recipient": actor.recipient,
        },
        "elsewhere": {
            "department": AWAY,
            "organisation": OTHER_ORGANISATION,
            "recipient": AWAY,
        },
        "not said": {},
        "nowhere": {"department": "", "organisation": "", "recipient": ""},
    }[where]
