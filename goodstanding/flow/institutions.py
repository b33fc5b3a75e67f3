"""The credit office registers lenders, insurers and agencies, their people and their clients."""

from goodstanding.catalogue.queries import law as law_on
from goodstanding.departments import clients, institutions, queries
from goodstanding.departments.errors import AgentUnknown
from goodstanding.departments.models import Account, ClientKind, Institution
from goodstanding.flow import policy
from goodstanding.flow.bench import Call
from goodstanding.rules.actors import Scope
from goodstanding.rules.errors import Refusal, refuse, require_none
from goodstanding.rules.identifiers import judge
from goodstanding.rules.rights import Action

MOST = 100


class InstitutionNameMissing(Refusal):
    """The institution has no name. Write it as it is registered, with at most 100 characters."""


class InstitutionKindUnknown(Refusal):
    """There is no kind of institution {kind}. Choose one of the list: {known}."""


def register_institution(call: Call, *, code: str, name: str, kind: str) -> Institution:
    """Register an institution by its own credit code, from today on.

    Raises `Refused` with everything that stands against it; an institution that is registered is
    told apart by its code alone.
    """
    policy.require(call.actor, Action.MANAGE_INSTITUTIONS)
    judged = judge(code)
    known = tuple(law_on(on=call.on, known_at=None).rulebook.grantee_kinds)
    found: list[Refusal] = list(judged.problems)
    if not name.strip() or len(name.strip()) > MOST:
        found.append(InstitutionNameMissing())
    if kind not in known:
        found.append(InstitutionKindUnknown(kind=kind[:40], known=known))
    require_none(found)
    return institutions.register_institution(
        code=judged.code, name=name.strip(), kind=kind, first=call.on
    )


def close_institution(call: Call, *, code: str) -> None:
    """The institution is registered no more from today: its people and clients see nothing new."""
    policy.require(call.actor, Action.MANAGE_INSTITUTIONS)
    institutions.close_institution(code, on=call.on)


def employ(call: Call, *, code: str, login: str) -> None:
    """The account that signs in as ``login`` asks for the institution from today on."""
    policy.require(call.actor, Action.MANAGE_INSTITUTIONS)
    account = Account.objects.filter(login=login.strip()).first()
    if account is None or not account.open_on(call.on):
        refuse(AgentUnknown())
    institutions.employ(account, code, first=call.on)


def issue_token(call: Call, *, code: str, name: str) -> str:
    """A client of the API for the institution; its token is told now and never again."""
    policy.require(call.actor, Action.MANAGE_INSTITUTIONS)
    institutions.institution(code)
    _, token = clients.register_client(
        name=name.strip(),
        kind=ClientKind.INSTITUTION,
        scopes=(Scope.CONSENTS, Scope.RECALLS),
        institution=code,
        first=call.on,
    )
    return token


def read_institutions(call: Call) -> list[Institution]:
    """The institutions registered today, for who registers them and who may give consent to them."""
    policy.require(call.actor, Action.READ_PUBLIC)
    return list(queries.institutions(on=call.on))
