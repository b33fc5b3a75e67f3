"""A promise at the desk is a promise of the catalogue, where a text of it is in force: one truth."""

from collections.abc import Iterable, Sequence
from datetime import date

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.application.state import DOCUMENTS, Application
from goodstanding.rules.catalogue.commitment_rules import CommitmentTemplate
from goodstanding.rules.catalogue.items import Item
from goodstanding.rules.commitment.find import Result, find
from goodstanding.rules.commitment.make import Promise
from goodstanding.rules.commitment.publicity import withdraw
from goodstanding.rules.commitment.state import BROKEN, KEPT, PARTLY, Commitment
from goodstanding.rules.commitment.text import text_digest
from goodstanding.rules.commitment.verify import verify
from goodstanding.rules.law import Law
from goodstanding.rules.states import Organisation

#: Papers are what is looked at.
METHOD = "papers"


def template_for(
    organisation: Organisation, *, department: str, law: Law, on: date
) -> CommitmentTemplate | None:
    """The text of a promise of documents to follow that the department accepts on a day, if any.

    Before there is one, the promise is kept on the application alone.
    """
    fitting = (
        each
        for each in law.rulebook.commitments.values()
        if each.commitment_type == DOCUMENTS
        and each.in_force.holds_on(on)
        and department in each.departments
        and organisation.class_id in each.targets
    )
    return next(fitting, None)


def promise_of(
    application: Application,
    organisation: Organisation,
    template: CommitmentTemplate,
    *,
    id: str,
    due: date,
    read: str,
) -> Promise:
    """The promise that is made with the acceptance; ``read``: digest of the text that was signed."""
    return Promise(
        id=id,
        organisation=organisation,
        template=template.id,
        department=application.department,
        due_on=due,
        consent=False,
        read=read or text_digest(template),
        matter=application.case_number,
    )


def seen(
    commitment: Commitment,
    application: Application,
    item: Item | None,
    *,
    papers: Iterable[str],
    on: date,
) -> list[Decided]:
    """What the officer saw of the promise: all papers in time, all of them late, or never."""
    named = {each.id: each.title.zh for each in (item.papers if item else ())}
    listed = "、".join(named.get(each, each) for each in papers)
    late = on > commitment.due_on
    came = not application.missing
    facts = f"已收到：{listed}" if came else f"期限届满仍未补交：{listed}"
    what = (PARTLY if late else KEPT) if came else BROKEN
    return verify(commitment, verified_on=on, method=METHOD, seen=what, facts=facts, on=on)


def kept(
    commitment: Commitment, template: CommitmentTemplate | None, *, law: Law, on: date
) -> list[Decided]:
    """All papers came in time: the promise is kept. Late ones are found by the department apart."""
    result = Result(outcome=KEPT, found_on=on, reasons="承诺的材料已在期限内补齐。")
    return find(commitment, result, template=template, law=law, on=on)


def taken_back(commitments: Sequence[Commitment], on: date) -> list[Decided]:
    """An application that is given up needs no papers: its promise goes with it, in time."""
    fitting = (each for each in commitments if each.is_open and not each.breach)
    return [act for each in fitting if on <= each.due_on for act in withdraw(each, on=on)]
