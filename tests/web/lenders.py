"""A bank outside the administration, and an organisation that lets it consult."""

from datetime import timedelta

from goodstanding.departments.enrol import open_account
from goodstanding.departments.institutions import employ, register_institution
from goodstanding.flow import consent, pull
from goodstanding.flow.bench import Call
from goodstanding.rules.actors import Actor, Role
from goodstanding.rules.consent.give import Wish
from tests.rules.penalty_rows import code

BANK, BANK_NAME = code(801), "岚港市汀洲银行股份有限公司"
INSURER = code(802)


def opened_bank(password: str, since) -> str:
    """The bank and an insurer are registered, and somebody signs in for the bank; the account's id."""
    register_institution(code=BANK, name=BANK_NAME, kind="lender", first=since)
    register_institution(code=INSURER, name="岚港市远汀财产保险公司", kind="insurer", first=since)
    account = open_account(login="bank", password=password, display_name="Bank")
    employ(account, BANK, first=since)
    return account.id


def consented(given_by: Call, organisation: str, *, account: str) -> str:
    """A consent that goes on, pulled once by the bank on the day it was given; its reference."""
    wish = Wish(
        grantee=BANK,
        purpose="loan-care",
        product="税银通 2026-7",
        classes=("registration", "honours", "standing"),
        first_day=given_by.on,
        last_day=given_by.on + timedelta(days=400),
        continuous=True,
    )
    id = consent.give_consent(given_by, code=organisation, wish=wish)
    roles = frozenset({Role.INSTITUTION})
    asker = Actor(id=account, roles=roles, institution=BANK)
    pull.pull(Call(actor=asker, at=given_by.at), consent=id)
    return id
