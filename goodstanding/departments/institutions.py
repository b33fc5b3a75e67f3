"""Registering institutions outside the administration, their people, and ending both at once."""

from datetime import date

from goodstanding.departments.enrol import told_as_refusals
from goodstanding.departments.errors import InstitutionUnknown
from goodstanding.departments.models import Account, Institution, Membership
from goodstanding.rules.errors import refuse


def register_institution(
    *, code: str, name: str, kind: str, first: date, last: date | None = None
) -> Institution:
    """Register an institution by its own credit code, both days in force.

    ``kind``: an id of the rulebook's kinds of institution. Raises `Refused` with
    `InstitutionTaken` or `GrantImpossible`.
    """
    with told_as_refusals():
        return Institution.objects.create(
            code=code, name=name, kind=kind, granted_from=first, granted_to=last
        )


def close_institution(code: str, *, on: date) -> None:
    """From ``on``, that day included, neither its people nor its clients are known."""
    found = institution(code)
    found.ended_on = max(on, found.granted_from)
    found.save(update_fields=["ended_on"])


def institution(code: str) -> Institution:
    """The institution of that code, whatever the day. Raises `Refused`: `InstitutionUnknown`."""
    found = Institution.objects.filter(pk=code).first()
    return found or refuse(InstitutionUnknown(code=code))


def employ(account: Account, code: str, *, first: date, last: date | None = None) -> Membership:
    """The account asks for the institution, both days in force.

    Raises `Refused` with `InstitutionUnknown`, `GrantOverlaps` or `ServesAnInstitution`.
    """
    found = institution(code)
    with told_as_refusals():
        return Membership.objects.create(
            account=account, institution=found, granted_from=first, granted_to=last
        )


def dismiss(account: Account, *, on: date) -> None:
    """From ``on``, that day included, the account works for no institution."""
    for each in Membership.objects.filter(account=account, ended_on__isnull=True):
        each.ended_on = max(on, each.granted_from)
        each.save(update_fields=["ended_on"])
