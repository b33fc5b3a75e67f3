"""Random commands: mostly what could come next, now and then what should be refused."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from goodstanding.rules.actors import Actor
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.identifiers import make
from goodstanding.rules.measure.respond import lift_duty
from goodstanding.rules.objection.file import REASONS
from goodstanding.rules.repair.state import GRANTED
from goodstanding.rules.states import (
    Commitment,
    Designation,
    Measure,
    Objection,
    Proceeding,
    Record,
    Repair,
    Stage,
    State,
)
from tests.invariants.memory import Command, officer, representative

CODES = tuple(make("91", "449800", f"MA00000{n}") for n in (1, 2))
FIRST_DAY = date(2018, 2, 12)
#: Mostly a few days pass, now and then months: windows and terms run out.
PASSING = (*(0,) * 24, 1, 1, 1, 2, 3, 8, 8, 8, 10, 30, 250)
COURT, LISTED_ELSEWHERE = "intermediate-court", "enforcement-default/court-listing"

Made = tuple[str, Actor, dict[str, Any]] | None


class Player:
    """Chooses from the states of one organisation what is tried next."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._grounds = [g for g in rulebook.grounds.values() if not g.decided_elsewhere]

    def choose(
        self, rng: Random, on: date, code: str, states: Mapping[str, State], other: list[str]
    ) -> Command | None:
        """One command about ``code``; ``other``: ids of records of other organisations."""
        self._other = other
        made = rng.choice(self._movers())(rng, on, code, states)
        if made is None:
            return None
        step, by, args = made
        return Command(step=step, by=by, on=on, args=args)

    def _movers(self) -> list[Callable[..., Made]]:
        """Each kind of step as often as it is to be tried."""
        return [
            self._enter,
            *[self._propose] * 2,
            *[self._move_case] * 9,
            *[self._respond] * 4,
            *[self._object] * 2,
            *[self._settle] * 2,
            *[self._repair] * 3,
            self._proceed,
            self._take_back,
            self._correct,
            self._confirm,
        ]

    def _enter(self, rng: Random, on: date, code: str, states: Mapping[str, State]) -> Made:
        if rng.random() < 0.25:
            by, kind = officer(COURT, 1), "enforcement-default"
        else:
            by, kind = officer(rng.choice(rng.choice(self._grounds).deciding), 1), "penalty"
        return "enter", by, {"organisation": code, "kind": kind}

    def _propose(self, rng: Random, on: date, code: str, states: Mapping[str, State]) -> Made:
        records = [s.id for s in _all(states, Record)]
        penalties = [s for s in _all(states, Record) if s.record_kind == "penalty"]
        usable = [s for s in penalties if not (s.withdrawn or s.marks) and s.basis_readable]
        penalties = usable if usable and rng.random() < 0.9 else penalties
        if not penalties:
            return None
        department = rng.choice(penalties).department
        own = [g for g in self._grounds if department in g.deciding]
        ground = rng.choice(own if own and rng.random() < 0.95 else self._grounds)
        wanted = [s.id for s in penalties] if rng.random() < 0.95 else records + self._other
        args = {
            "organisation": code,
            "ground": ground.id,
            "records": tuple(rng.sample(wanted, k=min(len(wanted), rng.choice((1, 1, 2, 2, 3))))),
            "months": rng.choice((*(None,) * 6, 1, 1, 3, 12, 12, ground.term.max_months + 1, 0)),
            "each_suffices": rng.choice((None, True, True, False)),
        }
        return "propose_designation", officer(department, rng.choice((1, 2))), args

    def _move_case(self, rng: Random, on: date, code: str, states: Mapping[str, State]) -> Made:
        cases = [s for s in _all(states, Designation) if s.is_open and not s.elsewhere]
        waiting = [s for s in cases if s.stage in (Stage.PROPOSED, Stage.NOTIFIED)]
        if not cases:
            return None
        case = rng.choice(waiting if waiting and rng.random() < 0.9 else cases)
        near = on - timedelta(days=rng.choice((*(0,) * 9, 1, 3, -1, -9)))
        own = {"case": case.id}
        by = officer(case.department, rng.choice((1, 2, 3, 3)))
        speaker = rng.choice((by, representative(code)))
        noticed = tuple(line.measure for line in case.noticed)
        steps: list[tuple[str, Actor, dict[str, Any]]] = [
            (
                "serve_notice",
                by,
                own
                | {
                    "served_on": near,
                    "method": "post",
                    "proof": rng.choice(("EMS 1",) * 9 + (" ",)),
                },
            ),
            ("receive_statement", speaker, own | {"text": "系误会。", "received_on": near}),
            (
                "waive_statement",
                speaker,
                own | {"waived_on": near, "proof": "声明 1", "hearing": rng.random() < 0.8},
            ),
            ("request_hearing", speaker, own | {"requested_on": near}),
            ("hold_hearing", by, own | {"held_on": near, "proof": "笔录 1"}),
        ]
        decision = (
            "decide_designation",
            by,
            own
            | {
                "outcome": rng.choice(("list",) * 9 + ("drop",)),
                "document": "岚决〔1〕号",
                "reasons": "事实清楚。",
                "answer": rng.choice(("陈述不能否定事实。",) * 2 + ("",)),
                "second_reason": "同一事实另有必要。",
                "months": rng.choice((*(None,) * 9, 1, 6, case.months + 1)),
                "measures": rng.choice((*(None,) * 9, noticed[:1], ("honours-barred",))),
            },
        )
        if case.stage is Stage.PROPOSED and rng.random() < 0.8:
            return steps[0]
        if case.hearing_requested_on and not case.hearing_held_on and rng.random() < 0.3:
            return steps[4]
        return decision if rng.random() < 0.7 else rng.choice(steps)

    def _confirm(self, rng: Random, on: date, code: str, states: Mapping[str, State]) -> Made:
        records = [s for s in _all(states, Record) if s.transcribed or rng.random() < 0.1]
        if not records:
            return None
        record = rng.choice(records)
        args = {"record": record.id, "ground": LISTED_ELSEWHERE}
        return "confirm_transcription", officer(record.department, rng.choice((1, 2, 2, 2))), args

    def _respond(self, rng: Random, on: date, code: str, states: Mapping[str, State]) -> Made:
        measures = _all(states, Measure)
        if not measures:
            return None
        measure = rng.choice(measures)
        by = officer(measure.department, 1)
        duty = lift_duty(measure, on=on)
        waiting = [t.id for t in measure.tasks if not t.done_on] + ([duty.id] if duty else [])
        if waiting and (measure.answer or rng.random() < 0.1):
            done = {"task": rng.choice(waiting), "done_on": on, "proof": "函 1"}
            return "feed_back", by, done
        answer = rng.choice(("apply", "apply", "apply", "not_applied"))
        return (
            "respond",
            by,
            {"task": f"{measure.id}.respond", "answer": answer, "reason": "无在办项目。"},
        )

    def _object(self, rng: Random, on: date, code: str, states: Mapping[str, State]) -> Made:
        filed = [s for s in _all(states, Objection) if not s.accepted_on]
        if filed and rng.random() < 0.6:
            found = rng.choice(filed)
            return (
                "accept_objection",
                officer(found.department, rng.choice((1, 2))),
                {"objection": found.id},
            )
        records = [s.id for s in _all(states, Record)]
        cases = [s.id for s in _all(states, Designation) if s.stage is Stage.LISTED]
        if not records:
            return None
        target = rng.choice(cases if cases and rng.random() < 0.5 else records)
        args = {"target": target, "reason": rng.choice(REASONS), "new_evidence": rng.random() < 0.5}
        return "file_objection", representative(code), args

    def _settle(self, rng: Random, on: date, code: str, states: Mapping[str, State]) -> Made:
        running = [s for s in _all(states, Objection) if s.accepted_on and not s.outcome]
        if not running:
            return None
        found = rng.choice(running)
        if not found.extended_on and rng.random() < 0.3:
            args = {"objection": found.id, "reasons": rng.choice(("需向外地核实。",) * 4 + (" ",))}
            return "extend_objection", officer(found.department, rng.choice((1, 2, 3))), args
        outcome = rng.choice(("dismissed", "dismissed", "withdrawn", "corrected"))
        document = "岚罚〔更正〕号" if outcome == "corrected" else None
        args = {
            "objection": found.id,
            "outcome": outcome,
            "reasons": "已核实。",
            "document": document,
        }
        return "decide_objection", officer(found.department, rng.choice((1, 2, 3))), args

    def _proceed(self, rng: Random, on: date, code: str, states: Mapping[str, State]) -> Made:
        living = [s for s in _all(states, Proceeding) if s.is_open]
        if living and rng.random() < 0.8:
            found = rng.choice(living)
            by = officer(found.department, rng.choice((1, 2, 3)))
            return self._go_on(rng, on, found, by)
        targets = [*_all(states, Record), *_all(states, Designation)]
        answered = [s for s in (*_all(states, Objection), *_all(states, Repair)) if s.outcome]
        carrying = [s for s in targets if isinstance(s, Designation) and s.stage is Stage.LISTED]
        carrying += [states[r] for case in carrying for r in case.records]
        wanted = carrying if carrying and rng.random() < 0.7 else [*targets, *answered]
        if not wanted:
            return None
        subject = rng.choice(wanted)
        args = {
            "subject": subject.id,
            "kind": rng.choice(("reconsideration", "litigation")),
            "body": "岚港市某机关",
            "document": f"岚复〔{rng.randrange(30)}〕号",
        }
        return "open_proceeding", officer(subject.department, rng.choice((1, 2))), args

    def _go_on(self, rng: Random, on: date, found: Proceeding, by: Actor) -> Made:
        own = {"proceeding": found.id}
        last = rng.choice((None, None, on + timedelta(days=rng.choice((0, 3, 20, -1)))))
        order = own | {"document": "停1号", "last_day": last, "whole": rng.random() < 0.6}
        how = rng.choice(("taken-back", "corrected", "decided-anew", "overturned"))
        outcome = rng.choice(("upheld", "annulled", "annulled", "varied", "sent-back", "withdrawn"))
        said = {"reasons": "已查明。"}
        if found.outcome:
            return "carry_out", by, own | said | {"how": how}
        steps: list[tuple[str, Actor, dict[str, Any]]] = [
            *[("order_stay", by, order)] * 3,
            *[("end_ordered_stay", by, own | said | {"document": "恢1号"})] * 2,
            *[("decide_proceeding", by, own | said | {"outcome": outcome})] * 2,
            ("carry_out", by, own | said | {"how": how}),
        ]
        return rng.choice(steps)

    def _take_back(self, rng: Random, on: date, code: str, states: Mapping[str, State]) -> Made:
        cases = [s for s in _all(states, Designation) if s.stage is Stage.LISTED]
        records = [s for s in _all(states, Record) if not s.withdrawn]
        if cases and rng.random() < 0.4:
            case = rng.choice(cases)
            args: dict[str, Any] = {"case": case.id, "from_start": rng.random() < 0.5}
            return "revoke_designation", officer(case.department, 3), args
        if not records or rng.random() < 0.5:
            return None
        record = rng.choice(records)
        args = {"record": record.id, "as_wrong": rng.random() < 0.5, "reasons": "已撤销。"}
        return "withdraw_record", officer(record.department, rng.choice((1, 2, 2))), args

    def _repair(self, rng: Random, on: date, code: str, states: Mapping[str, State]) -> Made:
        repairs = [s for s in _all(states, Repair) if not s.revoked_on]
        living = [s for s in repairs if not s.outcome or s.outcome == GRANTED]
        if living and rng.random() < 0.8:
            found = rng.choice(living)
            step = self._revoke if found.outcome else self._answer_repair
            return step(rng, found, officer(found.department, rng.choice((1, 2, 3))))
        records = [s.id for s in _all(states, Record) if s.record_kind == "penalty"]
        cases = [s for s in _all(states, Designation) if s.stage is Stage.LISTED]
        # What carries something is worth more of the tries.
        carrying = [record for case in cases for record in case.records]
        records = carrying if carrying and rng.random() < 0.7 else records
        if not records:
            return None
        target = rng.choice(cases).id if cases and rng.random() < 0.3 else rng.choice(records)
        near = on - timedelta(days=rng.choice((*(0,) * 9, 8, -1)))
        args = {"target": target, "performed_on": near, "commitment_on": near}
        return "file_repair", representative(code), args

    def _answer_repair(self, rng: Random, found: Repair, by: Actor) -> Made:
        speaker = representative(found.organisation)
        own = {"repair": found.id}
        outcome = rng.choice((GRANTED, GRANTED, GRANTED, "refused", "not-accepted"))
        decision = {"outcome": outcome, "ground": "duty-not-performed", "reasons": "已核实。"}
        if found.stage == "accepted" and rng.random() < 0.8:
            return "decide_repair", by, own | decision
        steps: list[tuple[str, Actor, dict[str, Any]]] = [
            *[("accept_repair", by, own)] * 5,
            ("ask_papers", by, own | {"missing": "缴款凭证"}),
            ("supply_papers", speaker, own),
            ("extend_repair", by, own | {"reasons": "案情复杂。"}),
            ("decide_repair", by, own | decision),
            ("take_back_repair", speaker, own),
        ]
        return rng.choice(steps)

    def _revoke(self, rng: Random, found: Repair, by: Actor) -> Made:
        own = {"repair": found.id}
        told = own | {"ground": "false-papers", "facts": "凭证不实。"}
        waiver = own | {"waived": rng.random() < 0.5}
        steps: list[tuple[str, Actor, dict[str, Any]]] = [
            ("notify_revocation", by, told),
            ("answer_revocation", representative(found.organisation), waiver),
            *[("revoke_repair", by, own | {"reasons": "凭证不实。"})] * 2,
        ]
        return steps[0] if found.revocation is None else rng.choice(steps)

    def _correct(self, rng: Random, on: date, code: str, states: Mapping[str, State]) -> Made:
        records = [s for s in _all(states, Record) if s.record_kind == "penalty"]
        if not records:
            return None
        today = [s for s in records if s.entered_on == on]
        record = rng.choice(today if today and rng.random() < 0.5 else records)
        earlier = record.decided_on - timedelta(days=rng.choice((1, 30, 400, -1)))
        values = rng.choice(
            (
                {"CF_WSH": f"岚罚〔更正{rng.randrange(99)}〕号"},
                {"CF_JDRQ": earlier.isoformat()},
                {"CF_JDRQ": earlier.isoformat(), "CF_SY": "经查明，日期登记有误。"},
                {"CF_CFLB": "警告", "CF_NR_FK": ""},
                {"CF_CFLB": "罚款", "CF_NR_FK": "2"},
                {"CF_YJ": "有关规定"},
                {"CF_SY": ""},
                {"CF_XDR_MC": "岚港市另一家有限公司"},
                {},
            )
        )
        args = {
            "record": record.id,
            "values": values,
            "reasons": rng.choice(("录入笔误。",) * 9 + (" ",)),
        }
        return "correct_record", officer(record.department, rng.choice((1, 1, 2, 2))), args


def _all(states: Mapping[str, State], kind: type[Any]) -> list[Any]:
    return sorted((s for s in states.values() if isinstance(s, kind)), key=_age)


def _age(state: Any) -> tuple[Any, ...]:
    """The order in which states came to be: ids in a database are random, histories are not."""
    match state:
        case Record():
            return (state.versions[0].position,)
        case Designation():
            return (state.opened_at,)
        case Objection() | Repair():
            return (state.filed_at,)
        case Proceeding():
            return (state.entered_at,)
    if isinstance(state, Commitment):
        return (state.made_on, state.made_at)
    return (state.response.start, state.measure, state.department, state.id)
