"""A dry run is asked for and made once at a time; its signed report is what approvals rest on."""

from datetime import timedelta

import msgspec
import pytest

from goodstanding.catalogue import reports, running
from goodstanding.catalogue.models import DryRun
from goodstanding.catalogue.signing import public_keys
from goodstanding.files.signed import verified
from goodstanding.flow import dry_runs, legislate
from goodstanding.register.reading import acts, digest_at, head
from goodstanding.rules.acts.envelope import SYSTEM
from goodstanding.rules.errors import Refused
from tests.flow.drafting import (
    ANNA,
    BORIS,
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
from tests.flow.listing import listed
from tests.flow.test_transit import shorter_ground
from tests.rules.penalty_rows import code

FILES = shorter_ground(24)


@pytest.fixture
def digest(database):
    installed()
    listed()
    return reported(FILES)


def refused(run, *arguments, **options):
    with pytest.raises(Refused) as found:
        run(*arguments, **options)
    return found.value.codes


def approve(who, digest, on=START, **how):
    return legislate.approve(call(who, on), digest=digest, acknowledged=acknowledged(FILES), **how)


def test_the_report_is_signed_of_the_very_bytes_and_names_nobody(digest):
    found = reports.latest(version=digest)
    file = verified(bytes(found.body), keys=public_keys())
    said = file.signed
    assert (file.digest, said["made_by"]) == (found.digest, ANNA)
    assert said["dry_run"]["new"]["digest"] == digest
    position = said["register"]["position"]
    assert (position, said["register"]["head"]) == (head().position, digest_at(position).hex())
    assert digest_at(position) == head().digest
    assert said["dry_run"]["changes"][0]["examples"]
    assert code(1) not in msgspec.json.encode(said).decode()
    assert dry_runs.report_on(call(BORIS), digest=digest) != found.digest


def test_each_approval_names_its_report(digest):
    first = reports.latest(version=digest).digest
    approve(ANNA, digest)
    second = dry_runs.report_on(call(BORIS), digest=digest)
    assert approve(BORIS, digest, report=second).activated
    named = [x.effect.report for x in acts(SYSTEM) if x.header.kind == "rulebook-approved/1"]
    assert named == [first, second]
    assert [x.report for x in legislate.draft_of(digest).approvals] == named


def test_a_report_of_another_an_old_one_or_one_behind_is_refused(digest):
    other = reported(version("2021.9"))
    wrong = reports.latest(version=other).digest
    assert refused(approve, ANNA, digest, report=wrong) == ("ReportOfAnother",)
    assert refused(approve, ANNA, digest, report="0" * 64) == ("ReportOfAnother",)
    late = START + timedelta(days=8)
    assert refused(approve, ANNA, digest, on=late) == ("ReportTooOld",)
    approved(shorter_ground(30, FIRST + timedelta(days=1)))
    assert refused(approve, ANNA, digest) == ("ReportBehind",)
    assert (
        approve(ANNA, digest, report=dry_runs.report_on(call(ANNA), digest=digest)).approvals == 1
    )


def test_one_runs_at_a_time_and_what_broke_off_is_told(digest, monkeypatch):
    id = dry_runs.ask_dry_run(call(ANNA), digest=digest)
    assert dry_runs.ask_dry_run(call(BORIS), digest=digest) is None
    assert dry_runs.report_on(call(BORIS), digest=digest) is None
    monkeypatch.setattr(dry_runs, "ask_again", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        dry_runs.make_dry_run(call(ANNA), id, digest=digest)
    assert DryRun.objects.get(id=id).outcome == "failed"
    monkeypatch.undo()
    said = []
    id = dry_runs.ask_dry_run(call(BORIS), digest=digest)
    dry_runs.make_dry_run(call(BORIS), id, digest=digest, progress=lambda *each: said.append(each))
    last = running.latest(digest=digest)
    assert (last.pk, last.outcome, last.report) == (
        id,
        "done",
        reports.latest(version=digest).digest,
    )
    assert said == [("register", 1, 1)]


def test_a_calendar_and_a_closed_draft_are_not_run_dry(digest):
    calendar = legislate.draft_calendar(call(ANNA), years=years(2022))
    ask = dry_runs.ask_dry_run
    assert refused(ask, call(ANNA), digest=calendar) == ("CalendarNotRunDry",)
    legislate.withdraw(call(ANNA), digest=digest)
    assert refused(ask, call(ANNA), digest=digest) == ("DraftClosed",)
