"""A case of a tender from its opening to the payment basis: told at each stage, refused whole."""

from datetime import date

import msgspec
import pytest

from goodstanding.disclosure.models import Point
from goodstanding.enquiries import watches
from goodstanding.enquiries.models import Receipt
from goodstanding.evidence.models import File
from goodstanding.flow import open_procedure, read_procedures, third_party
from goodstanding.flow.draw_up_basis import draw_up_basis
from goodstanding.flow.enter_bidders import enter_bidders
from goodstanding.flow.next_stage import ask_bidders_again, next_stage
from goodstanding.flow.procedure_cases import bearings_of
from goodstanding.flow.purge_evidence import purge_evidence
from goodstanding.flow.record_results import record_results
from goodstanding.flow.third_party import Sent, attach_report
from goodstanding.procedures.models import CaseBidder, ProcedureCase
from goodstanding.register.rebuilding import rebuild
from goodstanding.register.verifying import verify
from goodstanding.rules.actors import Role
from goodstanding.rules.errors import Refused
from goodstanding.rules.procuring.basis import PaymentBasis, digest_of
from goodstanding.rules.procuring.results import Result
from goodstanding.rules.procuring.rule import Opening
from tests.files.evidence import paper, picture
from tests.flow.drafting import installed
from tests.flow.listing import AWAY, listed, officer
from tests.rules.penalty_rows import code

BEFORE, AFTER = date(2021, 3, 2), date(2021, 3, 4)
NUMBER = "岚招〔2021〕17号"
RULE = Opening(
    procedure="tender",
    number=NUMBER,
    document="招标文件第三章第5条",
    points={"tender-bonus-at-tender": "1.5"},
)


def clerk(on: date = BEFORE, department: str = AWAY):
    return officer(Role.OFFICER, on, department)


def refused(step, *args, **kwargs) -> tuple[str, ...]:
    with pytest.raises(Refused) as found:
        step(*args, **kwargs)
    return found.value.codes


@pytest.fixture
def case(database) -> str:
    """A tender with two bidders, before one of them is listed."""
    installed()
    opened = open_procedure.open_procedure_case(clerk(), RULE)
    assert enter_bidders(clerk(), case=opened, rows=[(2, code(2)), (3, code(1))]) == 2
    return opened


def answers(case: str) -> list[tuple[int, str, tuple[str, ...]]]:
    _, bids = read_procedures.read_procedure_case(clerk(), case=case)
    return [
        (each.bidder.row, each.bidder.organisation, tuple(told.answer for _, told in each.told))
        for each in bids
    ]


def test_a_tender_goes_from_acceptance_to_the_basis_for_paying_out(case):
    # In the order of the list, whatever the answers are.
    assert answers(case) == [(1, code(2), ("clear",)), (2, code(1), ("clear",))]
    assert read_procedures.read_moved(clerk(), case=case).changes == []
    looked = read_procedures.read_moved(clerk(), case=case).mark
    listed(1)
    assert refused(next_stage, clerk(AFTER), case=case, stage="award", seen=looked) == (
        "AnswersMoved",
    )
    told = Point.objects.count()
    moved = read_procedures.read_moved(clerk(AFTER), case=case)
    [(bid, (_, change))] = moved.changes
    assert (bid.bidder.row, change.before, change.now) == (2, "clear", "restricted")
    assert Point.objects.count() > told
    assert next_stage(clerk(AFTER), case=case, stage="award", seen=moved.mark) == 2
    assert answers(case)[1] == (2, code(1), ("clear", "restricted"))
    bears_only_where_the_rulebook_says(case)
    results = [Result(organisation=code(n), result="awarded") for n in (1, 2)]
    record = {"case": case, "results": results}
    assert refused(record_results, clerk(AFTER), **record) == ("ExclusionUnanswered",)
    assert refused(next_stage, clerk(AFTER), case=case, stage="pay") == ("ResultsLacking",)
    results[0] = Result(organisation=code(1), result="not-awarded")
    record_results(clerk(AFTER), **record)
    assert refused(draw_up_basis, clerk(AFTER), case=case) == ("NotAtPayment",)
    # At payment only whom it was awarded to is asked about; the other is watched no longer.
    assert next_stage(clerk(AFTER), case=case, stage="pay") == 1
    [watched] = watches.active(on=AFTER, recipient=AWAY)
    assert (watched.row.organisation, watched.stage) == (code(2), "pay")
    later = date(2021, 3, 8)
    assert refused(draw_up_basis, clerk(later), case=case) == ("PayWithoutCheck",)
    assert ask_bidders_again(clerk(later), case=case) == 1
    basis = read_procedures.read_basis(clerk(later), basis=draw_up_basis(clerk(later), case=case))
    assert draw_up_basis(clerk(later), case=case) == basis.id
    kept = msgspec.json.decode(bytes(basis.body), type=PaymentBasis)
    assert digest_of(kept) == basis.digest
    [payee] = kept.payees
    receipt = Receipt.objects.get(id=payee.receipt)
    assert (receipt.on_day, receipt.case_number, receipt.organisation) == (later, NUMBER, code(2))
    open_procedure.close_procedure_case(clerk(later), case=case)
    assert watches.active(on=later, recipient=AWAY) == []
    assert refused(ask_bidders_again, clerk(later), case=case) == ("ProcedureCaseClosed",)
    assert (verify().findings, rebuild().differences) == ((), 0)


def bears_only_where_the_rulebook_says(case: str) -> None:
    """A bar from bidding keeps nobody from being paid."""
    found, bids = read_procedures.read_procedure_case(clerk(AFTER), case=case)
    for stage, excludes in (("accept", True), ("award", True), ("pay", False)):
        for one in bearings_of(found, bids[1].last, stage=stage):
            assert (one.does, one.excludes, one.points) == ("exclusion", excludes, None), stage


OPENINGS = [
    ({"number": " "}, ["CaseNumberMissing"]),
    ({}, ["CaseNumberTaken"]),
    ({"procedure": "loan", "number": "2", "points": {}}, ["ProcedureWithoutStages"]),
    ({"procedure": "lottery"}, ["ProcedureUnknown"]),
    ({"number": "2", "points": {"tender-bonus-at-tender": "2.01"}}, ["PointsAboveCap"]),
    ({"number": "", "document": ""}, ["CaseNumberMissing", "RuleDocumentMissing"]),
    ({"number": "2", "points": {"tender-bonus-at-tender": "many"}}, ["PointsNotUsable"]),
    ({"number": "2", "points": {"tender-bonus-at-tender": "NaN"}}, ["PointsNotUsable"]),
    ({"number": "2", "points": {"tender-bonus-at-tender": "0.001"}}, ["PointsNotUsable"]),
    ({"number": "2", "points": {"tender-bonus-at-tender": "-1"}}, ["PointsNotUsable"]),
    ({"number": "2", "points": {"funding-priority-at-grant": "1"}}, ["NoSuchBonus"]),
    ({"number": "449800199001011232"}, ["IdentityNumberInCell"]),
]


def test_what_stands_against_a_case_is_said_all_at_once_and_nothing_is_kept(case):
    for changed, why in OPENINGS:
        opening = msgspec.structs.replace(RULE, **changed)
        assert list(refused(open_procedure.open_procedure_case, clerk(), opening)) == why, changed
    assert ProcedureCase.objects.count() == 1
    rows = [
        (4, code(3)),
        (5, code(1)),
        (6, "91449800MA00"),
        (7, "92449800MA0000015B"),
        (8, code(3)),
    ]
    told, bids = Receipt.objects.count(), CaseBidder.objects.count()
    found = refused(enter_bidders, clerk(), case=case, rows=rows)
    assert found.count("BidderTwice") == 2
    assert "LengthWrong" in found
    assert (Receipt.objects.count(), CaseBidder.objects.count()) == (told, bids)
    assert refused(enter_bidders, clerk(), case=case, rows=[]) == ("BiddersLacking",)
    steps = [
        ("pay", ["StageLeftOut"]),
        ("accept", ["CaseStagePassed"]),
        ("decide", ["ProcedureStageUnknown"]),
    ]
    for stage, why in steps:
        assert list(refused(next_stage, clerk(), case=case, stage=stage)) == why
    early = [Result(organisation=code(9), result="first")]
    assert refused(record_results, clerk(), case=case, results=early) == (
        "ResultOutOfTime",
        "BidderUnknown",
    )
    next_stage(clerk(), case=case, stage="award")
    assert refused(enter_bidders, clerk(), case=case, rows=[(1, code(4))]) == ("BiddersClosed",)
    nobody = [Result(organisation=code(n), result="not-awarded") for n in (1, 2)]
    record_results(clerk(), case=case, results=nobody)
    assert refused(next_stage, clerk(), case=case, stage="pay") == ("NobodyAwarded",)


def test_two_who_open_one_number_at_once_have_one_case(case, monkeypatch):
    monkeypatch.setattr(open_procedure, "taken", lambda **_asked: False)
    assert refused(open_procedure.open_procedure_case, clerk(), RULE) == ("CaseNumberTaken",)
    assert ProcedureCase.objects.count() == 1


def test_a_case_is_its_own_departments_alone(case):
    elsewhere = clerk(department="finance")
    steps = (
        (next_stage, {"stage": "award"}),
        (enter_bidders, {"rows": [(1, code(4))]}),
        (draw_up_basis, {}),
        (open_procedure.close_procedure_case, {}),
        (read_procedures.read_procedure_case, {}),
        (read_procedures.read_moved, {}),
    )
    for step, more in steps:
        assert refused(step, elsewhere, case=case, **more) == ("ProcedureCaseUnknown",), step
    above = officer(Role.AUDITOR, BEFORE, "")
    assert read_procedures.read_procedure_case(above, case=case)[0].id == case
    assert refused(next_stage, above, case=case, stage="award") == ("RoleMissing",)
    recused = msgspec.structs.replace(clerk().actor, recused=frozenset({code(1)}))
    call = msgspec.structs.replace(clerk(), actor=recused)
    assert refused(next_stage, call, case=case, stage="award") == ("Recused",)


FACTS = (
    "Registered in 2009. Audited accounts of 2020 are attached. No pending lawsuits known to us."
)
REPORTS = [
    (paper(FACTS), "岚港会计师事务所 2021-02", False, ()),
    (paper(FACTS + " Overall rating: AAA"), "岚港资信", False, ("ThirdPartyReportGraded",)),
    (paper(FACTS + " Total score 88"), "岚港资信", True, ("ThirdPartyReportGraded",)),
    (paper(FACTS + " New."), "岚港资信 AAA", True, ("ThirdPartyReportGraded",)),
    (paper(FACTS + " again"), " ", True, ("ThirdPartySourceMissing",)),
    (paper(""), "岚港资信", False, ("ThirdPartyReportUnread",)),
    (picture(1), "岚港资信", False, ("ThirdPartyReportUnread",)),
    (picture(1), "岚港资信", True, ()),
    (picture(1), "岚港资信", True, ("EvidenceSentBefore",)),
    (b"run me", "岚港资信", True, ("EvidenceTypeUnknown",)),
]


def test_a_third_partys_report_is_kept_with_its_source_and_never_with_a_grade(case):
    before = answers(case)
    for data, source, stated, why in REPORTS:
        sent = Sent(organisation=code(1), source=source, data=data, stated=stated)
        if why:
            assert refused(attach_report, clerk(), case=case, sent=sent) == why, source
        else:
            attach_report(clerk(), case=case, sent=sent)
    stranger = Sent(organisation=code(9), source="x", data=picture(2), stated=True)
    assert refused(attach_report, clerk(), case=case, sent=stranger) == ("BidderUnknown",)
    [first, second] = File.objects.order_by("sent_at", "size")
    assert answers(case) == before
    third_party.remove_report(clerk(), case=case, file=first.id)
    assert purge_evidence(on=date(2021, 12, 1)).kept == 1
    open_procedure.close_procedure_case(clerk(AFTER), case=case)
    assert purge_evidence(on=date(2021, 12, 1)).kept == 1
    assert purge_evidence(on=date(2031, 12, 1)).kept == 0
    assert second.organisation == code(1)
