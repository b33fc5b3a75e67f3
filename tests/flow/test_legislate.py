"""A version of the law: drafted without problems, approved by two people, in force from its day."""

from datetime import date, timedelta

import pytest

from goodstanding.catalogue import queries
from goodstanding.flow import govern, legislate
from goodstanding.register.reading import acts
from goodstanding.register.rebuilding import rebuild
from goodstanding.register.writing import writing
from goodstanding.rules.acts.envelope import SYSTEM
from goodstanding.rules.errors import Refused
from tests.flow.drafting import (
    ANNA,
    BORIS,
    CLARA,
    FIRST,
    START,
    acknowledged,
    approved,
    call,
    installed,
    reported,
    version,
    years,
)
from tests.shelves import history


@pytest.fixture
def used(database):
    """A register with law and one organisation."""
    installed()
    with writing(history.CODE, author=history.OFFICER, at=call(ANNA, date(2018, 3, 1)).at) as work:
        work.append([history.entered()])


def refused(run, *arguments, **options):
    with pytest.raises(Refused) as found:
        run(*arguments, **options)
    return found.value.codes


def test_two_people_put_a_version_in_force_from_its_first_day(used):
    files = version("2021.1")
    digest = reported(files)
    first = legislate.approve(call(BORIS), digest=digest, acknowledged=acknowledged(files))
    assert (first.approvals, first.activated) == (1, False)
    assert queries.law(on=FIRST).rulebook.version == "2018.1"
    second = legislate.approve(call(CLARA), digest=digest, acknowledged=acknowledged(files))
    assert (second.approvals, second.activated) == (2, True)
    assert queries.law(on=FIRST).rulebook.digest == digest
    assert queries.law(on=FIRST - timedelta(days=1)).rulebook.version == "2018.1"
    kinds = [act.header.kind for act in acts(SYSTEM)][-4:]
    assert kinds == [
        "rulebook-drafted/1",
        "rulebook-approved/1",
        "rulebook-approved/1",
        "rulebook-activated/1",
    ]
    assert rebuild(verify=True).found == ()


def test_who_drafted_may_be_one_of_the_two_but_nobody_is_both(used):
    files = version("2021.1")
    digest = reported(files)
    unsure = acknowledged(files)
    legislate.approve(call(ANNA), digest=digest, acknowledged=unsure)
    again = refused(legislate.approve, call(ANNA), digest=digest, acknowledged=unsure)
    assert again == ("SamePersonTwice",)
    assert legislate.approve(call(BORIS), digest=digest[:12], acknowledged=unsure).activated
    closed = refused(legislate.approve, call(CLARA), digest=digest, acknowledged=unsure)
    assert closed == ("DraftClosed",)


def test_a_pack_with_a_problem_is_never_kept_and_the_version_in_force_stays(used):
    files = version("2021.1") | {"procedures.yaml": b"procedures: [{id: tender}]\n"}
    with pytest.raises(Refused) as found:
        legislate.draft_rulebook(call(ANNA), files=files)
    assert {"FieldMissing"} <= set(found.value.codes)
    assert legislate.drafts() == []
    assert [each.digest for each in queries.activations()][-1:] == [
        queries.law(on=FIRST).rulebook.digest
    ]


def test_an_id_keeps_the_meaning_it_has_in_the_version_in_force(used):
    files = version("2021.1", parameters=("unit: working_days", "unit: calendar_days"))
    with pytest.raises(Refused) as found:
        legislate.draft_rulebook(call(ANNA), files=files)
    assert set(found.value.codes) == {"IdReused"}


def test_every_unsure_value_that_burdens_is_acknowledged_by_each_approver(used):
    files = version("2021.1")
    digest = reported(files)
    unsure = acknowledged(files)
    assert "parameters/hearing-request" in unsure
    with pytest.raises(Refused) as found:
        legislate.approve(call(ANNA), digest=digest, acknowledged=unsure[1:])
    (refusal,) = found.value.refusals
    assert (refusal.code, refusal.fields["unsure"]) == ("UnsureNotAcknowledged", [unsure[0]])
    strange = (*unsure, "parameters/none")
    assert refused(legislate.approve, call(ANNA), digest=digest, acknowledged=strange) == (
        "NotUnsure",
    )
    legislate.approve(call(ANNA), digest=digest, acknowledged=unsure)
    assert legislate.draft_of(digest).approvals[0].acknowledged == tuple(sorted(unsure))


def test_no_version_changes_what_already_was(used):
    files = version("2021.1")
    digest = reported(files, FIRST)
    late = FIRST + timedelta(days=1)
    seen = acknowledged(files)
    assert refused(legislate.approve, call(ANNA, late), digest=digest, acknowledged=seen) == (
        "FirstDayPassed",
    )
    passed = version("2021.2", first=START - timedelta(days=1))
    assert refused(legislate.draft_rulebook, call(ANNA), files=passed) == ("FirstDayPassed",)
    legislate.approve(call(ANNA, FIRST), digest=digest, acknowledged=seen)
    assert legislate.approve(call(BORIS, FIRST), digest=digest, acknowledged=seen).activated


def test_a_draft_is_put_forward_once_withdrawn_and_put_forward_again(used):
    files = version("2021.1")
    digest = reported(files)
    legislate.approve(call(ANNA), digest=digest, acknowledged=acknowledged(files))
    assert refused(legislate.draft_rulebook, call(BORIS), files=files) == ("AlreadyDrafted",)
    legislate.withdraw(call(BORIS), digest=digest)
    assert refused(legislate.withdraw, call(BORIS), digest=digest) == ("DraftClosed",)
    assert legislate.draft_rulebook(call(BORIS), files=files) == digest
    assert legislate.draft_of(digest).approvals == ()
    assert refused(legislate.withdraw, call(ANNA), digest="0" * 64) == ("DraftUnknown",)


def test_what_is_in_force_is_not_drafted_again(used):
    files = version("2021.1")
    approved(files)
    assert refused(legislate.draft_rulebook, call(ANNA), files=files) == ("AlreadyInForce",)


def test_a_register_in_use_needs_two_people(used):
    files = version("2021.1")
    assert refused(govern.activate_rulebook, call(ANNA), files=files) == ("ApprovalsNeeded",)
    assert refused(govern.load_calendar, call(ANNA), years=years(2022)) == ("ApprovalsNeeded",)
    # What holds already is no change: setting up twice is not refused.
    installed(START)


def test_a_calendar_takes_the_same_road_and_keeps_the_years_known(used):
    digest = legislate.draft_calendar(call(ANNA), years=years(2022))
    assert queries.calendar().years == {2018, 2019, 2020, 2021}
    legislate.approve(call(ANNA), digest=digest)
    assert legislate.approve(call(BORIS), digest=digest).activated
    assert queries.calendar().years == {2018, 2019, 2020, 2021, 2022}
    assert queries.calendar().id == digest
    assert refused(legislate.draft_calendar, call(ANNA), years=years(2022)) == ("AlreadyInForce",)


def test_only_the_credit_office_drafts_and_approves(used):
    officer = call(ANNA)
    roles = type(officer.actor)(id=ANNA, department="tax", roles=frozenset({"officer"}))
    other = type(officer)(actor=roles, at=officer.at)
    for run in (
        lambda: legislate.draft_rulebook(other, files=version("2021.1")),
        lambda: legislate.approve(other, digest="0" * 64),
        lambda: legislate.withdraw(other, digest="0" * 64),
    ):
        assert refused(run) == ("RoleMissing",)
