"""Two organisations of a like name are not the same: stated, confirmed by another, taken back."""

from collections.abc import Iterator
from contextlib import contextmanager

from goodstanding.catalogue.queries import law as law_on
from goodstanding.departments.models.grant import CREDIT_OFFICE
from goodstanding.flow import policy
from goodstanding.flow.bench import Bench, Call, new_id
from goodstanding.register.reading import stream_of
from goodstanding.register.writing import writing
from goodstanding.rules.distinct import Distinction
from goodstanding.rules.distinction import steps
from goodstanding.rules.distinction.refusals import OtherUnknown
from goodstanding.rules.errors import refuse
from goodstanding.rules.identifiers import judge, normalise
from goodstanding.rules.legal_person import Organisation
from goodstanding.rules.rights import Action
from goodstanding.rules.working_set import AggregateUnknown, WorkingSet


def state_distinct(call: Call, *, code: str, other: str, reasons: str) -> str:
    """State that two organisations are not the same; returns the id of the statement.

    Until another officer of the department confirms it no page says so. ``code``, ``other``: credit
    codes that the register has met, in either order; one who speaks for an organisation gives its
    own code first, and the department that registers it compares both. Raises `Refused`.
    """
    code, other = normalise(code), normalise(other)
    own = not call.actor.department
    department = call.actor.department or _registrar(call, code)
    for organisation in (code,) if own else (code, other):
        policy.require(
            call.actor,
            Action.STATE_DISTINCT,
            department=department,
            organisation=organisation,
        )
    for each in (code, other):
        if stream_of(each) is None:
            refuse(OtherUnknown(code=each))
    first, second = steps.pair(code, other)
    with _benches(call, first, second) as (held, beside):
        work = held.set()
        id = new_id("n")
        acts = steps.state_distinct(
            work.one(Organisation, first),
            beside.one(Organisation, second),
            id=id,
            department=department,
            reasons=reasons,
            standing=work.all(Distinction),
            on=call.on,
        )
        held.append(acts)
    return id


def _registrar(call: Call, code: str) -> str:
    """Who compares what an organisation states itself: its registrar, else the credit office."""
    rulebook = law_on(on=call.on, known_at=None).rulebook
    keeping = rulebook.registering(judge(code).class_id or "")
    return keeping[0].id if keeping else CREDIT_OFFICE


def confirm_distinct(call: Call, *, distinction: str) -> None:
    """Confirm it: both pages say so from now on, and candidates are marked."""
    with _held(call, distinction, Action.CONFIRM_DISTINCT) as (held, found):
        held.append(steps.confirm_distinct(found, on=call.on))


def withdraw_distinct(call: Call, *, distinction: str, reasons: str) -> None:
    """Take it back, confirmed or not; a reason is kept."""
    with _held(call, distinction, Action.WITHDRAW_DISTINCT) as (held, found):
        held.append(steps.withdraw_distinct(found, reasons=reasons, on=call.on))


@contextmanager
def _held(call: Call, id: str, action: Action) -> Iterator[tuple[Bench, Distinction]]:
    stream = stream_of(id) or refuse(AggregateUnknown(id=id))
    with _benches(call, stream) as (held, _work):
        found = held.set(id).one(Distinction, id)
        for organisation in (found.organisation, found.other):
            policy.require(
                call.actor,
                action,
                department=found.department,
                organisation=organisation,
                first=found.stated_by,
                matter=id,
            )
        yield held, found


@contextmanager
def _benches(call: Call, *streams: str) -> Iterator[tuple[Bench, WorkingSet]]:
    """The bench of the first organisation, and what is held of the last; both under lock."""
    law = law_on(on=call.on, known_at=None)
    with writing(
        *streams, author=call.author, at=call.at, cause=call.cause or None, law=law.versions
    ) as work:
        benches = [Bench(work, stream, law, call.on) for stream in streams]
        yield benches[0], benches[-1].set()
