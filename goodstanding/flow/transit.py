"""A new version of the law shortens what was written down under the old one: one act each.

Organisation by organisation, in chunks of one transaction each. Nothing remembers how far it came:
what is done no longer differs from the new law, so that it is begun again wherever it stopped, and
what is left is always a query.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import msgspec
from django.db.models import Q, QuerySet

from goodstanding.catalogue.bodies import rulebook_of
from goodstanding.catalogue.queries import coming
from goodstanding.designations.models import Case
from goodstanding.flow.bench import Call
from goodstanding.flow.upcoming import revision_to
from goodstanding.measures.models import AppliedMeasure
from goodstanding.publication.models import Entry
from goodstanding.register.bulk import append_many
from goodstanding.register.reading import named_states
from goodstanding.register.writing import Work
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.transition import ValuesReResolved
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.governing.revision import Revision

#: Organisations per transaction: a few have hundreds of records, most have one.
CHUNK = 200


class Touched(msgspec.Struct, frozen=True, kw_only=True):
    """One last day that a version changes: of what, by which rule, until when now."""

    organisation: str
    aggregate: str
    of: str
    rule: str
    transition: str
    last_day: date


def transit(call: Call, *, digest: str, organisations: Sequence[str] = ()) -> Iterator[int]:
    """Write the acts a version brings; yields, chunk by chunk, how many were written.

    Args:
        digest: of the version that was activated.
        organisations: only these; all that may be touched if empty.
    """
    revision = revision_to(rulebook_of(digest))
    if revision is None:
        return
    chunks = append_many(
        _streams(revision, organisations),
        streams_of=lambda code: (code,),
        decide=lambda work, codes: _decide(work, codes, revision),
        author=call.author,
        at=call.at,
        cause=f"transit.{digest[:32]}",
        law=(digest, revision.calendar.id),
        chunk=CHUNK,
    )
    for acts in chunks:
        yield len(acts)


def touched(new: Rulebook, *, most: int | None = None) -> list[Touched]:
    """What a version would change now, or has still to change; nothing is written.

    Args:
        most: stop after so many organisations that may be touched.
    """
    revision = revision_to(new)
    if revision is None:
        return []
    codes = _streams(revision, ())[:most]
    parts = (codes[n : n + CHUNK] for n in range(0, len(codes), CHUNK))
    found = (revision.acts(named_states(_named(revision, part))) for part in parts)
    return [each for acts in found for act in acts for each in _told(act)]


def settle(call: Call, organisations: Iterable[str]) -> None:
    """What was written in bulk just now, under versions that are activated and still to come."""
    found = coming(after=call.on)
    codes = sorted(set(organisations)) if found else []
    for new in found:
        sum(transit(call, digest=new.digest, organisations=codes))


def _told(act: Decided) -> Iterator[Touched]:
    assert isinstance(act.effect, ValuesReResolved)
    for value in act.effect.values:
        yield Touched(
            organisation=act.stream,
            aggregate=act.aggregate,
            of=value.of,
            rule=value.rule,
            transition=value.transition,
            last_day=value.last_day,
        )


def _decide(work: Work, codes: Sequence[str], revision: Revision) -> list[Decided]:
    ids = _named(revision, codes)
    work.prefetch(ids)
    states = {id: state for id in ids if (state := work.state(id)) is not None}
    return revision.acts(states)


def _streams(revision: Revision, only: Sequence[str]) -> list[str]:
    """The organisations of which something may change, sorted by code."""
    found: set[str] = set()
    for rows in _candidates(revision, only):
        found.update(rows.values_list("organisation", flat=True).distinct())
    return sorted(found)


def _named(revision: Revision, codes: Sequence[str]) -> list[str]:
    """What of these organisations may change, and the designations measures rest on."""
    entries, cases, measures = _candidates(revision, codes)
    ids = set(entries.values_list("record", flat=True))
    ids.update(cases.values_list("id", flat=True))
    for id, designations in measures.values_list("id", "designations"):
        ids.update((id, *designations))
    return sorted(ids)


def _candidates(revision: Revision, only: Sequence[str]) -> tuple[QuerySet[Any], ...]:
    """Rows that may change: by rule and by last day, before anything is loaded."""
    first = revision.first
    mine = Q(organisation__in=only) if only else Q()
    grounds = revision.grounds | {ground for ground, _ in revision.pairs}
    of_grounds = Case.objects.filter(mine, ground__in=grounds, stage="listed", last_day__gte=first)
    entries = Entry.objects.filter(
        mine, record_kind__in=revision.kinds, withdrawn_on__isnull=True, public_until__gte=first
    )
    measures = AppliedMeasure.objects.filter(
        mine, Q(measure__in={measure for _, measure in revision.pairs}) | _under(of_grounds)
    ).filter(last_day__gte=first)
    return entries, of_grounds, measures


def _under(cases: QuerySet[Any]) -> Q:
    """Measures of organisations with such a case: judged one by one once they are loaded."""
    return Q(organisation__in=cases.values("organisation"))
