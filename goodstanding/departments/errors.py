"""What is refused when accounts are made, granted something, or signed in with."""

from django.db import DatabaseError

from goodstanding.rules.errors import Conflict, Forbidden, NotFound, Refusal


class LoginTaken(Conflict):
    """Another account signs in with this name already."""


class ClientNameTaken(Conflict):
    """Another client of the API has this name already."""


class GrantOverlaps(Conflict):
    """The account has this already on some of these days."""


class ServesAnotherDepartment(Conflict):
    """The account serves another department on some of these days; a role there must end first."""


class ServesAndRepresents(Conflict):
    """Who serves a department cannot act for an organisation on the same day; use two accounts."""


class GrantImpossible(Refusal):
    """This cannot be granted: {rule}."""


class CodeWrong(Forbidden):
    """This code does not fit, or it was used already. Wait for the next one and type that."""


class NotYourOwnAccount(Forbidden):
    """Nobody does this to their own account. Ask a colleague of the credit office."""


class IdentityNotLinked(Forbidden):
    """The identity service knows you, but no account here is linked with you yet. Tell the credit
    office the reference {reference}; it links it with your account."""


class ReferenceUnknown(Refusal):
    """Nobody who waits to be linked has this reference. Ask for the eight characters again."""


class PasswordWrong(Forbidden):
    """The present password is wrong."""


class WrongDays(Refusal):
    """The last day lies before the first. Change one of them."""


class InstitutionTaken(Conflict):
    """An institution with this code is registered already."""


class InstitutionUnknown(NotFound):
    """No institution {code} is registered here."""


class ServesAnInstitution(Conflict):
    """Who works for an institution outside the administration serves no department and represents no
    organisation on the same day; use two accounts."""


class LeaveInThePast(Refusal):
    """These days are over. Leave is entered for today or later."""


class LeaveOverlaps(Conflict):
    """For some of these days somebody stands in already. End that first, or choose other days."""


class AgentInThePast(Refusal):
    """A power is given from today or later, not for days that are over."""


class AgentTooLong(Refusal):
    """An agent is empowered for at most one year at a time: here until {latest} at the latest."""


class AgentUnknown(Refusal):
    """Nobody signs in with this name. Ask your agent for the name exactly as they type it."""


class NotAnAgent(NotFound):
    """This person is no agent of the organisation."""


class NotAColleague(Refusal):
    """Choose another officer or reviewer of the same department."""


class DeputyDiffers(Refusal):
    """This colleague does not have the same role on all of these days. Choose one who has."""


class WorkedOnAlready(Conflict):
    """A colleague works on this already. Ask them, or a reviewer, to hand it over."""


class SignInFailed(Forbidden):
    """The name or the password is wrong."""


class SignInLocked(Forbidden):
    """Too many wrong passwords. Try again after {until}."""


_BY_CONSTRAINT: dict[str, type[Refusal]] = {
    "departments_account_login_key": LoginTaken,
    "departments_apiclient_name_key": ClientNameTaken,
    "a_role_is_granted_once_for_any_day": GrantOverlaps,
    "an_organisation_is_represented_once_on_any_day": GrantOverlaps,
    "an_account_serves_one_department_on_any_day": ServesAnotherDepartment,
    "who_serves_a_department_represents_no_organisation": ServesAndRepresents,
    "departments_institution_pkey": InstitutionTaken,
    "an_account_works_for_one_institution_on_any_day": GrantOverlaps,
    "who_works_for_an_institution_does_nothing_else": ServesAnInstitution,
}


def refusal_of(error: DatabaseError) -> Refusal:
    """The refusal behind a constraint of the database, whose name is its sentence.

    A value that does not even fit its column has no constraint; the database's words must do.
    """
    diagnosis = getattr(error.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None) or ""
    known = _BY_CONSTRAINT.get(name)
    return known() if known else GrantImpossible(rule=name.replace("_", " ") or str(error))
