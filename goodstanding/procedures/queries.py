"""Which cases does a department keep, and how does each stand?"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

import msgspec
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from goodstanding.enquiries.models import Receipt
from goodstanding.enquiries.queries import receipts
from goodstanding.evidence.models import File
from goodstanding.procedures.models import (
    CaseAnswer,
    CaseBidder,
    CaseResult,
    PaymentBasis,
    ProcedureCase,
    ThirdPartyReport,
)


class Bid(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """A bidder as a case has it: what was told at each stage, and what became of it.

    ``told``: the last receipt of each stage, oldest stage first. ``reports``: files not deleted.
    """

    bidder: CaseBidder
    told: Sequence[tuple[str, Receipt]]
    result: str
    reason: str
    reports: Sequence[File] = ()

    @property
    def last(self) -> Receipt | None:
        """What was told last."""
        return self.told[-1][1] if self.told else None

    @property
    def before(self) -> Receipt | None:
        """What was told at the stage before."""
        return self.told[-2][1] if len(self.told) > 1 else None


def case(*, id: str, lock: bool = False) -> ProcedureCase | None:
    """The case of that id, or None. ``lock``: held until the transaction ends."""
    found = ProcedureCase.objects.select_for_update() if lock else ProcedureCase.objects
    return found.filter(id=id).first()


def cases(
    *, department: str | None = None, q: str = "", procedure: str = "", stage: str = ""
) -> QuerySet[ProcedureCase]:
    """The cases of a department, or of all, latest first, each with ``count`` of its bidders.

    Args:
        q: part of a number.
        stage: a stage, ``closed``, or ``unpaid``: at payment and without a basis.
    """
    found = ProcedureCase.objects.order_by("-at", "id").annotate(count=Count("bidders"))
    found = found.filter(number__icontains=q) if q else found
    found = found.filter(procedure=procedure) if procedure else found
    found = found.filter(_at(stage)) if stage else found
    return found if department is None else found.filter(department=department)


def _at(stage: str) -> Q:
    if stage == "closed":
        return Q(closed_on__isnull=False)
    if stage != "unpaid":
        return Q(closed_on__isnull=True, stage=stage)
    drawn_up = Exists(PaymentBasis.objects.filter(case=OuterRef("pk")))
    return Q(~drawn_up, closed_on__isnull=True, stage="pay")


def taken(*, department: str, procedure: str, number: str) -> bool:
    """Whether a department keeps a case of this number already."""
    found = ProcedureCase.objects.filter(department=department, procedure=procedure, number=number)
    return found.exists()


def bids(*, case: str) -> list[Bid]:
    """The bidders of a case in the order of their rows, and in no other."""
    rows = list(CaseBidder.objects.filter(case=case).order_by("row"))
    answers = list(CaseAnswer.objects.filter(bidder__case=case).order_by("id"))
    kept = receipts(ids=[each.receipt for each in answers])
    told: dict[int, dict[str, Receipt]] = {}
    for each in answers:
        told.setdefault(each.bidder_id, {})[each.stage] = kept[each.receipt]
    results = CaseResult.objects.filter(bidder__case=case).order_by("bidder", "-id")
    ended = {each.bidder_id: each for each in results.distinct("bidder")}
    files = _reports(case)
    return [
        Bid(
            bidder=each,
            told=tuple(told.get(each.id, {}).items()),
            result=ended[each.id].result if each.id in ended else "",
            reason=ended[each.id].reason if each.id in ended else "",
            reports=files.get(each.id, ()),
        )
        for each in rows
    ]


def _reports(case: str) -> dict[int, list[File]]:
    named = dict(
        ThirdPartyReport.objects.filter(bidder__case=case).values_list("file", "bidder_id")
    )
    found: dict[int, list[File]] = {}
    for file in File.objects.filter(id__in=named, deleted_on=None).order_by("sent_at", "id"):
        found.setdefault(named[file.id], []).append(file)
    return found


def basis(*, id: str) -> PaymentBasis | None:
    """The payment basis of that id with its case, or None."""
    return PaymentBasis.objects.select_related("case").filter(id=id).first()


def closed_on(*, ids: Iterable[str]) -> dict[str, date | None]:
    """Of those ids that are cases, the day each was closed, None while it is open."""
    found = ProcedureCase.objects.filter(id__in=list(set(ids)))
    return dict(found.values_list("id", "closed_on"))


def numbered(*, department: str, numbers: Collection[tuple[str, str]]) -> list[ProcedureCase]:
    """The open cases of a department with these procedures and numbers, in the order they began."""
    found = ProcedureCase.objects.filter(
        department=department,
        number__in={number for _, number in numbers},
        closed_on__isnull=True,
    )
    return [each for each in found.order_by("at", "id") if (each.procedure, each.number) in numbers]
