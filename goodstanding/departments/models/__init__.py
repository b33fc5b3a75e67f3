"""Ordinary tables: they are not facts about organisations, so no act stands behind them.

Nothing here is deleted but secrets: what ends gets a last day, because acts go on naming who did
them.
"""

from goodstanding.departments.models.account import Account
from goodstanding.departments.models.client import ApiClient, ClientKind
from goodstanding.departments.models.event import AccountEvent
from goodstanding.departments.models.grant import Representation, RoleGrant
from goodstanding.departments.models.identity import IdentityLink
from goodstanding.departments.models.institution import Institution, Membership
from goodstanding.departments.models.second_factor import RecoveryCode, SecondFactor
from goodstanding.departments.models.session import OpenSession
from goodstanding.departments.models.sign_in import SignIn
from goodstanding.departments.models.standing_in import Recusal, StandIn, Work

__all__ = [
    "Account",
    "AccountEvent",
    "ApiClient",
    "ClientKind",
    "IdentityLink",
    "Institution",
    "Membership",
    "OpenSession",
    "RecoveryCode",
    "Recusal",
    "Representation",
    "RoleGrant",
    "SecondFactor",
    "SignIn",
    "StandIn",
    "Work",
]
