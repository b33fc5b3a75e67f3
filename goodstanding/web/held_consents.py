"""The consents an organisation gave and every access under them, as plain tables to take away."""

from typing import Any

from goodstanding.consents import queries
from goodstanding.consents.models import Consent, Pull
from goodstanding.departments.queries import institution_names
from goodstanding.organisations.queries import codes_of
from goodstanding.rules.consent.state import status
from goodstanding.web.opened import class_titles
from goodstanding.web.visit import Visit
from goodstanding.web.wording import STATES

Values = dict[str, Any]


def consents_held(visit: Visit, code: str) -> list[Values]:
    """A line for each consent; days are dates."""
    given = list(queries.of_organisation(organisations=codes_of(code)))
    names = institution_names(each.grantee for each in given)
    return [_consent(visit, each, names.get(each.grantee, each.grantee)) for each in given]


def accesses_held(visit: Visit, code: str) -> list[Values]:
    """A line for each access, the latest first."""
    made = list(queries.pulls_of_organisation(organisations=codes_of(code)))
    names = institution_names(each.grantee for each in made)
    return [_access(visit, each, names.get(each.grantee, each.grantee)) for each in made]


def _consent(visit: Visit, row: Consent, name: str) -> Values:
    return {
        "id": row.id,
        "institution": name,
        "purpose": visit.titles.choices("consent_purposes", [row.purpose])[0][1],
        "product": row.product,
        "classes": "; ".join(class_titles(visit.titles, row.classes)),
        "first_day": row.first_day,
        "last_day": row.last_day,
        "state": STATES[str(status(row, on=visit.today))].word,
    }


def _access(visit: Visit, row: Pull, name: str) -> Values:
    return {
        "at": row.at,
        "institution": name,
        "classes": "; ".join(class_titles(visit.titles, row.classes)),
        "receipt": row.id,
        "id": row.consent,
    }
