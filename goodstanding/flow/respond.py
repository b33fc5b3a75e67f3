"""Implementing departments answer a task and report what they did."""

from datetime import date

from goodstanding.flow import policy
from goodstanding.flow.bench import Call, bench_of
from goodstanding.rules.measure import respond as rules
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Measure


def respond(
    call: Call, *, task: str, answer: str, reason: str = "", acting_on: date | None = None
) -> None:
    """Answer `apply` or `not_applied` to the measure a task asks for."""
    measure = measure_of(task)
    with bench_of(call, measure) as held:
        found = held.one(Measure, measure)
        policy.require(
            call.actor,
            Action.RESPOND_TASK,
            department=found.department,
            organisation=found.organisation,
            matter=measure,
        )
        acts = rules.respond(
            found, answer=answer, reason=reason, acting_on=acting_on, law=held.law, on=call.on
        )
        held.append(acts)


def feed_back(
    call: Call, *, task: str, done_on: date | None = None, proof: str, note: str = ""
) -> None:
    """Report what was done about one task: apply, suspend, resume or lift."""
    measure = measure_of(task)
    with bench_of(call, measure) as held:
        found = held.one(Measure, measure)
        policy.require(
            call.actor,
            Action.FEED_BACK_TASK,
            department=found.department,
            organisation=found.organisation,
            matter=measure,
        )
        day = done_on or call.on
        acts = rules.feed_back(found, task=task, done_on=day, proof=proof, note=note, on=call.on)
        held.append(acts)


def measure_of(task: str) -> str:
    """The measure a task belongs to: its id is the measure's, a kind, and a number where needed."""
    designation, measure, department, *_ = [*task.split("."), "", ""]
    return f"{designation}.{measure}.{department}"
