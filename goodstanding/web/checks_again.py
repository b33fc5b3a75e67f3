"""What a page shows of past checks asked again: answers that flip, by which rule, and a few of them."""

from datetime import date

import msgspec

from goodstanding.rules.acts.values import Basis
from goodstanding.rules.replay.flip import Flip
from goodstanding.rules.replay.labels import BECAUSE, DIRECTIONS
from goodstanding.rules.replay.summary import Flipped, FlippedBy, Replayed, Share
from goodstanding.web.titles import Titles, in_language

#: Rules named of each answer that flips.
MOST_RULES = 3


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One rule that flips answers: its id, how it differs, how often."""

    id: str
    why: str
    count: int


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One answer that becomes another: which way, how often, by which rules, and by how many more."""

    was: str
    now: str
    direction: str
    count: int
    rules: tuple[Rule, ...]
    more: int


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """How many answers flip either way of one procedure, or at one department."""

    of: str
    stricter: int
    more_favourable: int


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """One check: about whom, when, where, both answers, the rule and its articles."""

    receipt: str
    organisation: str
    procedure: str
    department: str
    on: date
    was: str
    now: str
    rule: Rule
    basis: tuple[str, ...]


class Again(msgspec.Struct, frozen=True, kw_only=True):
    """All of it, in words of the page's language."""

    told: Replayed
    rows: tuple[Row, ...]
    procedures: tuple[Side, ...]
    departments: tuple[Side, ...]
    examples: tuple[Example, ...]


def checks_again(told: Replayed, titles: Titles) -> Again:
    """Past checks asked again, as a page of the credit office shows them."""
    return Again(
        told=told,
        rows=tuple(_row(each) for each in told.flips),
        procedures=tuple(_side(each, titles.procedure(each.id)) for each in told.procedures),
        departments=tuple(_side(each, titles.department(each.id)) for each in told.departments),
        examples=tuple(_example(each, titles) for way in told.flips for each in way.examples),
    )


def _row(each: Flipped) -> Row:
    return Row(
        was=str(each.was),
        now=str(each.now),
        direction=in_language(DIRECTIONS[each.direction]),
        count=each.count,
        rules=tuple(_rule(rule) for rule in each.rules[:MOST_RULES]),
        more=max(0, len(each.rules) - MOST_RULES),
    )


def _rule(each: FlippedBy) -> Rule:
    id = each.rule.partition("/")[2]
    return Rule(id=id, why=in_language(BECAUSE[each.because]), count=each.count)


def _side(each: Share, name: str) -> Side:
    return Side(of=name, stricter=each.stricter, more_favourable=each.more_favourable)


def _example(each: Flip, titles: Titles) -> Example:
    by = each.differing
    return Example(
        receipt=each.receipt,
        organisation=each.organisation,
        procedure=titles.procedure(each.procedure),
        department=titles.department(each.department),
        on=each.on,
        was=str(each.was),
        now=str(each.now),
        rule=_rule(FlippedBy(rule=by.rule, because=by.because, count=1)),
        basis=tuple(_cited(cited, titles, each.on) for cited in by.citations),
    )


def _cited(cited: Basis, titles: Titles, on: date) -> str:
    return titles.basis(cited, on=on)
