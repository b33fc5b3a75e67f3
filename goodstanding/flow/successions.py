"""Successors an officer looks at: a predecessor is restricted by a decision of the department."""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from goodstanding.designations import queries as designations
from goodstanding.organisations import queries as organisations
from goodstanding.organisations.models import Link
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.identity import review_until
from goodstanding.rules.legal_person import CODE_CHANGE
from goodstanding.rules.legal_person import Link as DatedLink

#: No time to be looked at is longer: the most months a parameter may have are 120.
LONGEST = timedelta(days=3_660)


class Succession(msgspec.Struct, frozen=True, kw_only=True):
    """A merger or division an officer looks at, through ``until``."""

    successor: str
    name: str
    predecessor: str
    by: str
    until: date


def to_look_at(*, department: str, on: date, rulebook: Rulebook) -> list[Succession]:
    """The successors of organisations that a decision of the department restricts on a day."""
    found = [
        (link, until)
        for link in organisations.gone_into(first=on - LONGEST, last=on)
        if (until := _until(link, rulebook)) and on <= until
    ]
    former = organisations.former_codes({link.code for link, _ in found})
    restricted = _restricted(department, on, {*former, *former.values()})
    mine = [(link, until) for link, until in found if restricted & {link.code, *_of(former, link)}]
    names = organisations.named(link.other for link, _ in mine)
    return [
        Succession(
            successor=link.other,
            name=names.get(link.other, link.other),
            predecessor=link.code,
            by=link.by,
            until=until,
        )
        for link, until in mine
    ]


def _until(link: Link, rulebook: Rulebook) -> date | None:
    assert link.by != CODE_CHANGE
    told = DatedLink(other=link.other, by=link.by, manner=link.manner, on=link.on)
    return review_until(told, rulebook)


def _of(former: dict[str, str], link: Link) -> set[str]:
    return {old for old, now in former.items() if now == link.code}


def _restricted(department: str, on: date, codes: Iterable[str]) -> set[str]:
    cases = designations.in_force(on=on).exclude(sense="advantage")
    own = cases.filter(department=department, organisation__in=set(codes))
    return set(own.values_list("organisation", flat=True))
