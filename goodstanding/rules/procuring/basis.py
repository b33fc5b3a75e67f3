"""The basis for paying out: which answer of the day stands behind each payee, named by its receipt."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256

import msgspec

from goodstanding.rules.errors import Refusal
from goodstanding.rules.procuring import refusals as no
from goodstanding.rules.procuring.stages import PAY

FORMAT = "payment-basis/1"


class Payee(msgspec.Struct, frozen=True, kw_only=True):
    """One of those awarded, as the check of the day answered; ``on``: its day, None if never asked."""

    row: int
    organisation: str
    receipt: str
    answer: str
    act_as: str
    position: int
    rulebook: str
    on: date | None


class PaymentBasis(msgspec.Struct, frozen=True, kw_only=True):
    """What is paid on: a case, a day, and one receipt for each payee, in the order of the rows."""

    format: str = FORMAT
    case: str
    department: str
    procedure: str
    number: str
    document: str
    on: date
    payees: tuple[Payee, ...]


def basis_refusals(payees: Sequence[Payee], *, stage: str, on: date) -> list[Refusal]:
    """What stands against a payment basis.

    Args:
        payees: those awarded, with what they were told last at the stage of payment.
        stage: where the case is.
        on: the day it is drawn up.
    """
    if stage != PAY:
        return [no.NotAtPayment(stage=stage)]
    late = sum(each.on != on for each in payees)
    return [no.PayWithoutCheck(count=late)] if late else []


def digest_of(basis: PaymentBasis) -> str:
    """SHA-256, hex, of the basis as canonical JSON: what the file of the case is compared with."""
    return sha256(msgspec.json.encode(basis, order="sorted")).hexdigest()
