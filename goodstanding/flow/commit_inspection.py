"""The pool of a plan is frozen and its seed committed to; organisations may contest how they count."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from goodstanding.departments.queries import conflicts_declared, officers_of
from goodstanding.departments.secrets_kept import opened, sealed
from goodstanding.flow.bench import Bench, Call
from goodstanding.flow.inspections import held_plan
from goodstanding.flow.sampling_facts import candidates
from goodstanding.inspections import queries, storing
from goodstanding.organisations.queries import codes_of, living_codes
from goodstanding.rules.catalogue.sampling import SamplingTable
from goodstanding.rules.errors import refuse, require_none
from goodstanding.rules.inspection import planning, steps
from goodstanding.rules.inspection.frame import (
    Conflict,
    Frame,
    Inspector,
    Ticket,
    labels,
    salt_of,
    ticket_of,
)
from goodstanding.rules.inspection.rates import Rated, rates
from goodstanding.rules.inspection.refusals import NotInThePool, PoolEmpty
from goodstanding.rules.rights import Action
from goodstanding.rules.states import InspectionPlan


class Secret(msgspec.Struct, frozen=True, kw_only=True):
    """What one commitment hides: the seed until the draw, and the key of the tickets for good."""

    seed: str
    key: str


def commit_inspection(call: Call, *, plan: str) -> None:
    """Freeze the pool, with the rate and reasons of each, and publish the commitment to a seed.

    Again, where a contest was found right or the day of the first visit came too near: with a new
    seed, in public.
    """
    with held_plan(call, plan, Action.COMMIT_INSPECTION) as (held, found):
        require_none(steps.may_commit(found))
        table = held.law.rulebook.sampling(found.field, found.first_day)
        secret = Secret(seed=secrets.token_hex(32), key=secrets.token_hex(32))
        pool = _pool(found, table, held, secret, call.on)
        contest = held.law.deadline(steps.CONTEST, start=call.on)
        days = planning.days_of(found, held.law.calendar, contest=contest, on=call.on)
        frame = _frame(found, table, held, secret, pool, days)
        acts = planning.commit(
            found,
            seed=secret.seed,
            pool=[ticket for _, ticket in pool],
            frame=frame,
            table=table,
            contest=contest,
            on=call.on,
        )
        held.append(acts)
        _keep(found, pool, frame, secret)


def contest_sampling(call: Call, *, plan: str, organisation: str, text: str) -> None:
    """Contest how a plan counts one's organisation, once and before the draw."""
    action = Action.CONTEST_SAMPLING
    with held_plan(call, plan, action, organisation=organisation) as (held, found):
        _in_pool(found, organisation)
        held.append(steps.contest(found, subject=organisation, text=text, on=call.on))


def answer_sampling(
    call: Call, *, plan: str, organisation: str, outcome: str, reasons: str
) -> None:
    """Answer a contest: `lighter` counts one step lighter in this plan, `kept` as it was."""
    action = Action.ANSWER_SAMPLING
    with held_plan(call, plan, action, organisation=organisation) as (held, found):
        acts = steps.answer(
            found, subject=organisation, outcome=outcome, reasons=reasons, on=call.on
        )
        held.append(acts)


def secret_of(plan: str, number: int) -> Secret:
    """What a commitment hides; for the draw, and to tell an organisation its own ticket."""
    framed = queries.framed(plan=plan, number=number)
    return msgspec.json.decode(opened(framed.secret if framed else ""), type=Secret)


def conflicts(
    inspectors: Iterable[str], tickets: Mapping[str, str], days: Iterable[date]
) -> tuple[Conflict, ...]:
    """Who declared a conflict with whom, on any of some days; ``tickets`` by code."""
    span = sorted(days)
    found = conflicts_declared(inspectors, first=span[0], last=span[-1])
    return tuple(
        Conflict(ticket=tickets[about], inspector=account)
        for account, about in found
        if about in tickets
    )


def _pool(
    plan: InspectionPlan, table: SamplingTable, held: Bench, secret: Secret, on: date
) -> list[tuple[Rated, Ticket]]:
    """Each living organisation of the pool with its rate, and its ticket with what is left."""
    codes = living_codes(among=queries.listed(plan=plan.id) if plan.listed else None)
    if not codes:
        refuse(PoolEmpty())
    facts = candidates(codes, table, rulebook=held.law.rulebook, on=on)
    label, seen = labels(secret.key), _seen(plan)
    return [
        (
            rated,
            Ticket(
                ticket=ticket_of(salt_of(secret.key, rated.code), rated.code),
                stratum=label[rated.rate],
                left=max(table.visits_per_year - seen.get(rated.code, 0), 0),
            ),
        )
        for rated in rates(facts, table, on=on, lighter=plan.lighter)
    ]


def _seen(plan: InspectionPlan) -> dict[str, int]:
    return queries.visits_in_years(first=plan.first_day, last=plan.last_day, but=plan.id)


def _frame(
    plan: InspectionPlan,
    table: SamplingTable,
    held: Bench,
    secret: Secret,
    pool: list[tuple[Rated, Ticket]],
    days: tuple[date, ...],
) -> Frame:
    people = officers_of(plan.departments, first=days[0], last=days[-1])
    tickets = {rated.code: ticket.ticket for rated, ticket in pool}
    label = labels(secret.key)
    shares = {label[rate]: getattr(table.shares, rate) for rate in label}
    return Frame(
        days=days,
        inspectors=tuple(Inspector(id=id, department=department) for id, department in people),
        conflicts=conflicts((id for id, _ in people), tickets, days),
        items=planning.items_of(plan, held.law.rulebook),
        shares=dict(sorted(shares.items())),
        size=plan.size,
        per_day=table.visits_per_day,
    )


def _keep(
    plan: InspectionPlan, pool: list[tuple[Rated, Ticket]], frame: Frame, secret: Secret
) -> None:
    storing.keep_pool(
        plan=plan.id,
        number=len(plan.commits) + 1,
        pool=pool,
        frame=msgspec.json.encode(frame).decode(),
        secret=sealed(msgspec.json.encode(secret).decode()),
    )


def _in_pool(plan: InspectionPlan, organisation: str) -> None:
    rows = queries.pooled(codes=codes_of(organisation))
    if not any(each.plan == plan.id and each.code == organisation for each in rows):
        refuse(NotInThePool())
