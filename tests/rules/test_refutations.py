"""Corrections of the base registration as a table: what each row changes, or why it may not."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from goodstanding.rules.errors import Refused, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.refuting.judge import read, registrar_refusals, wanted
from goodstanding.rules.refuting.refute import refute, streams_of
from goodstanding.rules.registration import evolved
from tests.rules.registration_rows import BOOK, NAMES, Registry, cells, code

FILE = Path(__file__).parent / "cases" / "refutations.yaml"
CASES = yaml.safe_load(FILE.read_text())
DAY = date(2026, 3, 2)
LAW = Law(rulebook=BOOK, calendar=None)
COLUMNS = {
    "fact": "FC_FACT",
    "is": "FC_REGISTERED",
    "is_since": "FC_REGISTERED_SINCE",
    "right": "FC_RIGHT",
    "right_since": "FC_RIGHT_SINCE",
    "reason": "RC_REASON",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["it"])
def test_what_becomes_of_a_correction(case):
    registry = Registry()
    for said in case.get("known", ()):
        assert registry.take(cells(**said)) == ["accepted"]
    known = dict(registry.known)
    assert outcome(case, known) == case["gives"]
    for key, told in TOLD.items():
        if key in case:
            assert told(known[code("A")]) == case[key]
    for letter, predecessors in case.get("other", {}).items():
        assert [_letter(e.other) for e in known[code(letter)].predecessors] == predecessors


def outcome(case, known):
    said = {"reason": "登记时录入有误。"} | {key: str(text) for key, text in case["row"].items()}
    own = {COLUMNS[key]: _meant(text) for key, text in said.items() if text}
    try:
        row, of = read({"RC_CODE": code("A")} | own, {})
        require_none(registrar_refusals(of, case.get("by", "market-regulation"), LAW))
        found = wanted(row, of, lambda codes: {c: known[c] for c in codes if c in known}, on=DAY)
    except Refused as why:
        return list(why.codes)
    if found is None:
        return ["duplicate"]
    met = {each: known[each] for each in streams_of(of, row)}
    for act in refute(of, row, met, reasons="登记时录入有误。", on=DAY):
        known[act.stream] = evolved(known[act.stream], act.effect)
    return ["changed"]


TOLD = {
    "founded": lambda known: known.established_on,
    "names": lambda known: [[_word(each.name), each.since] for each in known.names],
    "statuses": lambda known: [[each.status, each.since] for each in known.statuses],
    "links": lambda known: [[_letter(e.other), e.by, e.manner] for e in known.successors],
    "from": lambda known: [[_letter(e.other), e.by] for e in known.predecessors],
    "struck": lambda known: [_letter(e.other) for e in known.struck],
}


def _meant(text):
    return NAMES.get(text, code(text) if len(text) == 1 else text)


def _word(name):
    return next(word for word, each in NAMES.items() if each == name)


def _letter(found):
    return next(letter for letter in "ABCD" if code(letter) == found)
