"""The basis for paying out is drawn up: the receipts of the day, one for each payee."""

import msgspec
from django.db import transaction

from goodstanding.flow.bench import Call, new_id
from goodstanding.flow.procedure_cases import Held, hold
from goodstanding.procedures import models
from goodstanding.rules.errors import require_none
from goodstanding.rules.procuring.basis import Payee, PaymentBasis, basis_refusals, digest_of
from goodstanding.rules.procuring.stages import PAY
from goodstanding.rules.rights import Action


def draw_up_basis(call: Call, *, case: str) -> str:
    """Keep a payment basis with the case, from checks of today at payment; returns its id.

    The same receipts are the same basis: asked for twice, it is drawn up once.
    Raises `Refused` where the case is not at payment, or somebody awarded was not asked about today.
    """
    with transaction.atomic(using="default"):
        held = hold(call, case, Action.DRAW_UP_BASIS)
        payees = _payees(held)
        require_none(basis_refusals(payees, stage=held.case.stage, on=call.on))
        basis = PaymentBasis(
            case=held.case.id,
            department=held.case.department,
            procedure=held.case.procedure,
            number=held.case.number,
            document=held.case.document,
            on=call.on,
            payees=payees,
        )
        same = held.case.bases.filter(digest=digest_of(basis)).first()
        return (same or _kept(call, held, basis)).id


def _kept(call: Call, held: Held, basis: PaymentBasis) -> models.PaymentBasis:
    return models.PaymentBasis.objects.create(
        id=new_id("b"),
        case=held.case,
        on_day=call.on,
        body=msgspec.json.encode(basis, order="sorted"),
        digest=digest_of(basis),
        by=call.actor.id,
        at=call.at,
    )


def _payees(held: Held) -> tuple[Payee, ...]:
    found = []
    for each in held.asked_about:
        told = dict(each.told).get(PAY)
        found.append(
            Payee(
                row=each.bidder.row,
                organisation=each.bidder.organisation,
                receipt=told.id if told else "",
                answer=told.answer if told else "",
                act_as=told.act_as if told else "",
                position=told.position if told else 0,
                rulebook=told.rulebook if told else "",
                on=told.on_day if told else None,
            )
        )
    return tuple(found)
