"""The steps a story may take: the step functions of `flow/`, by name."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

import msgspec

from goodstanding.catalogue.queries import law
from goodstanding.departments.seeding import seed_officers
from goodstanding.flow import (
    answers,
    apply,
    commit_inspection,
    consent,
    contest,
    correct,
    decide,
    destroy,
    draw_inspection,
    enquire,
    enter,
    inspections,
    institutions,
    known_error,
    lose_advantage,
    notify,
    open_procedure,
    own_advantage,
    proceed,
    promise,
    propose,
    pull,
    read_text,
    repair,
    respond,
    returns,
    revoke_repair,
    serve,
    transcribe,
    verify_promise,
    watch,
)
from goodstanding.flow.bench import Call
from goodstanding.flow.commit import advance
from goodstanding.flow.commit_changes import commit_changes
from goodstanding.flow.draw_up_basis import draw_up_basis
from goodstanding.flow.enter_bidders import enter_bidders
from goodstanding.flow.going_live import declare_live
from goodstanding.flow.next_stage import ask_bidders_again, next_stage
from goodstanding.flow.record_results import record_results
from goodstanding.flow.stage_changes import stage_change_rows
from goodstanding.inspections.queries import visits as visits_of
from goodstanding.rules.commitment.decided import Decision
from goodstanding.rules.commitment.make import Standard
from goodstanding.rules.commitment.text import text_digest
from goodstanding.rules.consent.give import Wish
from goodstanding.rules.identifiers import make
from goodstanding.rules.procuring.results import Result
from goodstanding.rules.procuring.rule import Opening


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A step function, and the argument that ``of:`` fills; empty where the caller is all it is of."""

    run: Callable[..., Any]
    of: str


def _check(call: Call, *, organisation: str, procedure: str, case_number: str = "") -> str:
    """Ask and keep the receipt; returns its id."""
    question = answers.Question(code=organisation, procedure=procedure, case_number=case_number)
    return enquire.ask(call, question).receipt


def _correct(call: Call, *, record: str, values: dict[str, Any], reasons: str) -> None:
    """Correct values of a record, named by field code or printed header."""
    cells = {name: str(value) for name, value in values.items()}
    correct.correct_record(call, record=record, values=cells, reasons=reasons)


def _approve_removal(call: Call, *, removal: str) -> None:
    """Approve a destruction: the contents are gone."""
    destroy.approve_removal(call, removal=removal)


def _make_promise(
    call: Call,
    *,
    organisation: str,
    template: str,
    read: str = "",
    standard: dict[str, str] | None = None,
    **more: Any,
) -> str:
    """Promise by a template whose text was read just now; ``read``: another digest than its own."""
    known = law(on=call.on, known_at=None).rulebook.commitments.get(template)
    return promise.make_promise(
        call,
        organisation=organisation,
        template=template,
        read=read or (text_digest(known) if known else ""),
        standard=Standard(**standard) if standard else None,
        **more,
    )


def _find_broken(
    call: Call, *, promise: str, document: str, decided_on: date, basis: str, reasons: str
) -> str:
    """Find a promise broken by the authority's decision; returns the id of its record."""
    decision = Decision(
        document=document,
        decided_on=decided_on,
        basis=basis,
        **authority(call.actor.department),
    )
    return verify_promise.find_promise(
        call, promise=promise, outcome="broken", reasons=reasons, decision=decision
    )


def _send_changes(call: Call, *, kind: str, rows: tuple[dict[str, Any], ...]) -> str:
    """Send rows of corrections or withdrawals, which wait for a reviewer; returns the file's id."""
    cells = [{name: str(value) for name, value in row.items()} for row in rows]
    department = call.actor.department
    return stage_change_rows(call, kind=kind, department=department, rows=cells).batch


def _commit_changes(
    call: Call, *, staged: str, sent_back: tuple[int, ...] = (), note: str = ""
) -> None:
    """A second person commits the rows sent, but those sent back; each becomes an act."""
    commit_changes(call, staged=staged, sent_back=sent_back, note=note)
    while advance(staged=staged, at=call.at):
        pass


def _give_consent(
    call: Call,
    *,
    organisation: str,
    to: str,
    classes: tuple[str, ...],
    last_day: date,
    first_day: date | None = None,
    purpose: str = "loan-application",
    product: str = "信易贷",
    continuous: bool = False,
) -> str:
    """Open classes of data to an institution, for one time or, if continuous, again and again."""
    wish = Wish(
        grantee=to,
        purpose=purpose,
        product=product,
        classes=classes,
        first_day=first_day or call.on,
        last_day=last_day,
        continuous=continuous,
    )
    return consent.give_consent(call, code=organisation, wish=wish)


def _register_institution(call: Call, *, code: str, name: str, kind: str = "lender") -> None:
    """Register a lender, insurer or agency outside the administration, from today on."""
    institutions.register_institution(call, code=code, name=name, kind=kind)


def _pull(call: Call, *, consent: str, classes: tuple[str, ...] = ()) -> str:
    """Consult an organisation by its consent; returns the receipt."""
    return pull.pull(call, consent=consent, classes=classes).receipt


def _plan_inspection(
    call: Call,
    *,
    field: str,
    items: tuple[str, ...],
    first_day: date,
    last_day: date,
    size: int = 0,
    codes: tuple[str, ...] = (),
) -> str:
    """Make an inspection plan; whoever inspects is an officer or reviewer of its departments."""
    seed_officers(sorted({call.actor.department}), password="invented")
    return inspections.plan_inspection(
        call,
        field=field,
        items=items,
        first_day=first_day,
        last_day=last_day,
        size=size,
        codes=codes,
    )


def _draw_inspection(call: Call, *, plan: str, seed: str = "") -> None:
    """Draw a plan; another seed than the one committed to is refused."""
    draw_inspection.draw_inspection(call, plan=plan, seed=seed)


def _record_visits(call: Call, *, plan: str, outcome: str) -> None:
    """Record every visit of a plan with one result."""
    for visit in visits_of(plan=plan):
        inspections.record_visit(call, visit=visit.id, outcome=outcome)


def _open_case(call: Call, **given: Any) -> str:
    """Open a case of a procedure under the department's own number."""
    points = {id: str(each) for id, each in given.pop("points", {}).items()}
    return open_procedure.open_procedure_case(call, Opening(**given, points=points))


def _enter_bidders(call: Call, *, case: str, codes: tuple[str, ...]) -> None:
    """Enter the organisations of a list in a case, and ask about each."""
    enter_bidders(call, case=case, rows=list(enumerate(codes, start=1)))


def _record_results(call: Call, *, case: str, results: tuple[dict[str, str], ...]) -> None:
    """What became of bidders: a list of organisation, result and, where one is needed, reason."""
    record_results(call, case=case, results=[Result(**each) for each in results])


STEPS: dict[str, Step] = {
    "enter_penalty": Step(run=enter.enter_penalty, of="organisation"),
    "enter_enforcement_default": Step(run=enter.enter_enforcement_default, of="organisation"),
    "enter_severe_listing": Step(run=enter.enter_severe_listing, of="organisation"),
    "enter_honour": Step(run=enter.enter_honour, of="organisation"),
    "enter_offer": Step(run=enter.enter_offer, of="organisation"),
    "enter_registration": Step(run=enter.enter_registration, of="organisation"),
    "propose_designation": Step(run=propose.propose_designation, of="organisation"),
    "serve_notice": Step(run=notify.serve_notice, of="case"),
    "serve_letter": Step(run=serve.serve_letter, of="of"),
    "fail_service": Step(run=serve.fail_service, of="of"),
    "announce_letter": Step(run=serve.announce_letter, of="of"),
    "receive_statement": Step(run=notify.receive_statement, of="case"),
    "waive_statement": Step(run=notify.waive_statement, of="case"),
    "request_hearing": Step(run=notify.request_hearing, of="case"),
    "hold_hearing": Step(run=notify.hold_hearing, of="case"),
    "decide_designation": Step(run=decide.decide_designation, of="case"),
    "revoke_designation": Step(run=decide.revoke_designation, of="case"),
    "consent_to_publicity": Step(run=own_advantage.consent_to_publicity, of="case"),
    "withdraw_consent": Step(run=own_advantage.withdraw_consent, of="case"),
    "give_up_advantage": Step(run=own_advantage.give_up_advantage, of="case"),
    "notify_ending": Step(run=lose_advantage.notify_ending, of="case"),
    "answer_ending": Step(run=lose_advantage.answer_ending, of="case"),
    "decide_ending": Step(run=lose_advantage.decide_ending, of="case"),
    "confirm_transcription": Step(run=transcribe.confirm_transcription, of="record"),
    "respond": Step(run=respond.respond, of="task"),
    "feed_back": Step(run=respond.feed_back, of="task"),
    "file_objection": Step(run=contest.file_objection, of="target"),
    "accept_objection": Step(run=contest.accept_objection, of="objection"),
    "extend_objection": Step(run=contest.extend_objection, of="objection"),
    "decide_objection": Step(run=contest.decide_objection, of="objection"),
    "file_repair": Step(run=repair.file_repair, of="target"),
    "ask_papers": Step(run=repair.ask_papers, of="repair"),
    "supply_papers": Step(run=repair.supply_papers, of="repair"),
    "take_back_repair": Step(run=repair.take_back_repair, of="repair"),
    "accept_repair": Step(run=repair.accept_repair, of="repair"),
    "extend_repair": Step(run=repair.extend_repair, of="repair"),
    "decide_repair": Step(run=repair.decide_repair, of="repair"),
    "notify_revocation": Step(run=revoke_repair.notify_revocation, of="repair"),
    "answer_revocation": Step(run=revoke_repair.answer_revocation, of="repair"),
    "revoke_repair": Step(run=revoke_repair.revoke_repair, of="repair"),
    "open_proceeding": Step(run=proceed.open_proceeding, of="subject"),
    "open_shield": Step(run=proceed.open_shield, of="organisation"),
    "end_shield": Step(run=proceed.end_shield, of="shield"),
    "order_stay": Step(run=proceed.order_stay, of="proceeding"),
    "end_ordered_stay": Step(run=proceed.end_ordered_stay, of="proceeding"),
    "decide_proceeding": Step(run=proceed.decide_proceeding, of="proceeding"),
    "carry_out": Step(run=proceed.carry_out, of="proceeding"),
    "correct_record": Step(run=_correct, of="record"),
    "withdraw_record": Step(run=contest.withdraw_record, of="record"),
    "find_text_fit": Step(run=read_text.find_text_fit, of="record"),
    "withhold_text": Step(run=read_text.withhold_text, of="record"),
    "note_error": Step(run=known_error.note_error, of="record"),
    "dismiss_error": Step(run=known_error.dismiss_error, of="record"),
    "propose_removal": Step(run=destroy.propose_removal, of="target"),
    "approve_removal": Step(run=_approve_removal, of="removal"),
    "drop_removal": Step(run=destroy.drop_removal, of="removal"),
    "send_changes": Step(run=_send_changes, of=""),
    "commit_changes": Step(run=_commit_changes, of="staged"),
    "declare_live": Step(run=declare_live, of=""),
    "file_return": Step(run=returns.file_return, of=""),
    "check": Step(run=_check, of="organisation"),
    "open_watch": Step(run=watch.open_watch, of="receipt"),
    "move_watch": Step(run=watch.move_watch, of="watch"),
    "acknowledge_watch": Step(run=watch.acknowledge_watch, of="watch"),
    "close_watch": Step(run=watch.close_watch, of="watch"),
    "open_procedure_case": Step(run=_open_case, of=""),
    "enter_bidders": Step(run=_enter_bidders, of="case"),
    "next_stage": Step(run=next_stage, of="case"),
    "ask_bidders_again": Step(run=ask_bidders_again, of="case"),
    "record_results": Step(run=_record_results, of="case"),
    "draw_up_basis": Step(run=draw_up_basis, of="case"),
    "close_procedure_case": Step(run=open_procedure.close_procedure_case, of="case"),
    "make_promise": Step(run=_make_promise, of="organisation"),
    "show_promise": Step(run=promise.show_promise, of="promise"),
    "hide_promise": Step(run=promise.hide_promise, of="promise"),
    "withdraw_promise": Step(run=promise.withdraw_promise, of="promise"),
    "verify_promise": Step(run=verify_promise.verify_promise, of="promise"),
    "notify_breach": Step(run=verify_promise.notify_breach, of="promise"),
    "answer_breach": Step(run=verify_promise.answer_breach, of="promise"),
    "find_promise": Step(run=verify_promise.find_promise, of="promise"),
    "find_broken": Step(run=_find_broken, of="promise"),
    "take_back_finding": Step(run=verify_promise.take_back_finding, of="promise"),
    "follow_breach": Step(run=verify_promise.follow_breach, of="promise"),
    "register_institution": Step(run=_register_institution, of="code"),
    "close_institution": Step(run=institutions.close_institution, of="code"),
    "give_consent": Step(run=_give_consent, of="organisation"),
    "revoke_consent": Step(run=consent.revoke_consent, of="consent"),
    "pull": Step(run=_pull, of="consent"),
    "plan_inspection": Step(run=_plan_inspection, of=""),
    "approve_inspection": Step(run=inspections.approve_inspection, of="plan"),
    "drop_inspection": Step(run=inspections.drop_inspection, of="plan"),
    "commit_inspection": Step(run=commit_inspection.commit_inspection, of="plan"),
    "contest_sampling": Step(run=commit_inspection.contest_sampling, of="plan"),
    "answer_sampling": Step(run=commit_inspection.answer_sampling, of="plan"),
    "draw_inspection": Step(run=_draw_inspection, of="plan"),
    "record_visits": Step(run=_record_visits, of="plan"),
    "publish_inspection": Step(run=inspections.publish_inspection, of="plan"),
    "receive_application": Step(run=apply.receive_application, of="organisation"),
    "tell_missing_papers": Step(run=apply.tell_missing_papers, of="application"),
    "supply_application_papers": Step(run=apply.supply_application_papers, of="application"),
    "accept_application": Step(run=apply.accept_application, of="application"),
    "decide_application": Step(run=apply.decide_application, of="application"),
    "record_papers_not_supplied": Step(run=apply.record_papers_not_supplied, of="application"),
    "note_consequence": Step(run=apply.note_consequence, of="application"),
}

#: `on:` in a proposal means the records it rests on; a story need not say what is always the same.
RENAMED = {"propose_designation": {"on": "records"}}
BASES = {
    "enter_penalty": "《中华人民共和国行政处罚法》第九条",
    "enter_enforcement_default": "《中华人民共和国民事诉讼法》第二百五十五条",
    "enter_severe_listing": "《市场监督管理严重违法失信名单管理办法》第五条",
}
#: Steps that enter a row, each with the organisation's name and an authority.
ENTERS = frozenset({*BASES, "enter_registration", "enter_honour"})
DEFAULTS: dict[str, dict[str, Any]] = {
    "serve_notice": {"method": "in-person", "proof": "送达回证 1"},
    "decide_designation": {"document": "岚决〔1〕号"},
    "feed_back": {"proof": "回执 1"},
    "file_objection": {"reason": "error", "text": "记录与事实不符。"},
    "hold_hearing": {"proof": "听证笔录 1"},
    "waive_statement": {"proof": "放弃陈述声明 1"},
    "open_proceeding": {
        "kind": "reconsideration",
        "body": "岚港市人民政府",
        "document": "岚复〔1〕号",
    },
    "open_shield": {
        "court": "岚港市中级人民法院",
        "document": "岚破〔1〕号",
        "plan": "reorganisation-plan",
    },
    "end_shield": {"document": "岚破终〔1〕号", "reasons": "重整计划执行完毕。"},
    "order_stay": {"document": "岚复停〔1〕号"},
    "end_ordered_stay": {"document": "岚复恢〔1〕号", "reasons": "停止执行的原因消失。"},
    "decide_proceeding": {"document": "岚复决〔1〕号", "reasons": "已作出决定。"},
    "carry_out": {"reasons": "已按决定办理。"},
    "notify_revocation": {"method": "in-person", "proof": "送达回证 2"},
    "verify_promise": {"method": "on-site", "facts": "现场核查，见核查笔录。"},
    "notify_breach": {"method": "in-person", "proof": "送达回证 3", "facts": "核查发现未履行。"},
    "find_promise": {"reasons": "经核查，情况属实。"},
    "find_broken": {
        "document": "岚承〔1〕号",
        "basis": "《中华人民共和国产品质量法》第二十六条",
        "reasons": "经核查并听取陈述，未履行承诺。",
    },
    "take_back_finding": {"reasons": "认定所依据的记录已经撤销。"},
    "follow_breach": {"reasons": "已按目录办理。"},
    "notify_ending": {"method": "in-person", "proof": "送达回证 3"},
    "decide_ending": {"document": "岚终〔1〕号"},
    "enter_offer": {
        "list_name": "年度诚信企业推荐名单",
        "supplier": "岚港市建筑业协会",
        "method": "https://example.org/method",
    },
}


def authority(department: str) -> dict[str, str]:
    """An invented authority for a department, with a code of an unassigned region."""
    body = str(int(sha256(department.encode()).hexdigest(), 16))[:8]
    return {"authority": f"岚港市 {department}", "authority_code": make("11", "449800", body)}


def plain(value: Any) -> Any:
    """A value of the story as the step functions take it: numbers as Decimal, lists as tuples."""
    if isinstance(value, float):
        return Decimal(str(value))
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, list):
        return tuple(plain(each) for each in value)
    return value


def day(value: Any) -> date:
    """A day of the story."""
    return date.fromisoformat(value) if isinstance(value, str) else value
