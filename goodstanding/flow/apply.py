"""An application at a department's desk: received, accepted, papers that follow, decided."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from goodstanding.applications import queries
from goodstanding.applications.models import Application as Row
from goodstanding.catalogue.queries import law as law_on
from goodstanding.flow import policy
from goodstanding.flow.answers import Question, code_of
from goodstanding.flow.apply_promise import commitments, look, promise_for
from goodstanding.flow.bench import Bench, Call, bench_of, new_id
from goodstanding.flow.enquire import ask
from goodstanding.organisations.queries import replaced
from goodstanding.register.reading import states
from goodstanding.rules.acts.application import Asked
from goodstanding.rules.application import accept as accepting
from goodstanding.rules.application import decide as deciding
from goodstanding.rules.application import promising
from goodstanding.rules.application import receive as receiving
from goodstanding.rules.application.accept import Promising
from goodstanding.rules.application.state import GRANTED, PROCEDURES, Application
from goodstanding.rules.errors import refuse, require_none
from goodstanding.rules.free_text import numbers_in
from goodstanding.rules.rights import Action
from goodstanding.rules.working_set import AggregateUnknown


def read_application(call: Call, *, application: str) -> Row:
    """An application, for its department, its organisation and who oversees both."""
    found = queries.application(id=application)
    if found is None:
        refuse(AggregateUnknown(id=application))
    policy.require(
        call.actor,
        Action.READ_APPLICATIONS,
        department=found.department,
        organisation=found.organisation,
    )
    return found


def receive_application(
    call: Call, *, organisation: str, item: str, case_number: str, papers: tuple[str, ...] = ()
) -> str:
    """Note that an organisation applied for an item, with these papers; returns the id.

    What it has earned is asked of the register under the case number, with receipts; nobody judges it.
    """
    require_none(numbers_in({"case_number": case_number}))
    code = code_of(organisation, law_on(on=call.on))
    with bench_of(call, replaced([code]).get(code, code)) as held:
        policy.require(
            call.actor,
            Action.HANDLE_APPLICATION,
            department=call.actor.department,
            organisation=held.stream,
            matter=held.stream,
        )
        found = held.law.rulebook.item(item)
        new = receiving.Applying(
            id=new_id("a"),
            organisation=held.stream,
            department=call.actor.department,
            case_number=case_number,
            handed_in=tuple(papers),
        )
        earlier = [each for each in states(held.stream).values() if isinstance(each, Application)]
        require_none(receiving.receiving_refusals(new, found, earlier=earlier, on=call.on))
        asked = _ask(call, held.stream, case_number.strip())
        held.append(receiving.receive(new, found, asked=asked, law=held.law, on=call.on))
    return new.id


def tell_missing_papers(call: Call, *, application: str) -> None:
    """Tell the organisation, once, everything that is missing."""
    with _held(call, application, Action.HANDLE_APPLICATION) as (held, found):
        held.append(receiving.tell_missing(found, on=call.on))


def supply_application_papers(call: Call, *, application: str, papers: tuple[str, ...]) -> None:
    """Note that papers which were missing or promised have come."""
    with _held(call, application, Action.HANDLE_APPLICATION) as (held, found):
        held.append(receiving.supply(found, tuple(papers), on=call.on))
        look(call, held, application)


def accept_application(
    call: Call, *, application: str, promise: str = "", due: date | None = None, read: str = ""
) -> None:
    """Accept an application; its limit begins to run, in the fast lane where that is earned.

    Args:
        promise: the document of the written promise to supply what is missing; without one nothing
            may follow.
        due: by when the papers come; left out: as late as the item allows.
        read: the digest of the catalogue's text that was signed; left out: the text of today.
    """
    with _held(call, application, Action.ACCEPT_APPLICATION) as (held, found):
        item = held.law.rulebook.item(found.item)
        asked = _ask(call, held.stream, found.case_number)
        said = Promising(document=promise, due=due) if promise.strip() or due else None
        made = promise_for(call, held, found, item, said, read)
        acts = accepting.accept(
            found,
            item,
            promising=said,
            asked=asked,
            law=held.law,
            on=call.on,
            commitment=made.promise.id if made else "",
            beside=made.refusals if made else (),
        )
        held.append([*acts, *(made.acts() if made else ())])


def decide_application(
    call: Call,
    *,
    application: str,
    outcome: str,
    document: str = "",
    reasons: str = "",
    decided_on: date | None = None,
) -> None:
    """Record what the department decided: granted, refused, not accepted; or that it was withdrawn."""
    said = deciding.Decision(
        outcome=outcome, document=document, reasons=reasons, decided_on=decided_on or call.on
    )
    with _held(call, application, Action.DECIDE_APPLICATION) as (held, found):
        held.append(deciding.decide(found, said, calendar=held.law.calendar, on=call.on))
        if found.awaits and outcome != GRANTED:
            held.append(promising.taken_back(commitments(held, found), call.on))


def record_papers_not_supplied(call: Call, *, application: str) -> None:
    """Record that promised papers did not come by their day; by itself nothing follows."""
    with _held(call, application, Action.DECIDE_APPLICATION) as (held, found):
        held.append(deciding.note_not_supplied(found, on=call.on))
        look(call, held, application)


def note_consequence(
    call: Call,
    *,
    application: str,
    consequence: str,
    document: str = "",
    reasons: str = "",
    noticed_on: date | None = None,
    decided_on: date | None = None,
) -> None:
    """Note what the department did, by its own decision after notice, because papers never came."""
    said = deciding.Consequence(
        consequence=consequence,
        document=document,
        reasons=reasons,
        noticed_on=noticed_on,
        decided_on=decided_on or call.on,
    )
    with _held(call, application, Action.DECIDE_APPLICATION) as (held, found):
        held.append(deciding.note_consequence(found, said, on=call.on))


def _ask(call: Call, code: str, case_number: str) -> tuple[Asked, ...]:
    """The register's answers for both procedures, each with a receipt in this transaction."""
    found = []
    for procedure in PROCEDURES:
        told = ask(call, Question(code=code, procedure=procedure, case_number=case_number))
        checked = told.checked
        found.append(
            Asked(
                procedure=procedure,
                receipt=told.receipt,
                answer=str(checked.answer),
                act_as=str(checked.act_as),
            )
        )
    return tuple(found)


@contextmanager
def _held(call: Call, application: str, action: Action) -> Iterator[tuple[Bench, Application]]:
    """The organisation held, and the application, by somebody who may take the step."""
    with bench_of(call, application) as held:
        found = held.one(Application, application)
        policy.require(
            call.actor,
            action,
            department=found.department,
            organisation=found.organisation,
            matter=application,
        )
        yield held, found
