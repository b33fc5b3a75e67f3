"""Consent is given and taken back: by the organisation alone, for days, to one institution."""

from collections.abc import Sequence
from datetime import date

import msgspec

from goodstanding.rules.acts import consent as acts
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.values import Basis
from goodstanding.rules.catalogue.consent_rules import ConsentPurpose, DataClass
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.consent import refusals as no
from goodstanding.rules.consent.state import Consent
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.periods import corresponding_day, last_day_of

LONGEST_PRODUCT = 60


class Grantee(msgspec.Struct, frozen=True, kw_only=True):
    """An institution that is registered on the day: its own credit code and its kind."""

    code: str
    kind: str


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What the organisation wants to open: as chosen, not judged yet; both days in force."""

    grantee: str
    purpose: str
    product: str
    classes: tuple[str, ...]
    first_day: date
    last_day: date
    continuous: bool


def give(
    wish: Wish,
    *,
    id: str,
    organisation: str,
    grantee: Grantee | None,
    standing: Sequence[Consent],
    law: Law,
    on: date,
) -> list[Decided]:
    """The organisation consents; what is opened is resolved now and is never widened later.

    Args:
        grantee: the institution as registered on the day; None where there is none of that code.
        standing: the organisation's consents to it.
        on: the legal day in Asia/Shanghai.

    Source: the work plan 三(一)5, and what regulations on credit say of non-public information.
    """
    require_none(refusals_of(wish, organisation, grantee, standing, law, on))
    assert grantee is not None
    purpose = law.rulebook.consent_purposes[wish.purpose]
    opened = [law.rulebook.data_classes[each] for each in dict.fromkeys(wish.classes)]
    effect = acts.ConsentGiven(
        grantee=grantee.code,
        grantee_kind=grantee.kind,
        purpose=purpose.id,
        product=wish.product.strip(),
        procedure=purpose.procedure,
        classes=tuple(resolved(each) for each in opened),
        first_day=wish.first_day,
        last_day=wish.last_day,
        continuous=wish.continuous,
        reminders=_reminders(wish, law.value(purpose.reminder, on)) if wish.continuous else (),
        basis=_bases(purpose, on),
    )
    return [_decided(organisation, id, on, effect)]


def revoke(consent: Consent, *, on: date) -> list[Decided]:
    """The organisation takes it back; nothing is opened from this act on, and no reason is asked."""
    if consent.revoked_on is not None:
        require_none([no.ConsentTakenBackBefore(day=consent.revoked_on)])
    over: list[Refusal] = [no.ConsentOver(day=consent.last_day)] if on > consent.last_day else []
    require_none(over)
    return [
        _decided(consent.organisation, consent.id, on, acts.ConsentRevoked(grantee=consent.grantee))
    ]


def resolved(opened: DataClass) -> acts.OpenedClass:
    """A class of data as the catalogue has it now."""
    return acts.OpenedClass(id=opened.id, records=opened.records, facts=opened.facts)


def latest(purpose: ConsentPurpose, law: Law, on: date) -> date:
    """The latest last day of a consent given on a day; it is counted from that day."""
    return last_day_of(on, months=law.value(purpose.longest, on))


def purposes(rulebook: Rulebook, on: date) -> dict[str, ConsentPurpose]:
    """What consent may be given for on a day, by id."""
    found = rulebook.consent_purposes.items()
    return {id: each for id, each in found if each.in_force.holds_on(on)}


def data_classes(rulebook: Rulebook, on: date) -> dict[str, DataClass]:
    """What consent may open on a day, by id."""
    found = rulebook.data_classes.items()
    return {id: each for id, each in found if each.in_force.holds_on(on)}


def refusals_of(
    wish: Wish,
    organisation: str,
    grantee: Grantee | None,
    standing: Sequence[Consent],
    law: Law,
    on: date,
) -> list[Refusal]:
    """Everything that stands against a consent, at once; arguments as for `give`."""
    purpose = purposes(law.rulebook, on).get(wish.purpose)
    return [
        *_to_whom(wish, organisation, grantee, purpose),
        *_for_what(wish, purpose, law.rulebook, on),
        *_when(wish, purpose, law, on),
        *_twice(wish, standing, on),
    ]


def _to_whom(
    wish: Wish, organisation: str, grantee: Grantee | None, purpose: ConsentPurpose | None
) -> list[Refusal]:
    if grantee is None:
        return [no.GranteeUnknown(grantee=wish.grantee[:18])]
    if grantee.code == organisation:
        return [no.ConsentToItself()]
    wrong = purpose is not None and grantee.kind not in purpose.grantees
    return [no.GranteeNotOfPurpose()] if wrong else []


def _for_what(
    wish: Wish, purpose: ConsentPurpose | None, rulebook: Rulebook, on: date
) -> list[Refusal]:
    found: list[Refusal] = []
    if purpose is None:
        known = tuple(purposes(rulebook, on))
        found.append(no.PurposeUnknown(purpose=wish.purpose[:60], purposes=known))
    if not wish.product.strip():
        found.append(no.ProductMissing())
    if len(wish.product.strip()) > LONGEST_PRODUCT:
        found.append(no.ProductTooLong(most=LONGEST_PRODUCT))
    known = tuple(data_classes(rulebook, on))
    unknown = sorted({each[:60] for each in wish.classes} - set(known))
    if unknown:
        found.append(no.DataClassUnknown(classes=unknown, known=known))
    return found if wish.classes else [*found, no.NoDataClass()]


def _when(wish: Wish, purpose: ConsentPurpose | None, law: Law, on: date) -> list[Refusal]:
    found: list[Refusal] = []
    if wish.first_day < on:
        found.append(no.ConsentInThePast())
    if wish.last_day < wish.first_day:
        found.append(no.ConsentDaysReversed())
    last = latest(purpose, law, on) if purpose else None
    if last and wish.last_day > last:
        found.append(no.ConsentTooLong(latest=last))
    return found


def _twice(wish: Wish, standing: Sequence[Consent], on: date) -> list[Refusal]:
    mine = (wish.grantee, wish.purpose, wish.product.strip())
    same = ((each.grantee, each.purpose, each.product) for each in standing if each.holds(on))
    return [no.ConsentStands()] if mine in same else []


def _reminders(wish: Wish, every: int) -> tuple[date, ...]:
    """The days each so many months after the first day, as far as the consent goes."""
    found, months = [], every
    while every and (day := corresponding_day(wish.first_day, months)) <= wish.last_day:
        found.append(day)
        months += every
    return tuple(found)


def _bases(purpose: ConsentPurpose, on: date) -> tuple[Basis, ...]:
    return tuple(
        Basis(instrument=each.instrument, article=each.article_on(on)) for each in purpose.citations
    )


def _decided(
    organisation: str, id: str, on: date, effect: acts.ConsentGiven | acts.ConsentRevoked
) -> Decided:
    return Decided(stream=organisation, aggregate=id, effective_on=on, effect=effect)
