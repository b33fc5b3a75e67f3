"""Ordinary tables: they are not facts about organisations, so no act stands behind them.

Nothing here is deleted: what ends gets a last day, because acts go on naming who did them.
"""

from goodstanding.departments.models.account import Account
from goodstanding.departments.models.client import ApiClient, ClientKind
from goodstanding.departments.models.grant import Representation, RoleGrant
from goodstanding.departments.models.sign_in import SignIn

__all__ = ["Account", "ApiClient", "ClientKind", "Representation", "RoleGrant", "SignIn"]
