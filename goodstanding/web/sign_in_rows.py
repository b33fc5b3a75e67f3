"""Rows of the log of sign-ins as pages show them."""

from collections.abc import Iterable, Mapping
from typing import Any

from goodstanding.departments.models import SignIn
from goodstanding.web.account_words import MEANS, OUTCOMES


def sign_in_rows(found: Iterable[SignIn], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """When, how it went, by what; ``names`` are the accounts' where a page shows several."""
    return [
        {
            "at": each.at,
            "state": OUTCOMES[each.outcome],
            "means": MEANS[each.means],
            "account": each.account_id or "",
            "name": names.get(each.account_id or "", ""),
        }
        for each in found
    ]
