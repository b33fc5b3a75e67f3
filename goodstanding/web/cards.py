"""What an organisation's page shows: cards made of the dossier and the fold, and the first line."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from django.utils.translation import gettext, ngettext

from goodstanding.designations.models import Case
from goodstanding.flow.read import Dossier, ShownCase, ShownRecord
from goodstanding.publication.models import Entry
from goodstanding.rules.catalogue.model import Ground
from goodstanding.rules.effects import Effect, Force
from goodstanding.rules.masking import TOLD
from goodstanding.rules.periods import last_day_of
from goodstanding.rules.record_cells import (
    DAYS_OF_A_COMMITMENT,
    NARRATIVE,
    OF_A_COMMITMENT,
)
from goodstanding.rules.removal.gone import Gone
from goodstanding.rules.standing import Standing
from goodstanding.web.dates import full
from goodstanding.web.titles import Titles, in_language
from goodstanding.web.visit import Visit

#: The texts of a record in the order of its card.
_SHOWN = (*OF_A_COMMITMENT, *NARRATIVE)


class MeasureLine(msgspec.Struct, frozen=True, kw_only=True):
    """One measure of a designation, with the departments that carry it out alike."""

    title: str
    departments: str
    state: str
    last_day: date
    basis: tuple[str, ...]
    stay_exempt: str


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """The way back: what to do, from which day, with which papers."""

    what: str
    papers: tuple[str, ...]
    from_day: date | None
    free: bool


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """The bar of a period, in per cent."""

    run: str
    mark: str


class CaseCard(msgspec.Struct, frozen=True, kw_only=True):
    """A designation in force or stayed, with its measures and its way back."""

    case: Case
    title: str
    state: str
    authority: str
    measures: tuple[MeasureLine, ...]
    bar: Bar
    way: Way | None
    way_decided: str
    reasons: str
    good: bool = False


class RecordCard(msgspec.Struct, frozen=True, kw_only=True):
    """A record, with as much of its narrative as the reader may see.

    ``under_review``: ``hidden`` or ``shown``, while texts wait for an officer; empty otherwise.
    """

    entry: Entry
    title: str
    state: str
    department: str
    texts: tuple[tuple[str, str], ...]
    public: bool
    corrected_on: date | None
    correction: str
    under_review: str
    gone: Gone | None = None


class Stub(msgspec.Struct, frozen=True, kw_only=True):
    """What is left of a withdrawn record: number, day, reason."""

    record: str
    withdrawn_on: date | None
    as_wrong: bool
    reasons: str
    gone: Gone | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The first line: its words, and the state whose colour and icon it bears."""

    state: str
    line: str
    also: tuple[tuple[str, str], ...]


def case_cards(visit: Visit, dossier: Dossier, standing: Standing) -> list[CaseCard]:
    """The designations that have effect or are stayed today."""
    by_case: dict[str, list[Effect]] = {}
    for effect in standing.effects:
        by_case.setdefault(effect.decision.designation, []).append(effect)
    return [
        _case(visit, shown, by_case[shown.row.id])
        for shown in dossier.cases
        if shown.row.id in by_case
    ]


def _case(visit: Visit, shown: ShownCase, effects: Sequence[Effect]) -> CaseCard:
    case, rulebook = shown.row, visit.law.rulebook if visit.law else None
    ground = rulebook.grounds.get(case.ground) if rulebook else None
    way = _way(case, ground)
    return CaseCard(
        case=case,
        title=visit.titles.ground(case.ground),
        state=_state(effects),
        authority=visit.titles.department(case.authority or case.department),
        measures=_lines(effects, visit.titles),
        bar=_bar(case, way, visit.today),
        way=way,
        way_decided=shown.texts.get("way_back", ""),
        reasons=shown.texts.get("reasons", ""),
        good=case.sense == "advantage",
    )


def _state(effects: Sequence[Effect]) -> str:
    forces = {effect.force for effect in effects}
    if Force.DOUBTFUL in forces:
        return "doubtful"
    if Force.IN_FORCE not in forces:
        return "stayed"
    advantage = all(effect.sense == "advantage" for effect in effects)
    return "in-force-advantage" if advantage else "in-force"


def _lines(effects: Sequence[Effect], titles: Titles) -> tuple[MeasureLine, ...]:
    alike: dict[tuple[str, str, date], list[Effect]] = {}
    for effect in effects:
        alike.setdefault((effect.measure, _state([effect]), effect.last_day), []).append(effect)
    return tuple(_line(each, titles) for each in alike.values())


def _line(alike: Sequence[Effect], titles: Titles) -> MeasureLine:
    effect = alike[0]
    exempt, on = effect.stay_exempt, effect.decision.decided_on
    return MeasureLine(
        title=titles.measure(effect.measure),
        departments=titles.departments(each.department for each in alike),
        state=_state([effect]),
        last_day=effect.last_day,
        basis=tuple(titles.basis(each, on=on) for each in effect.basis),
        stay_exempt=titles.basis(exempt, on=on) if exempt else "",
    )


def _way(case: Case, ground: Ground | None) -> Way | None:
    if ground is None:
        return None
    way = ground.way_back
    good = ground.sense == "advantage"
    return Way(
        what=in_language(way.what),
        papers=tuple(in_language(paper) for paper in way.papers),
        from_day=None if good else earliest_exit(ground, case.decided_on),
        free=way.free_of_charge,
    )


def earliest_exit(ground: Ground | None, decided_on: date | None) -> date | None:
    """From which day leaving early may be asked for; None where the ground does not count it so."""
    if ground is None or decided_on is None or ground.way_back.counted_from != "decision":
        return None
    return last_day_of(decided_on, months=ground.way_back.after_months)


def _bar(case: Case, way: Way | None, today: date) -> Bar:
    first, last = case.first_day, case.last_day
    if first is None or last is None:
        return Bar(run="0%", mark="")
    whole = max((last - first).days, 1)
    share = min(max((today - first).days / whole, 0), 1)
    mark = (way.from_day - first).days / whole if way and way.from_day else None
    return Bar(
        run=f"{share:.1%}", mark=f"{mark:.1%}" if mark is not None and 0 <= mark <= 1 else ""
    )


def record_cards(visit: Visit, records: Iterable[ShownRecord]) -> list[RecordCard]:
    """Records as cards; a withdrawn one an insider still sees is marked as such."""
    return [record_card(visit, each) for each in records]


def record_card(visit: Visit, shown: ShownRecord) -> RecordCard:
    """One record as a card."""
    entry = shown.row
    since, until = entry.public_from, entry.public_until
    return RecordCard(
        entry=entry,
        title=visit.titles.kind(entry.record_kind),
        state=record_state(entry),
        department=visit.titles.department(entry.department),
        texts=tuple((name, _text(name, shown)) for name in _SHOWN if shown.texts.get(name)),
        public=bool(since and until and since <= visit.today <= until and not entry.repaired_on),
        corrected_on=shown.corrected_on,
        correction=shown.texts.get("reasons", ""),
        under_review=_under_review(shown),
        gone=shown.gone,
    )


def _text(name: str, shown: ShownRecord) -> str:
    text = shown.texts[name]
    return full(date.fromisoformat(text)) if name in DAYS_OF_A_COMMITMENT else text


def _under_review(shown: ShownRecord) -> str:
    """Whether texts wait to be read, and whether this reader sees them meanwhile."""
    if not shown.row.texts_held or shown.row.withdrawn:
        return ""
    if shown.row.texts_withheld:
        return "withheld"
    return "shown" if TOLD & set(shown.texts) else "hidden"


def record_state(entry: Entry) -> str:
    """The state of a record in a word."""
    if entry.withdrawn_on:
        return "withdrawn"
    if entry.repaired_on:
        return "repaired"
    return "disputed" if entry.disputed else "held"


def stubs(dossier: Dossier) -> list[Stub]:
    """What is left of withdrawn records."""
    rows = [(each.row, each.texts, each.gone) for each in dossier.stubs]
    return [
        Stub(
            record=row.record,
            withdrawn_on=row.withdrawn_on,
            as_wrong=row.as_wrong,
            reasons=texts.get("reasons", ""),
            gone=gone,
        )
        for row, texts, gone in rows
    ]


def answer(standing: Standing, *, on: date, disputed: int, withdrawn: int) -> Answer:
    """The question of every visitor, answered in words with a date: is anything in force?"""
    burdens = [each for each in standing.effects if each.sense != "advantage"]
    firm = _measures(burdens, Force.IN_FORCE)
    also = _also(standing, disputed=disputed, withdrawn=withdrawn, stayed_too=bool(firm))
    if firm:
        return Answer(state="in-force", line=_restricted(firm, on), also=tuple(also))
    if stayed := _measures(burdens, Force.STAYED):
        line = ngettext(
            "As of {day}, no restriction is in force; {n} measure is paused while an objection"
            " is verified.",
            "As of {day}, no restriction is in force; {n} measures are paused while an objection"
            " is verified.",
            len(stayed),
        )
        return Answer(
            state="stayed", line=line.format(day=full(on), n=len(stayed)), also=tuple(also)
        )
    line = gettext("As of {day}, no restriction is in force.").format(day=full(on))
    return Answer(state="clear", line=line, also=tuple(also))


def _measures(found: Iterable[Effect], force: Force) -> dict[str, date]:
    """Each measure once, with its last day, however many departments carry it out."""
    last: dict[str, date] = {}
    for effect in found:
        if effect.force is force:
            last[effect.measure] = max(effect.last_day, last.get(effect.measure, effect.last_day))
    return last


def _restricted(firm: dict[str, date], on: date) -> str:
    line = ngettext(
        "As of {day}, {n} restriction is in force, ending on {last} at the latest.",
        "As of {day}, {n} restrictions are in force, ending on {last} at the latest.",
        len(firm),
    )
    return line.format(day=full(on), n=len(firm), last=full(max(firm.values())))


def _also(
    standing: Standing, *, disputed: int, withdrawn: int, stayed_too: bool
) -> Iterable[tuple[str, str]]:
    good = _measures((e for e in standing.effects if e.sense == "advantage"), Force.IN_FORCE)
    stayed = _measures(standing.effects, Force.STAYED) if stayed_too else {}
    doubtful = _measures(standing.effects, Force.DOUBTFUL)
    counted = (
        ("in-force-advantage", len(good), _n_advantages),
        ("stayed", len(stayed), _n_stayed),
        ("doubtful", len(doubtful), _n_doubtful),
        ("disputed", disputed, _n_disputed),
        ("withdrawn", withdrawn, _n_withdrawn),
    )
    return [(state, words(n)) for state, n, words in counted if n]


def _n_advantages(n: int) -> str:
    return ngettext("{n} advantage is in force.", "{n} advantages are in force.", n).format(n=n)


def _n_stayed(n: int) -> str:
    return ngettext("{n} further measure is paused.", "{n} further measures are paused.", n).format(
        n=n
    )


def _n_doubtful(n: int) -> str:
    return ngettext(
        "{n} measure rests on a basis an officer must look at; nothing is withheld meanwhile.",
        "{n} measures rest on a basis an officer must look at; nothing is withheld meanwhile.",
        n,
    ).format(n=n)


def _n_disputed(n: int) -> str:
    return ngettext(
        "{n} record is disputed and being verified.",
        "{n} records are disputed and being verified.",
        n,
    ).format(n=n)


def _n_withdrawn(n: int) -> str:
    return ngettext(
        "{n} record was withdrawn and has no effect.",
        "{n} records were withdrawn and have no effect.",
        n,
    ).format(n=n)
