"""The credit office changes the law on pages: sent, approved by two, in force, or taken back."""

import re
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pypdf import PdfReader

from goodstanding.catalogue import queries, running
from goodstanding.catalogue.models import DryRun, Report
from goodstanding.clocks.queries import clock
from goodstanding.departments.models import Account
from goodstanding.departments.seeding import seed_officers
from goodstanding.files.signed import verified
from goodstanding.flow import legislate, transit
from goodstanding.measures.models import AppliedMeasure
from goodstanding.register.reading import head
from goodstanding.wallclock import now, today
from goodstanding.web.views import law_drafts
from tests.flow import drafting
from tests.flow.drafting import acknowledged, installed, version
from tests.flow.listing import LISTED, listed, penalised

NEW = "/rulebook/drafts/new"


@pytest.fixture(autouse=True)
def patience(monkeypatch):
    """However slow the machine: a page after a dry run is asked for when it is over."""
    monkeypatch.setattr(law_drafts, "DRY_RUN_SECONDS", 60.0)


@pytest.fixture
def people(database):
    """Two of the credit office, an officer of tax; an organisation listed in 2021."""
    ids = seed_officers(["credit-office", "tax"], password="a lantern over the harbour")
    installed()
    listed()

    def of(login):
        client = Client()
        client.force_login(Account.objects.get(id=ids[login]))
        client.cookies["django_language"] = "en"
        return client

    return of


def files(first=None, **replaced):
    pack = version("2999.1", first or today() + timedelta(days=10), **replaced)
    return [SimpleUploadedFile(name.rsplit("/", 1)[-1], data) for name, data in pack.items()]


def send(client, sent, what="rulebook"):
    return client.post(NEW, {"what": what, "files": sent})


def test_a_version_is_sent_approved_by_two_and_in_force(people):
    first, second = people("credit-office/officer"), people("credit-office/reviewer")
    sent = send(first, files(wage_arrears=("months: 36", "months: 24")))
    assert sent.status_code == 302
    page = first.get(sent["Location"]).content.decode()
    assert "0 of 2 approvals" in page
    assert "24 months" in page
    assert "Checked: no problem in the files." in page
    assert "Nobody has had this very version run dry" in page
    without = first.post(sent["Location"], {})
    assert without.status_code == 409
    assert "UnsureNotAcknowledged" in without.content.decode()
    assert "ReportMissing" in without.content.decode()
    assert first.post(f"{sent['Location']}/dry-run").status_code == 302
    seen = acknowledged(version("2999.1", wage_arrears=("months: 36", "months: 24")))
    assert first.post(sent["Location"], {"acknowledged": seen}).status_code == 302
    again = first.get(sent["Location"]).content.decode()
    assert "This step is not open" in again
    assert "the first approval" in again
    assert second.post(sent["Location"], {"acknowledged": seen}).status_code == 302
    day = today() + timedelta(days=10)
    assert queries.law(on=day).rulebook.version == "2999.1"
    assert queries.law(on=day - timedelta(days=1)).rulebook.version == "2018.1"
    assert "Approved" in second.get(sent["Location"]).content.decode()
    changes = Client().get("/rulebook/changes?to=" + queries.law(on=day).rulebook.digest[:16])
    assert "24 个月" in changes.content.decode()
    markdown = Client().get("/rulebook/changes.md?to=" + queries.law(on=day).rulebook.digest[:16])
    assert "| 36 个月 | 24 个月 |" in markdown.content.decode()


def test_a_broken_pack_names_file_line_and_cure_and_keeps_nothing(people):
    sent = [each for each in files() if each.name != "procedures.yaml"]
    broken = SimpleUploadedFile("procedures.yaml", b"procedures:\n  - {id: tender}\n")
    response = send(people("credit-office/officer"), [*sent, broken])
    page = response.content.decode()
    assert response.status_code == 422
    assert "procedures.yaml" in page
    assert "line 2" in page
    assert "Add title." in page
    assert legislate.drafts() == []
    assert queries.law(on=today()).rulebook.version == "2018.1"


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ([], "PackFilesMissing"),
        ([("evil.exe", b"x")], "PackFileNameUnusable"),
        ([("a.yaml", b"a: 1"), ("a.yaml", b"a: 1")], "PackFileNameUnusable"),
        ([("a.yaml", b"#" * 2_100_000)], "PackTooLarge"),
    ],
)
def test_files_are_bounded_in_name_number_and_size(people, sent, code):
    sent = [SimpleUploadedFile(name, data) for name, data in sent]
    response = send(people("credit-office/officer"), sent)
    assert response.status_code == 422
    assert code in response.content.decode()


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(
            f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n"
            for n in range(9)
        ),
        "[" * 20_000,
        "pack: {id: !!python/object/apply:os.system ['true']}",
        "\ud800".encode("utf-8", "surrogatepass"),
        b"\x00\x01",
    ],
)
def test_what_is_meant_to_break_the_reader_is_one_problem(people, text):
    data = text if isinstance(text, bytes) else text.encode()
    response = send(people("credit-office/officer"), [SimpleUploadedFile("a.yaml", data)])
    assert response.status_code == 422
    assert "a.yaml" in response.content.decode()
    assert Client().get("/rulebook").status_code == 200


def test_a_draft_is_taken_back_and_the_version_in_force_stays(people):
    client = people("credit-office/officer")
    address = send(client, files())["Location"]
    assert client.post(f"{address}/withdrawal").status_code == 302
    assert "Taken back by" in client.get(address).content.decode()
    assert queries.law(on=today()).rulebook.version == "2018.1"


def test_nobody_else_sends_or_approves(people):
    address = send(people("credit-office/officer"), files())["Location"]
    other = people("tax/officer")
    for response in (
        other.get("/rulebook/versions"),
        send(other, files()),
        other.get(address),
        other.post(address, {}),
        other.post(f"{address}/withdrawal"),
        other.post(f"{address}/transition"),
        other.post(f"{address}/dry-run"),
    ):
        assert response.status_code == 403
    assert Client().get(address).status_code == 302


def test_a_calendar_makes_provisional_due_days_definite(people):
    """A response asked for on 2021-12-30 is due by the calendar of 2022, unknown at first."""
    on = date(2021, 12, 30)
    case = listed(2, on)
    id = f"{case}.fiscal-fund-exclusion.finance.respond"
    client, second = people("credit-office/officer"), people("credit-office/reviewer")
    assert _due(id) == (None, True)
    duties = "/oversight/duties?kind=response&period=2022-01"
    assert "Fri 7 Jan 2022" not in second.get(duties).content.decode()
    sent = [SimpleUploadedFile(name, data) for name, data in drafting.years(2022).items()]
    address = send(client, sent, "calendar")["Location"]
    page = client.get(address).content.decode()
    assert "2018 2019 2020 2021 2022" in page
    assert int(re.search(r"become definite</dt><dd>(\d+)<", page).group(1)) >= 1
    client.post(address, {})
    assert _due(id) == (None, True)
    second.post(address, {})
    # 31 December, 4, 5, 6 and 7 January: New Year is off from the 1st to the 3rd.
    assert _due(id) == (date(2022, 1, 7), False)
    assert "Fri 7 Jan 2022" in second.get(duties).content.decode()


def _due(task):
    found = clock(kind="response", of=task, calendar=queries.calendar())
    return found.due_on, found.provisional


def test_what_was_left_half_way_goes_on(people):
    penalised(3, LISTED)
    pack = version("2999.1", today() + timedelta(days=1), wage_arrears=("months: 36", "months: 24"))
    digest = drafting.reported(pack, today())
    for who in ("o-a", "o-b"):
        legislate.approve(
            drafting.call(who, today()), digest=digest, acknowledged=acknowledged(pack), later=True
        )
    client = people("credit-office/officer")
    page = client.get(f"/rulebook/drafts/{digest}").content.decode()
    assert "Nothing is left" in page or "Go on" in page
    assert client.post(f"/rulebook/drafts/{digest}/transition").status_code == 302
    assert "Nothing is left" in client.get(f"/rulebook/drafts/{digest}").content.decode()
    assert AppliedMeasure.objects.exists()


def shorter(people):
    """The address of a draft that shortens the terms of one field."""
    sent = files(wage_arrears=("months: 36", "months: 24"))
    return send(people("credit-office/officer"), sent)["Location"]


def approved_by_both(people, address):
    seen = acknowledged(version("2999.1", wage_arrears=("months: 36", "months: 24")))
    for login in ("credit-office/officer", "credit-office/reviewer"):
        response = people(login).post(address, {"acknowledged": seen})
        assert response.status_code == 302


def test_a_draft_is_run_dry_before_anybody_approves(people):
    client, address = people("credit-office/officer"), shorter(people)
    assert "No dry run is kept yet" in client.get(address).content.decode()
    before = head()
    assert client.post(f"{address}/dry-run").status_code == 302
    assert head() == before
    page = client.get(address).content.decode()
    # The listing of 2021 was over long before the version comes: nothing of it changes any more.
    assert "Nothing would change about any organisation." in page
    assert "Run it dry again" in page
    assert "signed by this register" in page


def test_a_report_is_given_away_and_known_by_the_key(people):
    client, address = people("credit-office/officer"), shorter(people)
    client.post(f"{address}/dry-run")
    (found,) = Report.objects.all()
    given = client.get(f"{address}/reports/{found.digest}.json")
    keys = Client().get("/rulebook/report-keys.json").json()
    told = verified(given.content, keys=[keys["key"]])
    assert (told.digest, told.signed["dry_run"]["new"]["digest"]) == (found.digest, found.version)
    assert 'organisation"' not in given.content.decode()
    assert client.get(f"{address}/reports/{'0' * 64}.json").status_code == 404
    assert people("tax/officer").get(f"{address}/reports/{found.digest}.json").status_code == 403
    sheet = client.get(f"{address}/reports/{found.digest}.pdf")
    (page,) = PdfReader(BytesIO(sheet.content)).pages
    assert found.digest in page.extract_text().replace("\n", "")
    assert client.get(f"{address}/reports/{found.digest}.txt").status_code == 404
    strange = {"acknowledged": [], "report": "0" * 64}
    assert "ReportOfAnother" in client.post(address, strange).content.decode()


def test_the_page_tells_how_far_a_run_is_and_that_one_was_lost(people):
    client, address = people("credit-office/officer"), shorter(people)
    digest = address.rsplit("/", 1)[1]
    id = running.begin(digest=digest, by="o-a", at=now() - timedelta(minutes=5))
    assert "lost with its process" in client.get(address).content.decode()
    with running.held(id):
        running.tell(id, stage="checks", done=2_000, total=9_000)
        page = client.get(address).content.decode()
        assert "Asking past checks again: 2000 of 9000 organisations" in page
        assert 'http-equiv="refresh"' in page
        assert 'http-equiv="refresh"' not in client.get(f"{address}?still=1").content.decode()
        assert "Run it dry" not in page
        assert running.begin(digest=digest, by="o-b", at=now()) is None
    assert client.post(f"{address}/dry-run").status_code == 302
    page = client.get(address).content.decode()
    assert "lost" not in page
    assert "signed by this register" in page
    assert [each.outcome for each in DryRun.objects.order_by("id")] == ["failed", "done"]


def test_what_came_is_compared_with_the_dry_run(people):
    listed(2, on=today() - timedelta(days=30))
    address = shorter(people)
    client = people("credit-office/officer")
    client.post(f"{address}/dry-run")
    page = client.get(address).content.decode()
    assert "Last days that are written anew" in page
    assert "a shorter term" in page
    approved_by_both(people, address)
    assert "It came as the dry run said: 12 last days were written." in (
        client.get(address).content.decode()
    )


def test_a_difference_that_nothing_explains_is_an_alarm(people, monkeypatch):
    listed(2, on=today() - timedelta(days=30))
    address = shorter(people)
    people("credit-office/officer").post(f"{address}/dry-run")
    monkeypatch.setattr(transit, "_streams", lambda revision, only: [])
    approved_by_both(people, address)
    client = people("credit-office/officer")
    assert "nothing explains it" in client.get(address).content.decode()
    oversight = client.get("/oversight").content.decode()
    assert "A version of the law changed 12 last days otherwise than its dry run said" in oversight
