"""Promises under the pack: what may be promised, what excludes, when one may be found broken."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from goodstanding.rules import codec
from goodstanding.rules.acts.envelope import Act, Decided, Header
from goodstanding.rules.commitment import find, make, publicity, verify
from goodstanding.rules.commitment.state import Commitment
from goodstanding.rules.commitment.text import text_digest
from goodstanding.rules.errors import Refused
from goodstanding.rules.evolve import evolve
from goodstanding.rules.law import Law
from goodstanding.rules.repair.state import Lapse
from goodstanding.rules.service.evidence import Delivery
from goodstanding.rules.states import Organisation, Record, State, Withdrawal
from tests.rules.calendars import official
from tests.rules.penalty_rows import code
from tests.rules.test_law_by_hand import book

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "promises.yaml").read_text())
MADE, DUE = date(2021, 3, 1), date(2021, 4, 30)


def each(section: str) -> list[Any]:
    return [pytest.param(case, id=case["what"]) for case in CASES[section]]


@pytest.fixture(scope="module")
def law() -> Law:
    return Law(rulebook=book("dongguan-2018"), calendar=official())


def promise(law: Law, **said: Any) -> make.Promise:
    template = law.rulebook.commitment(said["template"])
    whole = ("Q/1", "连接器", "2021") if template.standard else ("", "", "")
    number, scope, edition = said.pop("standard", whole)
    organisation = Organisation(id=code(1), class_id=said.pop("class_id", "enterprise"), names=())
    return make.Promise(
        id="y-1",
        organisation=organisation,
        read=said.pop("read", text_digest(template)),
        consent=False,
        standard=make.Standard(number=number, scope=scope, edition=edition),
        **said,
    )


def folded(decided: list[Decided], state: State | None = None) -> Commitment:
    for number, each in enumerate(decided):
        header = Header(
            act_id="a",
            position=number + 1,
            recorded_at=None,  # type: ignore[arg-type]
            effective_on=each.effective_on,
            stream=each.stream,
            aggregate=each.aggregate,
            kind=codec.kind_of(each.effect),
            by="o-1",
            department="",
            rulebook="",
            calendar="",
            cause="",
        )
        state = evolve(state, Act(header=header, effect=each.effect, content=each.content))
    assert isinstance(state, Commitment)
    return state


@pytest.mark.parametrize("case", each("made"))
def test_what_may_be_promised_and_until_when_it_is_verified_and_shown(law, case):
    said = {name: case[name] for name in ("read", "class_id", "standard") if name in case}
    asked = promise(
        law,
        template=case["template"],
        department=case["department"],
        due_on=case["due_on"],
        **said,
    )
    try:
        made = folded(make.make(asked, earlier=(), broken=(), law=law, on=case["day"]))
    except Refused as refused:
        assert list(refused.codes) == case.get("codes")
        return
    assert "codes" not in case
    due = made.verification
    assert (due.due, due.not_before) == (case.get("verify_by"), case.get("not_before"))
    assert made.shown_until == case["shown_until"]
    assert made.published is made.by_rule is (case["template"] == "own-standard")


def broken_record(how: str) -> list[Record]:
    if how == "none":
        return []
    record = Record(
        id="r-1",
        organisation=code(1),
        record_kind="commitment",
        department="market-regulation",
        authority="岚港市市场监督管理局",
        document="岚承〔2021〕1号",
        decided_on=MADE,
        adverse=True,
        transcribed=False,
        basis_readable=True,
        natural_key="k",
        public_from=None,
        public_until=None,
        publication=None,
        entered_by="o-1",
        entered_on=MADE,
        versions=(),
    )
    withdrawn = Withdrawal(on=MADE, as_wrong=True, reason="", position=9)
    changed: dict[str, Any] = {
        "disputed": {"marks": ("o-1",)},
        "repaired": {"lapses": (Lapse(repair="s-1", first_day=MADE),)},
        "withdrawn": {"withdrawn": withdrawn},
    }.get(how, {})
    return [replace(record, **changed)]


@pytest.mark.parametrize("case", each("excluded"))
def test_a_broken_one_excludes_until_it_is_repaired(law, case):
    template = law.rulebook.commitment(case["template"])
    found = make.excluded(template, broken_record(case["record"]))
    assert [each.code for each in found] == case.get("codes", [])


def taken(law: Law, case: dict[str, Any]) -> Commitment:
    """Every step of a case up to its finding."""
    name = case.get("template", "quality")
    departments = law.rulebook.commitment(name).departments
    asked = promise(law, template=name, department=departments[0], due_on=DUE)
    state = folded(make.make(asked, earlier=(), broken=(), law=law, on=MADE))
    first = min(case[day] for day in ("served", "day") if day in case)
    if "seen" in case:
        said = {"method": "papers", "seen": case["seen"], "facts": "已核查。"}
        state = folded(verify.verify(state, verified_on=first, on=first, **said), state)
    if "served" in case:
        delivery = Delivery(served_on=case["served"], method="post", proof="EMS1")
        told = {"template": None, "facts": "未履行。", "law": law, "on": case["served"]}
        state = folded(verify.notify(state, delivery, **told), state)
    if "answered" in case:
        said = {"text": "已整改。", "waived": False, "on": case["answered"]}
        state = folded(verify.answer(state, **said), state)
    if "outcome" not in case:
        return state
    result = find.Result(outcome=case["outcome"], found_on=case["day"], reasons="已核实。")
    acts = find.find(state, result, template=None, law=law, on=case["day"])
    return folded(acts, state)


@pytest.mark.parametrize("case", each("found"))
def test_when_a_promise_may_be_found_kept_or_broken(law, case):
    try:
        state = taken(law, case)
    except Refused as refused:
        assert list(refused.codes) == case.get("codes")
        return
    assert "codes" not in case
    assert state.stage == case["outcome"]
    assert not state.is_open


def test_consent_shows_and_hides_but_never_what_was_taken_back_or_broken(law):
    asked = promise(law, template="quality", department="market-regulation", due_on=DUE)
    made = folded(make.make(asked, earlier=(), broken=(), law=law, on=MADE))
    assert not made.published
    shown = folded(publicity.show(made, on=MADE), made)
    assert [shown.shown_on(day) for day in (date(2021, 2, 28), MADE, date(2022, 4, 30))] == [
        *(False, True, True)
    ]
    assert not shown.shown_on(date(2022, 5, 1))
    assert not folded(publicity.hide(shown, on=MADE), shown).published
    assert not folded(publicity.withdraw(shown, on=DUE), shown).published
    with pytest.raises(Refused) as late:
        publicity.withdraw(shown, on=date(2021, 5, 1))
    assert late.value.codes == ("PromisePastItsDay",)
