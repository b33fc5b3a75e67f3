"""A payment basis as a sheet: what was asked on the day, payee by payee, from its own bytes."""

import msgspec
from django.utils.translation import gettext

from goodstanding.enquiries.models import Receipt
from goodstanding.enquiries.queries import receipts
from goodstanding.flow.procedure_cases import bearings_of
from goodstanding.letters.tables import Sheet, Table
from goodstanding.organisations.queries import named
from goodstanding.procedures import models
from goodstanding.rules.procuring.basis import Payee, PaymentBasis
from goodstanding.rules.procuring.stages import PAY
from goodstanding.web.dates import english, full
from goodstanding.web.procedure_words import DOES
from goodstanding.web.titles import Titles
from goodstanding.web.wording import STATES


def basis_sheet(kept: models.PaymentBasis, titles: Titles) -> Sheet:
    """The basis in the reader's language; what effects do is told from the receipts it names."""
    basis = msgspec.json.decode(bytes(kept.body), type=PaymentBasis)
    told = receipts(ids=[each.receipt for each in basis.payees])
    return Sheet(
        language="en" if english() else "zh",
        title=gettext("Basis for paying out"),
        on=basis.on,
        facts=_facts(kept, basis, titles),
        tables=(_payees(kept, basis, told, titles),),
        foot=gettext(
            "Drawn up from checks of the day; each receipt can be read again. No score, no ranking."
        ),
    )


def _facts(
    kept: models.PaymentBasis, basis: PaymentBasis, titles: Titles
) -> tuple[tuple[str, str], ...]:
    return (
        (gettext("Case number"), basis.number),
        (gettext("Procedure"), titles.procedure(basis.procedure)),
        (gettext("Department"), titles.department(basis.department)),
        (gettext("Document of the case"), basis.document or "—"),
        (gettext("Asked on"), full(basis.on)),
        (gettext("Payees"), str(len(basis.payees))),
        (gettext("Payment basis"), kept.id),
        (gettext("Digest"), kept.digest),
    )


def _payees(
    kept: models.PaymentBasis, basis: PaymentBasis, told: dict[str, Receipt], titles: Titles
) -> Table:
    names = named(each.organisation for each in basis.payees)
    return Table(
        heading=gettext("Payees"),
        about=gettext("In the order of the list of the case."),
        head=(
            gettext("Row"),
            gettext("Organisation"),
            gettext("Answer"),
            gettext("What it means here"),
            gettext("Receipt"),
        ),
        rows=tuple(
            (
                str(each.row),
                f"{names.get(each.organisation, '')}\n{each.organisation}".strip(),
                _answer(each),
                _means(kept.case, told[each.receipt], titles),
                each.receipt,
            )
            for each in basis.payees
        ),
    )


def _answer(payee: Payee) -> str:
    word = str(STATES[payee.answer].word)
    if payee.act_as == payee.answer:
        return word
    meanwhile = gettext("Meanwhile act as: %(word)s") % {"word": STATES[payee.act_as].word}
    return f"{word}\n{meanwhile}"


def _means(case: models.ProcedureCase, receipt: Receipt, titles: Titles) -> str:
    """Each measure once: what it does at payment, and until when."""
    found = {
        (each.effect.measure, each.effect.decision.document): each
        for each in bearings_of(case, receipt, stage=PAY)
    }
    lines = [
        gettext("%(measure)s (%(document)s, until %(day)s): %(does)s")
        % {
            "measure": titles.measure(measure),
            "document": document or titles.condition(each.effect.condition),
            "day": full(each.effect.last_day),
            "does": DOES[each.does] if each.acts else gettext("does nothing at payment"),
        }
        for (measure, document), each in found.items()
    ]
    return "\n".join(lines) or "—"
