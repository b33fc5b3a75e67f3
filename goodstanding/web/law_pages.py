"""What the rulebook's pages show: the catalogue of a day in the reader's words, nothing added."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

import msgspec

from goodstanding.rules.catalogue.competence import Competence
from goodstanding.rules.catalogue.model import Ground, Measure, Pairing, Parameter
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.sources import Citation, InForce
from goodstanding.web.law_words import LEVELS, longest, period
from goodstanding.web.titles import Titles, in_language

Rows = list[tuple[str, str]]


class Cited(msgspec.Struct, frozen=True, kw_only=True):
    """An article in words, with the rank of its instrument; ``sure``: the pack vouches for it."""

    words: str
    level: str
    number: str
    in_force: InForce
    sure: bool


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """A number of the law: its words, since when, from where; ``sure``: an instrument gives it."""

    id: str
    title: str
    words: str
    since: date
    cited: Cited | None
    sure: bool


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """What a ground leads to, or what leads to a measure, by which articles, for how long."""

    id: str
    title: str
    departments: tuple[tuple[str, str], ...]
    longest: str
    last_day: date | None
    cited: tuple[Cited, ...]
    see_also: tuple[Cited, ...]


class Competent(msgspec.Struct, frozen=True, kw_only=True):
    """What a department may decide on, in words, and the procedures it runs, by id and title."""

    in_force: InForce
    decides: str
    runs: tuple[tuple[str, str], ...]
    cited: tuple[Cited, ...]
    sure: bool


class Lawbook:
    """One rulebook as it reads on a day."""

    def __init__(self, rulebook: Rulebook, on: date) -> None:
        self.rulebook = rulebook
        self.on = on
        self.titles = Titles(rulebook)

    @cached_property
    def grounds(self) -> list[Ground]:
        """The grounds in force on the day."""
        rows = self.rulebook.grounds.values()
        return [each for each in rows if each.in_force.holds_on(self.on)]

    def by_field(self, grounds: Iterable[Ground]) -> list[tuple[str, Rows]]:
        """Grounds by the title of their field."""
        found: dict[str, Rows] = {}
        for each in grounds:
            found.setdefault(each.field, []).append((each.id, in_language(each.title)))
        return [(self.titles.field(id), rows) for id, rows in found.items()]

    def measures_of(self, grounds: Iterable[Ground]) -> Rows:
        """The measures that some grounds lead to on the day."""
        led = {x.measure for g in grounds for x in self.rulebook.pairings_of(g.id, self.on)}
        return [(id, title) for id, title in self.measures if id in led]

    @cached_property
    def procedures(self) -> Rows:
        """Every procedure a check may be asked for."""
        return self.titles.choices("procedures")

    @cached_property
    def repairs(self) -> Rows:
        """The rules of repair in force on the day."""
        rows = self.rulebook.repairs.values()
        return [(x.id, in_language(x.title)) for x in rows if x.in_force.holds_on(self.on)]

    @cached_property
    def promises(self) -> Rows:
        """What an organisation may promise on the day."""
        rows = self.rulebook.commitments.values()
        return [(x.id, in_language(x.title)) for x in rows if x.in_force.holds_on(self.on)]

    @cached_property
    def items(self) -> Rows:
        """The items handled on application that are in force on the day."""
        rows = self.rulebook.items.values()
        return [(x.id, in_language(x.title)) for x in rows if x.in_force.holds_on(self.on)]

    @cached_property
    def conditions(self) -> Rows:
        """The standing conditions in force on the day."""
        rows = self.rulebook.conditions.values()
        return [(x.id, in_language(x.title)) for x in rows if x.in_force.holds_on(self.on)]

    @cached_property
    def measures(self) -> list[tuple[str, str]]:
        """The measures in force on the day."""
        rows = self.rulebook.measures.values()
        return [(each.id, in_language(each.title)) for each in rows if self._holds(each)]

    @cached_property
    def departments(self) -> list[tuple[str, str, str]]:
        """Every function with the body that holds it on the day, where the catalogue says."""
        return [
            (each.id, in_language(each.title), self.body(each.id))
            for each in self.rulebook.departments.values()
        ]

    @cached_property
    def periods(self) -> list[Period]:
        """Every number of the law that holds on the day."""
        rows = (self.period(each) for each in self.rulebook.parameters.values())
        return [each for each in rows if each]

    def body(self, department: str) -> str:
        """The public body that holds a function on the day; empty where it bears the same name."""
        entry = self.rulebook.department(department)
        found = entry.body_on(self.on)
        named = in_language(found.title) if found else ""
        return "" if named == in_language(entry.title) else named

    def period(self, rule: Parameter | str) -> Period | None:
        """A number of the law on the day, by its entry or its id; None where none holds yet."""
        if isinstance(rule, str):
            known = self.rulebook.parameters.get(rule)
            return self.period(known) if known else None
        held = [value for value in rule.values if value.since <= self.on]
        if not held:
            return None
        now = held[-1]
        return Period(
            id=rule.id,
            title=in_language(rule.title),
            words=period(now.value, rule.unit),
            since=now.since,
            cited=self._cited(now.citation) if now.citation else None,
            sure=not now.unsure,
        )

    def cited(self, citations: Iterable[Citation]) -> tuple[Cited, ...]:
        """Articles in words, as they were numbered on the day."""
        return tuple(self._cited(each) for each in citations)

    def named(self, departments: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Departments by id and title."""
        return tuple((each, self.titles.department(each)) for each in departments)

    def competence(self, rule: Competence) -> Competent:
        """What a department may decide on and runs, on the days the catalogue gives."""
        return Competent(
            in_force=rule.in_force,
            decides=self.titles.fields(rule.decides),
            runs=tuple((each, self.titles.procedure(each)) for each in rule.implements),
            cited=self.cited([rule.citation] if rule.citation else []),
            sure=rule.confidence != "to_confirm",
        )

    def running(self, procedure: str) -> Rows:
        """The departments that run a procedure on the day, as far as the catalogue says."""
        return [
            (each.id, in_language(each.title))
            for each in self.rulebook.departments.values()
            if any(
                procedure in x.implements and x.in_force.holds_on(self.on) for x in each.competences
            )
        ]

    def leads_to(self, ground: str) -> list[Pair]:
        """What a ground leads to on the day."""
        rows = self.rulebook.pairings_of(ground, self.on)
        return [self._pair(each, each.measure, self.titles.measure(each.measure)) for each in rows]

    def led_by(self, measure: str) -> list[Pair]:
        """The grounds that lead to a measure on the day."""
        rows = (
            pairing
            for ground in self.rulebook.grounds
            for pairing in self.rulebook.pairings_of(ground, self.on)
            if pairing.measure == measure
        )
        return [self._pair(each, each.ground, self.titles.ground(each.ground)) for each in rows]

    def decided_by(self, department: str) -> list[tuple[str, str]]:
        """The grounds a department may decide on."""
        rows = self.rulebook.grounds.values()
        return [(each.id, in_language(each.title)) for each in rows if self._may(each, department)]

    def carried_out_by(self, department: str) -> list[tuple[str, str]]:
        """The measures a department carries out."""
        return [
            (id, title)
            for id, title in self.measures
            if department in self.rulebook.measures[id].departments
        ]

    def _may(self, ground: Ground, department: str) -> bool:
        deciding = self.rulebook.deciding(ground.id, self.on)
        return department in deciding and ground.in_force.holds_on(self.on)

    def _holds(self, measure: Measure) -> bool:
        return measure.in_force.holds_on(self.on)

    def _pair(self, pairing: Pairing, id: str, title: str) -> Pair:
        return Pair(
            id=id,
            title=title,
            departments=self.named(self.rulebook.measure(pairing.measure).departments),
            longest=longest(pairing),
            last_day=self.rulebook.ends(pairing.ground, pairing.measure, self.on),
            cited=self.cited(pairing.citations),
            see_also=self.cited(pairing.see_also),
        )

    def _cited(self, citation: Citation) -> Cited:
        instrument = self.rulebook.instrument(citation.instrument)
        return Cited(
            words=in_language(self.rulebook.citation_title(citation, self.on)),
            level=str(LEVELS[instrument.level]),
            number=instrument.number,
            in_force=instrument.in_force,
            sure=citation.confidence == "certain" and instrument.confidence == "certain",
        )
