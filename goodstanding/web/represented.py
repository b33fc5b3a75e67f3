"""The organisations an account acts for, with what it may do and on which days."""

from goodstanding.departments import queries
from goodstanding.departments.models import Account, Representation
from goodstanding.organisations.queries import named


def represented(account: Account) -> list[tuple[Representation, str]]:
    """Every representation of the account, past ones too, with the organisation's name."""
    found = list(queries.representations_of(account))
    names = named(each.organisation for each in found)
    return [(each, names.get(each.organisation, each.organisation)) for each in found]
