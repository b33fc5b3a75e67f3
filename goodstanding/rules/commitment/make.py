"""An organisation promises something by a text of the catalogue."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from goodstanding.rules.acts import commitment as acts
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.catalogue.commitment_rules import CommitmentTemplate
from goodstanding.rules.commitment import refusals
from goodstanding.rules.commitment.state import Commitment
from goodstanding.rules.commitment.text import text_digest
from goodstanding.rules.deadlines import due_after
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.masking import mask
from goodstanding.rules.periods import corresponding_day
from goodstanding.rules.states import Organisation, Record

DAY = timedelta(days=1)


class Standard(msgspec.Struct, frozen=True, kw_only=True):
    """A self-declared standard: its number, what it is applied to, and its edition."""

    number: str = ""
    scope: str = ""
    edition: str = ""

    @property
    def given(self) -> bool:
        """Whether anything of it was typed."""
        return bool(self.number.strip() or self.scope.strip() or self.edition.strip())

    @property
    def whole(self) -> bool:
        """Whether all three were typed."""
        return bool(self.number.strip() and self.scope.strip() and self.edition.strip())


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """What an organisation is about to promise; ``read``: the digest of the text it confirmed.

    ``matter``: what it is about in this case, in a line; seen by the department, never published.
    """

    id: str
    organisation: Organisation
    template: str
    department: str
    due_on: date
    consent: bool
    read: str
    matter: str = ""
    standard: Standard = Standard()


def make(
    promise: Promise,
    *,
    earlier: Sequence[Commitment],
    broken: Sequence[Record],
    law: Law,
    on: date,
) -> list[Decided]:
    """A promise is made by a text in force, to a department that accepts it, with a due day.

    Args:
        earlier: the promises of the organisation that still run.
        broken: its records of decisions on broken promises (kind `commitment`, adverse).

    Raises:
        Refused: with everything that stands against it.
    """
    template = law.rulebook.commitment(promise.template)
    require_none(obstacles(promise, template, earlier=earlier, broken=broken, on=on))
    effect = acts.CommitmentMade(
        template=template.id,
        edition=template.edition,
        text_digest=promise.read,
        area=template.area,
        commitment_type=template.commitment_type,
        department=promise.department,
        due_on=promise.due_on,
        by_rule=template.published is not None,
        consented=promise.consent,
        shown_until=corresponding_day(promise.due_on, template.shown_months),
        verification=verification(template, promise.due_on, law),
        standard=promise.standard.number.strip(),
        standard_scope=promise.standard.scope.strip(),
        standard_edition=promise.standard.edition.strip(),
    )
    return [
        Decided(
            stream=promise.organisation.id,
            aggregate=promise.id,
            effective_on=on,
            effect=effect,
            content={
                "text": template.text.zh,
                "text_en": template.text.en,
                "matter": mask(promise.matter.strip()),
            },
        )
    ]


def verification(template: CommitmentTemplate, due_on: date, law: Law) -> Deadline:
    """By when the department looks: the corresponding day so many months on, or the next working day.

    Counted as one working day from the day before it, so that a calendar loaded later settles it.
    """
    before = corresponding_day(due_on, template.verification.within_months) - DAY
    due = due_after(before, 1, law.calendar)
    rule = f"commitments/{template.id}"
    return Deadline(start=before, working_days=1, due=due.due, not_before=due.not_before, rule=rule)


def obstacles(
    promise: Promise,
    template: CommitmentTemplate,
    *,
    earlier: Sequence[Commitment],
    broken: Sequence[Record],
    on: date,
) -> list[Refusal]:
    """Everything that stands against a promise, for the form to say before it is sent."""
    return [
        *_of_the_template(promise, template, on),
        *_of_the_days(promise, template, on),
        *_of_the_standard(promise, template),
        *excluded(template, broken),
        *_running(promise, earlier, on),
    ]


def excluded(template: CommitmentTemplate, broken: Sequence[Record]) -> list[Refusal]:
    """Whether a broken promise that is not repaired keeps the organisation from this one.

    A record under objection counts for nothing here until the objection is decided.
    """
    if template.excluded_after_broken is None:
        return []
    held = [each for each in broken if each.stands and not each.marks]
    return [refusals.ExcludedByBroken(record=each.id) for each in held]


def _of_the_template(promise: Promise, template: CommitmentTemplate, on: date) -> list[Refusal]:
    found: list[Refusal] = []
    force = template.in_force
    if not force.holds_on(on):
        days = f"{force.since} - {force.until or '…'}"
        found.append(refusals.TemplateNotInForce(template=template.id, days=days))
    if promise.department not in template.departments:
        found.append(
            refusals.NotCompetentToAccept(
                department=promise.department,
                template=template.id,
                departments=template.departments,
            )
        )
    if promise.organisation.class_id not in template.targets:
        found.append(
            refusals.ClassNotOfThePromise(
                template=template.id, class_id=promise.organisation.class_id
            )
        )
    if promise.read != text_digest(template):
        found.append(refusals.PromiseTextChanged())
    return found


def _of_the_days(promise: Promise, template: CommitmentTemplate, on: date) -> list[Refusal]:
    latest = corresponding_day(on, template.max_months)
    if promise.due_on <= on:
        return [refusals.DueDayNotAhead(due_on=promise.due_on)]
    if promise.due_on > latest:
        return [
            refusals.PromisedTooLong(
                due_on=promise.due_on, months=template.max_months, latest=latest
            )
        ]
    return []


def _of_the_standard(promise: Promise, template: CommitmentTemplate) -> list[Refusal]:
    if template.standard and not promise.standard.whole:
        return [refusals.StandardMissing()]
    if promise.standard.given and not template.standard:
        return [refusals.StandardNotAsked(template=template.id)]
    return []


def _running(promise: Promise, earlier: Sequence[Commitment], on: date) -> list[Refusal]:
    """The same promise to the same department; of a certain matter there may be several."""
    if promise.matter.strip():
        return []
    same = (promise.template, promise.department, promise.standard.number.strip())
    return [
        refusals.PromisedAlready(commitment=each.id)
        for each in earlier
        if each.is_open
        and each.due_on >= on
        and (each.template, each.department, each.standard) == same
    ]
