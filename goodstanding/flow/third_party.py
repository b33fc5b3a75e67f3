"""A report somebody else made is attached to a bidder: kept like evidence, asked about nothing."""

from hashlib import sha256

import msgspec
from django.db import transaction

from goodstanding.evidence import queries as evidence
from goodstanding.flow.bench import Call
from goodstanding.flow.hand_in import Kept, keep_file, looked_at
from goodstanding.flow.procedure_cases import Held, hold
from goodstanding.procedures.models import ThirdPartyReport
from goodstanding.procedures.queries import Bid
from goodstanding.rules.errors import Refusal, refuse, require_none
from goodstanding.rules.evidence.looking import LONGEST_LABEL, MOST_FILES, person_refusals
from goodstanding.rules.evidence.refusals import (
    EvidenceLabelTooLong,
    EvidenceSentBefore,
    EvidenceTooMany,
    EvidenceUnknown,
)
from goodstanding.rules.procuring.refusals import BidderUnknown
from goodstanding.rules.procuring.third_party import report_refusals


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """A report as it is sent; ``stated``: its sender states that it carries no grade and no score."""

    organisation: str
    source: str
    data: bytes
    stated: bool


def attach_report(call: Call, *, case: str, sent: Sent) -> str:
    """Keep a third party's report with a bidder, labelled with its source; returns the file's id.

    No effect and no answer reads it. What carries a grade, a score or a person's number is refused,
    and nothing of it is kept.
    """
    with transaction.atomic(using="default"):
        held = hold(call, case)
        bid = _bid(held, sent.organisation)
        require_none([*_sending(bid, sent), *person_refusals([sent.source])])
        media, texts = looked_at(sent.data)
        require_none(report_refusals(texts, source=sent.source, stated=sent.stated))
        kept = Kept(case, bid.bidder.organisation, held.case.department, call.on)
        file = keep_file(call, kept, label=sent.source.strip(), data=sent.data, media=media)
        ThirdPartyReport.objects.create(file=file, bidder=bid.bidder, stated=sent.stated)
        return file


def remove_report(call: Call, *, case: str, file: str) -> None:
    """Delete a report that was attached by mistake; the case is still open."""
    with transaction.atomic(using="default"):
        held = hold(call, case)
        if file not in {each.id for bid in held.bids for each in bid.reports}:
            refuse(EvidenceUnknown())
        evidence.delete(ids=[file], on=call.on)


def _bid(held: Held, organisation: str) -> Bid:
    for each in held.bids:
        if each.bidder.organisation == organisation:
            return each
    refuse(BidderUnknown(organisation=organisation))


def _sending(bid: Bid, sent: Sent) -> list[Refusal]:
    digest = sha256(sent.data).hexdigest()
    found: list[Refusal] = []
    if len(sent.source) > LONGEST_LABEL:
        found.append(EvidenceLabelTooLong(characters=LONGEST_LABEL))
    if len(bid.reports) >= MOST_FILES:
        found.append(EvidenceTooMany(files=MOST_FILES))
    if digest in {each.digest for each in bid.reports}:
        found.append(EvidenceSentBefore())
    return found
