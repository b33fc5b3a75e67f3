"""What a story expects: asked after the steps above it, as known then; writes nothing."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from goodstanding.catalogue.queries import law
from goodstanding.cli.stories.stage import Stage
from goodstanding.cli.stories.steps import day
from goodstanding.cli.stories.story import Line, StoryUnreadable, moment
from goodstanding.clocks import queries as clocks
from goodstanding.commitments import queries as promises
from goodstanding.consents import queries as consents
from goodstanding.designations import queries as designations
from goodstanding.disclosure import queries as disclosure
from goodstanding.enquiries import watches
from goodstanding.flow import procedure_cases, returns
from goodstanding.flow.answers import Question, answer
from goodstanding.flow.bench import Call
from goodstanding.flow.follow import read_changes
from goodstanding.flow.read_procedures import moved
from goodstanding.flow.reopen import reopenings
from goodstanding.flow.watch import notices_among
from goodstanding.measures import queries as measures
from goodstanding.oversight import in_error, lift_times
from goodstanding.oversight.asked import Asked
from goodstanding.oversight.period import Period
from goodstanding.procedures import queries as procedures
from goodstanding.publication import queries as publication
from goodstanding.publication.notices import running
from goodstanding.register.reading import contents_of, states, stored, stream_of
from goodstanding.register.rebuilding import rebuild
from goodstanding.rules.actors import Actor, Role, Scope
from goodstanding.rules.condition.explain import explain
from goodstanding.rules.designation.closing import closing
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.identity import person_of
from goodstanding.rules.periods import local_day
from goodstanding.rules.removal.gone import gone_of
from goodstanding.rules.returns.owed import Kept
from goodstanding.rules.stacking import facts
from goodstanding.rules.standing import standing
from goodstanding.rules.states import Consent, Designation, Objection, Removal, Repair
from goodstanding.rules.working_set import WorkingSet

RETURN, REMEDIES = "return", ("reconsideration", "court")
Found = dict[str, Any]
Expectation = Callable[[Stage, Line, datetime], Found]
#: A body without a department that keeps a copy of what is public.
_FOLLOWER = Actor(
    id="c-follower",
    client="c-follower",
    roles=frozenset({Role.CLIENT}),
    scopes=frozenset({Scope.CHECKS}),
)


def check(stage: Stage, line: Line, at: datetime) -> Found:
    """What a check answers for a day: ``answer``, ``act_as``, ``effects`` (measures named)."""
    question = Question(
        code=stage.id_of(line.need("of")), procedure=line.need("procedure"), on=_on(line, at)
    )
    found = answer(question, today=local_day(at), known_at=_known(line))
    return {
        "answer": str(found.checked.answer),
        "act_as": str(found.checked.act_as),
        "known": found.checked.known,
        "effects": sorted({effect.measure for effect in found.checked.effects}),
    }


def condition(stage: Stage, line: Line, at: datetime) -> Found:
    """A standing condition on a day: ``is`` met, not-met or cannot-be-told; ``met_from``;
    ``clean_since``; ``against``: what stands against it.

    ``with: {condition: …}`` names it; three-clean-years if left out.
    """
    code, on, known = stage.id_of(line.need("of")), _on(line, at), _known(line)
    person = person_of(code, lambda each: states(each, known_at=known))
    book = law(on=on, known_at=known).rulebook
    rule = book.conditions[str((line.get("with") or {}).get("condition", "three-clean-years"))]
    told = explain(rule, person.work, on=on, rulebook=book)
    labels = {id: label for label, id in stage.ids.items()}
    return {
        "is": str(told.state),
        "met_from": told.met_from,
        "clean_since": told.clean_since,
        "against": sorted(labels.get(each.id, each.id) for each in told.lines if each.against),
    }


def stands(stage: Stage, line: Line, at: datetime) -> Found:
    """The standing for a day: states of records and designations, measures in force."""
    code, on, known = stage.id_of(line.need("of")), _on(line, at), _known(line)
    work = WorkingSet(states(code, known_at=known))
    told = standing(work, organisation=code, on=on, rulebook=law(on=on, known_at=known).rulebook)
    labels = {id: label for label, id in stage.ids.items()}
    return {
        "records": {labels.get(each.id, each.id): each.state for each in told.records},
        "designations": {labels.get(each.id, each.id): each.state for each in told.designations},
        "in_force": sorted({e.measure for e in told.effects if e.force == "in-force"}),
        "stayed": sorted({e.measure for e in told.effects if e.force == "stayed"}),
    }


def due(stage: Stage, line: Line, at: datetime) -> Found:
    """When something is due: ``is`` a day, or null with ``not_before`` while provisional.

    The clock ``return`` is of a department, ``with: {month: …}``; ``reconsideration`` and ``court``
    are of a case, an objection or a repair whose last letter was served.
    """
    if line.need("clock") == RETURN:
        return _return(line, at)
    if line.need("clock") in REMEDIES:
        return _remedy(stage.id_of(line.need("of")), line.need("clock"))
    calendar = law(on=local_day(at), known_at=None).calendar
    of = stage.id_of(line.need("of"))
    duty = clocks.clock(kind=line.need("clock"), of=of, calendar=calendar)
    if duty is None:
        return {"is": "no such clock"}
    return {"is": duty.due_on, "not_before": duty.not_before, "met": duty.met_on is not None}


def _remedy(of: str, clock: str) -> Found:
    matter = stored([of])[of]
    assert isinstance(matter, Designation | Objection | Repair)
    served = [each.served for each in matter.services or () if each.served]
    end = getattr(served[-1], clock) if served else None
    return {"is": end.due, "not_before": end.not_before} if end else {"is": "no such clock"}


def announced(stage: Stage, line: Line, at: datetime) -> Found:
    """The numbers of the public notices that strangers see on a day."""
    found = running(on=_on(line, at))
    return {"numbers": [each.document for each in found]}


def _return(line: Line, at: datetime) -> Found:
    month = str((line.get("with") or {})["month"])
    on = local_day(at)
    owed = returns.owed_for(department=str(line.need("of")), month=month, on=on)
    found = returns.reconciled(owed)
    return {
        "is": owed.due.due,
        "not_before": owed.due.not_before,
        "met": owed.settled,
        "kept": str(owed.kept(on)),
        "lines": [str(each.change) for each in found.listed],
        "differences": len(found.differences),
    }


def tasks(stage: Stage, line: Line, at: datetime) -> Found:
    """The open tasks about an organisation on a day, as ``measure@department`` by kind.

    ``open`` names every kind there is; ``has`` only those that matter.
    """
    code, on = stage.id_of(line.need("of")), _on(line, at)
    found: dict[str, list[str]] = {}
    for task in measures.tasks(on=on, organisation=code):
        _, measure, department, *_ = task.measure_id.split(".")
        found.setdefault(task.kind, []).append(f"{measure}@{department}")
    waiting = {kind: sorted(each) for kind, each in found.items()}
    return {"open": waiting, "has": waiting}


def closed(stage: Stage, line: Line, at: datetime) -> Found:
    """Whether a case is closed on a day, from which day on, and which lifts keep it open."""
    case, on = stage.id_of(line.need("of")), _on(line, at)
    work = WorkingSet(states(stream_of(case) or case, known_at=_known(line)))
    found = closing(work.one(Designation, case), work.measures_under(case), on=on)
    return {"is": found.closed_on, "lifts": sorted({department for _, department in found.lifts})}


def lifting(stage: Stage, line: Line, at: datetime) -> Found:
    """The figures of lifting of a department (``all`` together), ``with: {from: …, to: …}``.

    ``done`` and ``open``; working days ``median`` and ``worst``, calendar days ``worst_days``;
    ``in_error`` the days restricted in error.
    """
    asked_for, on = line.need("with"), local_day(at)
    period = Period(first=day(asked_for["from"]), last=day(asked_for["to"]))
    asked = Asked.of(period, on=on, calendar=law(on=on, known_at=None).calendar)
    owner = "" if line.need("of") == "all" else str(line.need("of"))
    times = lift_times.lift_times(asked).get(owner, lift_times.LiftTimes())
    return {
        "done": times.done,
        "open": times.open,
        "median": float(times.median) if times.median is not None else None,
        "worst": times.worst,
        "worst_days": times.worst_days,
        "in_error": in_error.wrongful(asked).get(owner, in_error.Wrongful()).days,
    }


def late(stage: Stage, line: Line, at: datetime) -> Found:
    """The departments late with ``response``, ``feedback`` or ``return`` on a day."""
    on = _on(line, at)
    if line.need("clock") == RETURN:
        owed = [each for each in returns.owed(on=on) if each.kept(on) is Kept.LATE]
        return {"departments": sorted({each.department for each in owed})}
    calendar = law(on=local_day(at), known_at=None).calendar
    found = measures.late(on=on, kind=line.need("clock"), calendar=calendar)
    return {"departments": sorted({task.department for task in found})}


def public(stage: Stage, line: Line, at: datetime) -> Found:
    """What strangers see of a record on a day: ``full``, ``stub`` or ``none``."""
    record, on = stage.id_of(line.need("of")), _on(line, at)
    entry = publication.entry(record=record)
    if entry is None:
        return {"is": "none"}
    full = publication.public(organisation=entry.organisation, on=on).filter(record=record)
    stub = publication.stubs(organisation=entry.organisation, on=on).filter(record=record)
    seen = "full" if full.exists() else "stub" if stub.exists() else "none"
    return {"is": seen, "disputed": entry.disputed}


def consent(stage: Stage, line: Line, at: datetime) -> Found:
    """Where a consent stands on a day (``is``), when the organisation is reminded of it, and how
    often was pulled under it (``pulls``)."""
    id, on = stage.id_of(line.need("of")), _on(line, at)
    found = stored([id])[id]
    assert isinstance(found, Consent)
    pulls = consents.pulls_under(consents=[id]).get(id, 0)
    return {"is": str(found.status(on)), "reminders": list(found.reminders), "pulls": pulls}


def pulled(stage: Stage, line: Line, at: datetime) -> Found:
    """What a pull told, by its receipt: ``classes``, and the ``records`` and designations in them."""
    found = consents.pull(id=stage.id_of(line.need("of")))
    assert found is not None
    labels = {id: label for label, id in stage.ids.items()}
    return {
        "classes": sorted(found.classes),
        "records": sorted(labels.get(each, each) for each in found.records),
        "not_after": found.not_after,
    }


def strangers(stage: Stage, line: Line, at: datetime) -> Found:
    """What strangers see of a designation on a day: ``seen`` at all, ``listed`` among the exemplars,
    and what the feed of changes tells of it, in ``changes``."""
    case, on = stage.id_of(line.need("of")), _on(line, at)
    feed = read_changes(Call(actor=_FOLLOWER, at=at), after=0, limit=10_000)
    return {
        "seen": designations.seen_by_strangers(on=on).filter(id=case).exists(),
        "listed": designations.exemplars(on=on).filter(id=case).exists(),
        "changes": [each.change for each in feed.items if each.id == case],
    }


def contents(stage: Stage, line: Line, at: datetime) -> Found:
    """What is left written down about a record or designation: ``is`` there or removed.

    Where it was removed: ``removed_on`` which day, under which ``basis``.
    """
    target = stage.id_of(line.need("of"))
    work = WorkingSet(states(stream_of(target) or target))
    gone = gone_of(work.all(Removal), target)
    if gone and not contents_of([target]):
        return {"is": "removed", "removed_on": gone.on, "basis": gone.basis}
    return {"is": "there"}


def recalls(stage: Stage, line: Line, at: datetime) -> Found:
    """Who has a recall of a record still to acknowledge."""
    record = stage.id_of(line.need("of"))
    found = [each for each in disclosure.open_recalls() if each.record == record]
    return {"recipients": sorted({each.recipient for each in found})}


def reopened(stage: Stage, line: Line, at: datetime) -> Found:
    """The departments that have a check about the organisation to look at again."""
    code = stage.id_of(line.need("of"))
    found = [each for each in reopenings(today=local_day(at)) if each.organisation == code]
    return {"departments": sorted({each.department for each in found})}


def watch(stage: Stage, line: Line, at: datetime) -> Found:
    """A watch on a day: ``stage``, ``over``; ``before`` and ``now`` where its answer is new, with the
    measures that ``came`` and ``went``."""
    id, on = stage.id_of(line.need("of")), _on(line, at)
    found = next(each for each in watches.watches(on=on) if each.row.id == id)
    new = next(iter(notices_among([found], on=on)), None)
    return {
        "stage": found.stage,
        "over": not found.active,
        "before": str(new.change.before) if new else None,
        "now": str(new.change.now) if new else None,
        "came": sorted({each.measure for each in new.change.came}) if new else [],
        "went": sorted({each.measure for each in new.change.went}) if new else [],
    }


def procedure_case(stage: Stage, line: Line, at: datetime) -> Found:
    """A case of a procedure: its ``stage``, ``closed``; by row the last ``answers`` and ``results``;
    the rows ``kept_out`` at this stage, those ``moved`` since, ``points`` by row of whom has a bonus
    now, and how many ``bases`` it has."""
    case = procedures.case(id=stage.id_of(line.need("of")))
    assert case is not None
    bids, on = procedures.bids(case=case.id), _on(line, at)
    excluded = procedure_cases.excluded(procedure_cases.Held(case=case, bids=bids))
    return {
        "stage": case.stage,
        "closed": case.closed_on is not None,
        "answers": {each.bidder.row: each.last.answer for each in bids if each.last},
        "results": {each.bidder.row: each.result for each in bids},
        "kept_out": [each.bidder.row for each in bids if each.bidder.organisation in excluded],
        "moved": [bid.bidder.row for bid, _ in moved(case, bids, on=on).changes],
        "points": {
            each.bidder.row: str(one.points)
            for each in bids
            if each.last
            for one in procedure_cases.bearings_of(case, each.last, stage=case.stage)
            if one.acts and one.does == "bonus"
        },
        "bases": case.bases.count(),
    }


def promised(stage: Stage, line: Line, at: datetime) -> Found:
    """A promise on a day: its ``stage``, whether it is ``public``, and whether it ``counts`` as
    broken: by a record that stands and is not disputed."""
    id, on = stage.id_of(line.need("of")), _on(line, at)
    found = promises.promise(id=id)
    assert found is not None
    decided = promises.decisions(records=[found.record]).get(found.record)
    return {
        "stage": found.stage,
        "public": promises.public(on=on).filter(id=id).exists(),
        "counts": decided.counts if decided else False,
    }


def restricting(stage: Stage, line: Line, at: datetime) -> Found:
    """The facts that restrict an organisation on a day: ``facts`` names the designations by the
    document decided on, ``twice`` why a fact is flagged."""
    code, on, known = stage.id_of(line.need("of")), _on(line, at), _known(line)
    work = WorkingSet(states(code, known_at=known))
    rulebook = law(on=on, known_at=known).rulebook
    labels = {id: label for label, id in stage.ids.items()}
    found = facts(work, on=on, rulebook=rulebook)
    return {
        "facts": {
            each.document: sorted(labels.get(one.designation, "") for one in each.restrictions)
            for each in found
        },
        "twice": {each.document: sorted(each.twice) for each in found if each.twice},
    }


def batch(stage: Stage, line: Line, at: datetime) -> Found:
    """What became of a file's rows: counts, and the problem codes by row."""
    judged = stage.batches[str(line.need("of"))].judged
    problems: dict[int, list[str]] = {}
    for row, problem in judged.problems():
        problems.setdefault(row, []).append(problem.code)
    return {
        "read": judged.read,
        "accepted": len(judged.accepted),
        "duplicates": len(judged.duplicates),
        "rejected": len(judged.rejected),
        "quarantined": len(judged.quarantined),
        "problems": problems,
    }


def refusal(stage: Stage, line: Line, at: datetime) -> Found:
    """The codes a step is refused with; nothing of the attempt stays."""
    try:
        with transaction.atomic(using="default"):
            stage.take(line, at=at)
            transaction.set_rollback(True, using="default")
    except Refused as refused:
        return {"codes": sorted(refused.codes)}
    return {"codes": []}


def rebuilt(stage: Stage, line: Line, at: datetime) -> Found:
    """How many rows a rebuild from the acts would change."""
    return {"differences": rebuild(verify=True).differences}


EXPECTATIONS: dict[str, Expectation] = {
    "check": check,
    "standing": stands,
    "condition": condition,
    "due": due,
    "tasks": tasks,
    "closed": closed,
    "lifting": lifting,
    "late": late,
    "public": public,
    "strangers": strangers,
    "watch": watch,
    "promise": promised,
    "procedure_case": procedure_case,
    "restricting": restricting,
    "announced": announced,
    "content": contents,
    "batch": batch,
    "consent": consent,
    "pulled": pulled,
    "recalls": recalls,
    "reopenings": reopened,
    "refusal": refusal,
    "rebuild": rebuilt,
}
ASKING = {
    "expect", "of", "on", "at", "known_at", "procedure", "clock", "by", "do", "with", "as",
    "title",
}  # fmt: skip


def mismatches(stage: Stage, line: Line, at: datetime) -> list[str]:
    """Every value that is not as expected, in words; empty if all hold."""
    name = str(line.need("expect"))
    if name not in EXPECTATIONS:
        refuse(StoryUnreadable(place=f"line {line.number}", problem=f"cannot expect {name}"))
    found = EXPECTATIONS[name](stage, line, at)
    wanted = {key: value for key, value in line.values.items() if key not in ASKING}
    return [
        f"line {line.number}: {name} {key}: expected {value!r}, found {found.get(key)!r}"
        for key, value in wanted.items()
        if not _holds(key, value, found)
    ]


def _holds(key: str, wanted: Any, found: Found) -> bool:
    if key == "on_or_before":
        return found["is"] is not None and found["is"] <= day(wanted)
    got = found.get(key)
    if isinstance(got, list) and isinstance(wanted, list):
        return sorted(wanted) == got
    if isinstance(got, dict) and isinstance(wanted, dict):
        return all(_holds(name, value, got) for name, value in wanted.items()) and (
            key not in ("open",) or set(wanted) == set(got)
        )
    return bool(got == wanted)


def _on(line: Line, at: datetime) -> date:
    return day(line.values["on"]) if "on" in line.values else local_day(at)


def _known(line: Line) -> datetime | int | None:
    known = line.get("known_at")
    if known is None:
        return None
    return int(known[1:]) if str(known).startswith("@") else moment(known)
