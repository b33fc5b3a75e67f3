"""Which values of a rulebook are still to be confirmed and burden somebody meanwhile?"""

from collections.abc import Iterable, Iterator

import msgspec

from goodstanding.rules.catalogue.model import DatedValue, Ground, Pairing
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.sources import Citation, Title

TO_CONFIRM = "to_confirm"


class Unsure(msgspec.Struct, frozen=True, kw_only=True):
    """One of them: the id under which approvers acknowledge it, and what it is called."""

    id: str
    title: Title
    citations: tuple[Citation, ...] = ()
    values: tuple[DatedValue, ...] = ()
    unit: str = ""


def unsure(rulebook: Rulebook) -> tuple[Unsure, ...]:
    """Every rule that burdens and rests on something to be confirmed, in the order of their ids.

    A number burdens if it is a term of publication of adverse records, or the organisation's own
    window to answer or to ask for a hearing; an article, if a ground or a measure of restriction
    rests on it, or lets a measure run on during an objection.
    """
    found = (*_parameters(rulebook), *_grounds(rulebook), *_pairings(rulebook), *_exempt(rulebook))
    return tuple(sorted(found, key=lambda each: each.id))


def burdening_parameters(rulebook: Rulebook) -> frozenset[str]:
    """The ids of the numbers that burden organisations, sure or not."""
    terms = (kind.publication_term for kind in rulebook.kinds.values() if kind.adverse)
    grounds = [each for each in rulebook.grounds.values() if each.sense == "burden"]
    windows = (each.statement_window for each in grounds)
    hearings = (each.hearing.request for each in grounds)
    return frozenset(each for each in (*terms, *windows, *hearings) if each)


def _parameters(rulebook: Rulebook) -> Iterator[Unsure]:
    burdening = burdening_parameters(rulebook)
    for each in rulebook.parameters.values():
        values = tuple(value for value in each.values if value.unsure)
        if each.id in burdening and values:
            id = f"parameters/{each.id}"
            yield Unsure(id=id, title=each.title, values=values, unit=each.unit)


def _grounds(rulebook: Rulebook) -> Iterator[Unsure]:
    for each in rulebook.grounds.values():
        doubtful = _doubtful(each, rulebook)
        if each.sense == "burden" and (doubtful or each.confidence == TO_CONFIRM):
            yield Unsure(id=f"grounds/{each.id}", title=each.title, citations=doubtful)


def _pairings(rulebook: Rulebook) -> Iterator[Unsure]:
    found: dict[str, tuple[Title, tuple[Citation, ...]]] = {}
    for each in rulebook.pairings:
        measure = rulebook.measures[each.measure]
        doubtful = _doubtful(each, rulebook)
        if measure.sense == "burden" and (doubtful or each.confidence == TO_CONFIRM):
            id = f"pairings/{each.ground}/{each.measure}"
            earlier = found.get(id, (measure.title, ()))[1]
            found[id] = (measure.title, tuple(dict.fromkeys((*earlier, *doubtful))))
    for id, (title, citations) in found.items():
        yield Unsure(id=id, title=title, citations=citations)


def _exempt(rulebook: Rulebook) -> Iterator[Unsure]:
    for each in rulebook.measures.values():
        doubtful = _those((each.stay_exempt,) if each.stay_exempt else (), rulebook)
        unsure_burden = each.sense == "burden" and each.confidence == TO_CONFIRM
        if doubtful or unsure_burden:
            yield Unsure(id=f"measures/{each.id}", title=each.title, citations=doubtful)


def _doubtful(rule: Ground | Pairing, rulebook: Rulebook) -> tuple[Citation, ...]:
    return _those(rule.citations, rulebook)


def _those(citations: Iterable[Citation], rulebook: Rulebook) -> tuple[Citation, ...]:
    return tuple(
        each
        for each in citations
        if TO_CONFIRM in (each.confidence, rulebook.instruments[each.instrument].confidence)
    )
