"""Who asks: an officer, an organisation's representative, a client of the API, or a stranger.

An actor is resolved for one day by `departments.queries`; the rules never ask a table who may what.
"""

from enum import StrEnum

import msgspec


class Role(StrEnum):
    """What somebody is to the register; an actor may hold several."""

    OFFICER = "officer"
    REVIEWER = "reviewer"
    CREDIT_OFFICE = "credit-office"
    AUDITOR = "auditor"
    REPRESENTATIVE = "representative"
    CLIENT = "client"
    INSTITUTION = "institution"
    VISITOR = "visitor"


STAFF = frozenset({Role.OFFICER, Role.REVIEWER, Role.CREDIT_OFFICE, Role.AUDITOR})


def institution_recipient(code: str) -> str:
    """The name of an institution outside the administration in the ledger, from its credit code."""
    return f"i-{code}"


class Scope(StrEnum):
    """What a client of the API may be allowed to do; each is granted by name."""

    RECORDS = "records"
    CHECKS = "checks"
    TASKS = "tasks"
    RECALLS = "recalls"
    DOSSIER = "dossier"
    CONSENTS = "consents"


class Power(StrEnum):
    """What an organisation's agent has been empowered to do in its name."""

    READING = "reading"
    REMEDIES = "remedies"


class Mandate(msgspec.Struct, frozen=True, kw_only=True):
    """A limited power to act for one organisation; who acts for it without limit has none."""

    organisation: str
    power: Power


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who asks something of the register on one day.

    ``id`` is opaque (``o-…`` for a person, ``c-…`` for a client) and the only name that acts carry.
    ``department`` is empty for who serves none. ``represents`` are codes of the organisations the
    actor may act for without limit; ``mandates`` are an agent's limited powers. ``institution`` is
    the code of the lender, insurer or agency outside the administration that it asks for.
    ``scopes`` bind a client only; ``client`` is its id. ``recused``: codes of organisations and ids of
    matters on which this person takes no step, by their own declaration.
    """

    id: str
    department: str = ""
    roles: frozenset[Role] = frozenset({Role.VISITOR})
    represents: frozenset[str] = frozenset()
    mandates: frozenset[Mandate] = frozenset()
    scopes: frozenset[str] = frozenset()
    client: str | None = None
    institution: str = ""
    recused: frozenset[str] = frozenset()

    @classmethod
    def visitor(cls) -> "Actor":
        """Somebody who has not signed in."""
        return cls(id="visitor")

    @property
    def signed_in(self) -> bool:
        """Whether the register knows who this is."""
        return self.id != "visitor"

    @property
    def recipient(self) -> str:
        """The name under which the disclosure ledger keeps what this actor was told.

        A department answers for its officers and its clients, an institution outside the
        administration for its people and clients; a public body is known by its client. Empty for a
        visitor, of whom nothing is kept.
        """
        if self.institution:
            return institution_recipient(self.institution)
        return self.department or self.client or (self.id if self.signed_in else "")

    @property
    def organisations(self) -> frozenset[str]:
        """The organisations this actor acts for at all, with or without limit."""
        return self.represents | {mandate.organisation for mandate in self.mandates}

    def acts_for(self, organisation: str, *, power: Power) -> bool:
        """Whether the actor may use ``power`` in the name of ``organisation`` (its code)."""
        if organisation in self.represents:
            return True
        return Mandate(organisation=organisation, power=power) in self.mandates
