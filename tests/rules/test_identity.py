"""What a check answers after a change of code, a merger, a division, an end: a table for a lawyer."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from goodstanding.rules.check import check
from goodstanding.rules.designation.refusals import OrganisationEnded
from goodstanding.rules.errors import Refused
from goodstanding.rules.identifiers import make
from goodstanding.rules.identity import doubts, identity, person_of
from goodstanding.rules.legal_person import DatedName, DatedStatus, Link, Organisation
from goodstanding.rules.states import Designation, Measure, Record
from tests.invariants import law as laws
from tests.rules.road import CODE, COLLUSION, Road, after

BOOK = laws.real().rulebook
CASES = yaml.safe_load((Path(__file__).parent / "cases" / "identity.yaml").read_text())
LETTERS = {"A": CODE} | {x: make("91", "449800", f"MA4000{ord(x)}") for x in "BCD"}


def restricted(*, stayed: bool = False):
    """The states of A: listed on 13 March 2018 for twelve months for collusion in a tender."""
    road = Road()
    record = road.penalty()
    case = road.listed(record, months=12)
    if stayed:
        road.on = date(2018, 3, 20)
        road.objected(case)
    return road.register.of(CODE)


STATES = {False: restricted(), True: restricted(stayed=True)}


def streams(case):
    """What is known under each letter: A is restricted, the others have a name and their links."""
    found = {letter: {LETTERS[letter]: _organisation(letter)} for letter in LETTERS}
    found["A"] = STATES[case.get("stayed", False)] | found["A"]
    for source, by, into, on in case.get("links", ()):
        _linked(found, source, into, by, on)
    for letter, since in case.get("ended", {}).items():
        own = found[letter][LETTERS[letter]]
        ended = DatedStatus(status="ended", since=since, reason="dissolved")
        found[letter] = found[letter] | {own.id: replace(own, statuses=(ended,))}
    return {LETTERS[letter]: states for letter, states in found.items()}


def _organisation(letter):
    name = DatedName(name=f"岚港市示例{letter}有限公司", since=None)
    return Organisation(id=LETTERS[letter], class_id="enterprise", names=(name,))


def _linked(found, source, into, by, on):
    old, new = found[source][LETTERS[source]], found[into][LETTERS[into]]
    to = Link(other=new.id, by=by, manner="", on=on)
    back = Link(other=old.id, by=by, manner="", on=on)
    found[source] = found[source] | {old.id: replace(old, successors=(*old.successors, to))}
    found[into] = found[into] | {new.id: replace(new, predecessors=(*new.predecessors, back))}


def asked(known, code, *, on, procedure="tender"):
    person = person_of(code, known.__getitem__)
    found = doubts(person, known.__getitem__, procedure=procedure, on=on, rulebook=BOOK)
    told = check(
        person.work,
        procedure=procedure,
        on=on,
        rulebook=BOOK,
        known=True,
        doubts=[each.effect for each in found],
    )
    return told, identity(code, person, on=on, doubts=found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["it"])
def test_what_a_check_answers(case):
    code = LETTERS[case["check"]]
    told, whom = asked(streams(case), code, on=case["day"], procedure=case.get("for", "tender"))
    expected = [case["answer"], case.get("act_as", case["answer"])]
    assert [str(told.answer), str(told.act_as)] == expected
    assert whom.asked == code
    assert whom.code == LETTERS[case.get("is", case["check"])]
    assert [each.until for each in whom.reviews] == case.get("until", [])
    assert whom.status == case.get("status", "")


def test_a_doubtful_effect_says_whose_it_is_and_why():
    known = streams({"links": [["A", "merger", "B", date(2018, 4, 2)]]})
    told, _ = asked(known, LETTERS["B"], on=date(2018, 4, 2))
    assert {(each.of, each.doubt) for each in told.effects} == {(CODE, "merger")}


def test_nothing_new_is_designated_about_an_organisation_that_ended():
    road = Road()
    record = road.penalty()
    own = road.register.states[CODE]
    ended = DatedStatus(status="ended", since=road.on, reason="dissolved")
    road.register.states[CODE] = replace(own, statuses=(ended,))
    with pytest.raises(Refused) as refused:
        road.proposed(record, ground=COLLUSION)
    assert refused.value.refusals == (OrganisationEnded(ended_on=road.on),)
    road.register.states[CODE] = replace(own, statuses=(replace(ended, since=after(road.on)),))
    assert road.proposed(record, ground=COLLUSION)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_check_by_every_code_of_a_legal_person_answers_alike(data):
    """However the records lie under its codes: what is one person has one answer."""
    codes = [LETTERS[each] for each in "ABCD"[: data.draw(st.integers(2, 4))]]
    known = streams({"links": _chain(len(codes))})
    mine = [s for s in STATES[False].values() if isinstance(s, Record | Designation | Measure)]
    for code in codes:
        known[code] = {id: s for id, s in known[code].items() if isinstance(s, Organisation)}
    for state in mine:
        known[data.draw(st.sampled_from(codes))][state.id] = state
    on = data.draw(st.dates(date(2018, 3, 1), date(2019, 4, 1)))
    told = [asked(known, code, on=on) for code in codes]
    assert len({repr(checked) for checked, _ in told}) == 1
    assert {whom.code for _, whom in told} == {codes[-1]}
    assert {whom.codes for _, whom in told} == {tuple(codes)}


def _chain(length):
    days = [date(2018, 1, 1 + n) for n in range(length)]
    pairs = zip("ABCD"[: length - 1], "BCD"[: length - 1], days, strict=False)
    return [[old, "code-change", new, on] for old, new, on in pairs]
