"""Consents by tables: given, pulled, and what they open; and that no pull ever tells anything else."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from goodstanding.rules.acts.consent import OpenedClass
from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.consent import give as giving
from goodstanding.rules.consent.contents import Opening, contents
from goodstanding.rules.consent.give import Grantee, Wish, give, revoke
from goodstanding.rules.consent.pull import own, pulled, use
from goodstanding.rules.consent.state import Consent, Status
from goodstanding.rules.errors import Refused
from goodstanding.rules.evolving.consent import MEANING
from goodstanding.rules.legal_person import DatedName, Organisation
from goodstanding.rules.repair.state import Lapse
from goodstanding.rules.standing import standing
from goodstanding.rules.states import Record, Version, Withdrawal
from goodstanding.rules.telling.days import GoingOn, consents
from goodstanding.rules.telling.recalling import Recalled, recalls, reminders
from goodstanding.rules.working_set import WorkingSet
from tests.rules.penalty_rows import code
from tests.rules.repair.test_repairs import law_of

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "consents.yaml").read_text())
LAW = law_of("dongguan-2018")
ACME, BANK = code(1), code(801)
FIRST, LAST, DAY = date(2027, 1, 10), date(2027, 3, 9), date(2027, 2, 1)
CONSENT = Consent(
    id="g-1",
    organisation=ACME,
    grantee=BANK,
    grantee_kind="lender",
    purpose="loan-application",
    product="信易贷",
    procedure="loan",
    classes=(
        OpenedClass(id="licences", records=("licence",), facts=()),
        OpenedClass(id="standing", records=("penalty",), facts=("restrictions", "answer")),
    ),
    first_day=FIRST,
    last_day=LAST,
    continuous=True,
    reminders=(),
    basis=(),
    given_on=FIRST,
    given_by="o-1",
    given_at=1,
)


def each(section):
    return [pytest.param(case, id=case["what"]) for case in CASES[section]]


def wished(case):
    on = case["day"]
    return Wish(
        grantee=ACME if case.get("itself") else BANK,
        purpose=case.get("purpose", "loan-application"),
        product="税" * 61 if case.get("long") else case.get("product", "信易贷"),
        classes=tuple(case.get("classes", ("standing",))),
        first_day=case.get("first", on),
        last_day=case.get("last", on + timedelta(days=30)),
        continuous=not case.get("once"),
    )


@pytest.mark.parametrize("case", each("given"))
def test_a_consent_is_given_or_everything_against_it_is_said(case):
    wish, kind = wished(case), case.get("kind", "lender")
    before = [replace(CONSENT, first_day=case["day"], last_day=case["day"])]
    args = {
        "id": "g-2",
        "organisation": ACME,
        "grantee": Grantee(code=wish.grantee, kind=kind) if kind else None,
        "standing": before if case.get("before") else [],
        "law": LAW,
        "on": case["day"],
    }
    if "refused" in case:
        with pytest.raises(Refused) as refused:
            give(wish, **args)
        assert sorted(refused.value.codes) == sorted(case["refused"])
        latest = {r.code: r.fields.get("latest") for r in refused.value.refusals}
        assert all(latest[name] == day for name, day in case["refused"].items() if day)
        return
    (decided,) = give(wish, **args)
    assert list(decided.effect.reminders) == case["reminders"]
    assert decided.effect.classes == tuple(
        giving.resolved(LAW.rulebook.data_classes[id]) for id in wish.classes
    )


@pytest.mark.parametrize("case", each("pulled"))
def test_a_pull_is_within_the_consent_or_refused(case):
    consent = replace(
        CONSENT,
        revoked_on=case.get("revoked"),
        used_on=case.get("used"),
        continuous="used" not in case,
    )
    try:
        told = [each.id for each in pulled(consent, case.get("classes", ()), on=case["day"])]
        found = []
    except Refused as refused:
        told, found = [], sorted(refused.codes)
    assert found == case.get("refused", [])
    assert told == case.get("told", [] if found else ["licences", "standing"])


def test_one_given_to_another_is_refused_like_one_that_never_was():
    for consent, grantee in ((CONSENT, code(802)), (None, BANK), (CONSENT, "")):
        with pytest.raises(Refused) as refused:
            own(consent, id="g-1", grantee=grantee)
        assert [each.sentence for each in refused.value.refusals] == [
            "There is no consent g-1 given to you. Check its reference with the organisation."
        ]
    assert own(CONSENT, id="g-1", grantee=BANK) is CONSENT


def test_taking_back_and_using_up_end_it_at_once_and_only_once():
    header = Header(
        act_id="a", position=7, recorded_at=None, effective_on=DAY, stream=ACME, aggregate="g-1",
        kind="", by="o-1", department="", rulebook="", calendar="", cause="",
    )  # fmt: skip
    (taken,) = revoke(CONSENT, on=DAY)
    revoked = MEANING[type(taken.effect)](CONSENT, taken.effect, header)
    assert revoked.status(DAY) is Status.REVOKED
    assert _codes(lambda: revoke(revoked, on=DAY)) == ["ConsentTakenBackBefore"]
    assert _codes(lambda: revoke(CONSENT, on=LAST + timedelta(days=1))) == ["ConsentOver"]
    assert use(CONSENT, receipt="l-1", on=DAY) == []
    once = replace(CONSENT, continuous=False)
    (used,) = use(once, receipt="l-1", on=DAY)
    assert MEANING[type(used.effect)](once, used.effect, header).status(DAY) is Status.USED


@pytest.mark.parametrize("case", each("records"))
def test_what_a_consent_opens_has_effect_on_the_day(case):
    adverse = case.get("adverse", True)
    record = held(
        "r-1",
        kind=case.get("kind", "penalty" if adverse else "licence"),
        adverse=adverse,
        until=case["until"],
        first=case.get("from", date(2026, 1, 1)),
        withdrawn=case.get("withdrawn"),
        wrong=case.get("wrong", False),
        repaired=case.get("repaired"),
        disputed=case.get("disputed", False),
    )
    found = [each for one in opened([record], CONSENT, DAY) for each in one.records]
    assert [each.not_after for each in found] == ([case["told"]] if "told" in case else [])
    assert all(each.state == case.get("state", "held") for each in found)


def test_a_consent_that_goes_on_is_recalled_to_mind_on_its_days_and_once():
    days = (date(2027, 11, 26), date(2028, 11, 26))
    going = GoingOn(id="g-1", organisation=ACME, reminders=days, last_day=date(2028, 11, 30))

    def told(after, today):
        return [each.occurrence for each in consents([going], after=after, today=today)]

    assert told(date(2027, 11, 25), date(2027, 11, 26)) == ["2027-11-26"]
    assert told(date(2027, 11, 26), date(2028, 11, 25)) == []
    assert told(date(2027, 11, 20), date(2028, 11, 26)) == ["2027-11-26", "2028-11-26"]


def test_an_institution_is_told_of_a_recall_and_never_reminded():
    fallen = [
        Recalled(
            id="r-1.1", recipient=who, organisation=ACME, position=1, told_on=date(2026, 11, 2)
        )
        for who in (f"i-{BANK}", "tax")
    ]
    assert {each.addressee for each in recalls(fallen)} == {f"i-{BANK}", "tax"}
    late = reminders(fallen, every=3, today=date(2026, 11, 20), calendar=LAW.calendar)
    assert {each.addressee for each in late} == {"tax"}


DAYS = st.integers(-40, 120).map(lambda n: FIRST + timedelta(days=n))
RECORDS = st.lists(
    st.builds(
        lambda n, kind, adverse, until, withdrawn, repaired: held(
            f"r-{n}",
            kind=kind,
            adverse=adverse,
            until=until,
            withdrawn=withdrawn,
            repaired=repaired,
        ),
        st.integers(1, 9),
        st.sampled_from(["penalty", "licence", "commitment", "inspection-result"]),
        st.booleans(),
        st.none() | DAYS,
        st.none() | DAYS,
        st.none() | DAYS,
    ),
    max_size=6,
    unique_by=lambda each: each.id,
)


@settings(max_examples=150, deadline=None)
@given(
    records=RECORDS,
    on=DAYS,
    revoked=st.none() | DAYS,
    asked=st.sets(st.sampled_from(["licences", "standing", "inspections"])),
)
def test_no_pull_tells_a_class_or_record_outside_its_consent_or_its_days(
    records, on, revoked, asked
):
    consent = replace(CONSENT, revoked_on=revoked)
    try:
        wanted = pulled(consent, asked, on=on)
    except Refused:
        return
    assert revoked is None
    assert FIRST <= on <= LAST
    told = contents(Opening.of(consent, wanted), *fold(records, on))
    assert {each.id for each in told} <= {each.id for each in consent.classes}
    by_id = {each.id: each for each in records}
    for one in told:
        for found in one.records:
            record = by_id[found.id]
            assert record.record_kind in consent.opened(one.id).records
            assert record.withdrawn is None or not record.withdrawn.bites(on)
            assert not record.lapsed(on)
            assert not record.adverse or record.public_until is not None
            assert record.public_until is None or on <= record.public_until
            assert on <= found.not_after <= LAST


def held(id, *, kind, adverse, until, first=date(2026, 1, 1), withdrawn=None, wrong=False,
         repaired=None, disputed=False):  # fmt: skip
    return Record(
        id=id, organisation=ACME, record_kind=kind, department="tax", authority="岚港市税务局",
        document="岚税罚1号", decided_on=date(2026, 1, 1), adverse=adverse, transcribed=False,
        basis_readable=True, natural_key=id, public_from=first, public_until=until,
        publication=None, entered_by="o-2", entered_on=date(2026, 1, 1),
        versions=(Version(number=1, position=1, digest=""),),
        marks=("o-1",) if disputed else (),
        withdrawn=Withdrawal(on=withdrawn, as_wrong=wrong, reason="", position=2)
        if withdrawn else None,
        lapses=(Lapse(repair="s-1", first_day=repaired),) if repaired else (),
    )  # fmt: skip


def fold(records, on):
    names = Organisation(
        id=ACME, class_id="enterprise", names=(DatedName(name="岚港", since=None),)
    )
    work = WorkingSet({ACME: names, **{each.id: each for each in records}})
    return standing(work, organisation=ACME, on=on, rulebook=LAW.rulebook), work


def opened(records, consent, on):
    return contents(Opening.of(consent, consent.classes), *fold(records, on))


def _codes(step):
    with pytest.raises(Refused) as refused:
        step()
    return list(refused.value.codes)
