"""The promise of the catalogue behind an application: made with it, looked at when papers come."""

from datetime import date

import msgspec

from goodstanding.commitments.queries import broken
from goodstanding.flow.bench import Bench, Call, new_id
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.application import accept as accepting
from goodstanding.rules.application import promising
from goodstanding.rules.application.accept import Promising
from goodstanding.rules.application.state import Application
from goodstanding.rules.catalogue.commitment_rules import CommitmentTemplate
from goodstanding.rules.catalogue.items import Item
from goodstanding.rules.commitment.make import Promise, make, obstacles
from goodstanding.rules.commitment.state import KEPT, Commitment
from goodstanding.rules.errors import Refusal
from goodstanding.rules.law import Law
from goodstanding.rules.policy import permitted
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Organisation, Record


class NewPromise(msgspec.Struct, frozen=True, kw_only=True):
    """A promise of the catalogue about to be made, and what it is judged by."""

    promise: Promise
    template: CommitmentTemplate
    earlier: list[Commitment]
    broken: list[Record]
    law: Law
    on: date

    @property
    def refusals(self) -> list[Refusal]:
        """Everything that stands against it."""
        return obstacles(
            self.promise, self.template, earlier=self.earlier, broken=self.broken, on=self.on
        )

    def acts(self) -> list[Decided]:
        """The promise is made."""
        return make(
            self.promise, earlier=self.earlier, broken=self.broken, law=self.law, on=self.on
        )


def promise_for(
    call: Call,
    held: Bench,
    application: Application,
    item: Item,
    said: Promising | None,
    read: str,
) -> NewPromise | None:
    """The promise of the catalogue that the written one is; none before there is a text for it."""
    longest = accepting.longest_for(item, held.law, call.on)
    against = broken(organisation=held.stream)
    work = held.set(held.stream, *against)
    organisation = work.one(Organisation, held.stream)
    department = application.department
    template = promising.template_for(organisation, department=department, law=held.law, on=call.on)
    if said is None or longest is None or template is None:
        return None
    due = said.due or accepting.last_of(longest)
    promise = promising.promise_of(
        application, organisation, template, id=new_id("y"), due=due, read=read
    )
    return NewPromise(
        promise=promise,
        template=template,
        earlier=work.all(Commitment),
        broken=work.records(against),
        law=held.law,
        on=call.on,
    )


def look(call: Call, held: Bench, application: str) -> None:
    """What the officer saw of the promise: kept where everything came in time.

    A program brings papers and looks at nothing: the department verifies what it brought.
    """
    found = held.one(Application, application)
    over = not found.missing or (found.promise is not None and found.promise.not_supplied_on)
    where = {"department": found.department, "organisation": found.organisation}
    if not over or permitted(call.actor, Action.VERIFY_COMMITMENT, **where):
        return
    item = held.law.rulebook.items.get(found.item)
    for each in commitments(held, found):
        if each.is_open and found.promise is not None:
            papers = found.missing or found.promise.papers
            held.append(promising.seen(each, found, item, papers=papers, on=call.on))
            _find_kept(call, held, each)


def _find_kept(call: Call, held: Bench, commitment: Commitment) -> None:
    now = held.one(Commitment, commitment.id)
    if now.looks[-1].seen == KEPT:
        template = held.law.rulebook.commitments.get(now.template)
        held.append(promising.kept(now, template, law=held.law, on=call.on))


def commitments(held: Bench, application: Application) -> list[Commitment]:
    """The promise of the catalogue that the application's is, if it is one."""
    id = application.promise.commitment if application.promise else ""
    found = held.set(id).find(Commitment, id) if id else None
    return [found] if found else []


def text_for(
    organisation: Organisation | None, department: str, law: Law | None, on: date
) -> CommitmentTemplate | None:
    """The text of the catalogue that would be promised, for the form to show."""
    if organisation is None or law is None:
        return None
    return promising.template_for(organisation, department=department, law=law, on=on)
