"""Exemplars on the pages: by consent alone, on every public door; given up, and lost after notice."""

from datetime import timedelta

import pytest

from goodstanding.aside.models import Offer
from goodstanding.designations.models import Case
from goodstanding.disclosure.models import Download, Range
from goodstanding.disclosure.queries import open_recalls
from goodstanding.flow import enter
from goodstanding.flow.follow import read_changes
from goodstanding.wallclock import today
from tests.rules.penalty_rows import AUTHORITY
from tests.web import city as places
from tests.web.honoured import GROUND, HONOURED, NAME, recognised

#: Where a stranger may ask; {case}, {document} and {code} are the exemplar's.
DOORS = (
    "/exemplars",
    "/exemplars?q={code}",
    "/exemplars.csv",
    "/organisations/{code}",
    "/records/{case}",
    "/?q={document}",
    "/api/v1/exemplars",
    "/api/v1/organisations/{code}",
    "/api/v1/organisations/{code}/standing",
    "/api/v1/organisations?q={document}",
    "/recalls/feed.json",
)


def _told(city, case: str) -> set[str]:
    """The doors at which a stranger finds the exemplar, by its id or its document."""
    row = Case.objects.get(id=case)
    visitor, found = city.client("visitor"), set()
    for door in DOORS:
        address = door.format(case=case, document=row.document, code=row.organisation)
        body = visitor.get(address).content.decode(errors="replace")
        # What was asked for stands in the page of a search too: there the organisation tells.
        found_by = (f"/organisations/{row.organisation}", f'"{row.organisation}"')
        wanted = found_by if "?q={document}" in door else (case, row.document)
        if any(each in body for each in wanted):
            found.add(door)
    return found


def test_consent_opens_every_public_door_and_its_withdrawal_closes_them(city):
    case = city.cases["exemplar"]
    assert _told(city, case) == set(DOORS) - {"/recalls/feed.json"}
    own = city.client("honoured")
    assert own.post(f"/cases/{case}/consent/withdrawal", {"checked": "on"}).status_code == 302
    left = _told(city, case)
    # The feed of recalls names the id alone, on this one day, so that copies drop it.
    assert left <= {"/recalls/feed.json"}, left
    assert own.post(f"/cases/{case}/consent", {"checked": "on"}).status_code == 302
    assert "/exemplars" in _told(city, case)


def test_departments_give_the_advantage_without_consent(city):
    case = recognised(city, days=3, number=2)
    assert _told(city, case) == set()
    trading = city.client("trading")
    body = trading.post(
        "/check", {"code": HONOURED, "procedure": "tender", "case_number": "招标 9"}, follow=True
    ).content.decode()
    assert "有便利" in body


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "pdf"])
def test_who_takes_a_list_is_in_the_ledger_and_strangers_are_counted(city, suffix):
    visitor, trading = city.client("visitor"), city.client("trading")
    assert visitor.get(f"/exemplars.{suffix}").status_code == 200
    assert Download.objects.get(dataset="exemplars").times == 1
    given = trading.get(f"/exemplars.{suffix}")
    assert Range.objects.get(dataset="exemplars").recipient == "public-resources-trading"
    assert given.content[:4] in (b"%PDF", b"PK\x03\x04") or NAME in given.content.decode()


def test_a_list_that_was_taken_is_recalled_once_the_consent_is_taken_back(city):
    case = city.cases["exemplar"]
    city.client("trading").get("/exemplars.csv")
    city.client("honoured").post(f"/cases/{case}/consent/withdrawal", {"checked": "on"})
    found = [(r.recipient, r.kind, r.datasets) for r in open_recalls(record=case)]
    assert found == [("public-resources-trading", "not-public", ("exemplars",))]
    follower = city.call("market-regulation/officer", days=0)
    told = [c for c in read_changes(follower, after=0, limit=10_000).items if c.id == case]
    assert [(c.change, c.tombstone, c.organisation) for c in told] == [("hidden", True, "")]


def test_an_honour_is_proposed_for_an_advantage_and_a_penalty_for_a_restriction(city):
    market = city.client("market")
    [honour] = Case.objects.get(id=city.cases["exemplar"]).records
    offered = market.get(f"/records/{honour}/proposal").content.decode()
    assert "提出认定" in offered
    assert f'value="{GROUND}"' in offered
    assert 'value="food-safety' not in offered
    restricted = city.client("officer").get(f"/records/{city.records['restricted']}/proposal")
    assert f'value="{GROUND}"' not in restricted.content.decode()


def test_it_is_lost_after_notice_and_by_another_officer(city):
    case = city.cases["exemplar"]
    market, reviewer = city.client("market"), city.client("market reviewer")
    penalty = enter.enter_penalty(
        city.call("market-regulation/officer", days=0),
        organisation=HONOURED,
        name=NAME,
        document="岚市监罚〔2026〕88号",
        decided_on=today() - timedelta(days=1),
        authority="岚港市市场监督管理局",
        authority_code=AUTHORITY,
        basis=places.BASIS,
        fine=1,
    )
    notice = {
        "records": [penalty],
        "reasons": "认定之后受到处罚。",
        "served_on": today(),
        "method": "in-person",
        "proof": "送达回证 3",
    }
    assert market.post(f"/cases/{case}/ending-notice", notice).status_code == 302
    decision = {"outcome": "end", "document": "岚市监终〔2026〕1号", "reasons": "条件不再具备。"}
    early = reviewer.post(f"/cases/{case}/ending-decision", {**decision, "checked": "on"})
    assert "EndingWindowOpen" in early.content.decode()
    own = city.client("honoured")
    assert "拟终止认定" in own.get(f"/own/{HONOURED}").content.decode()
    assert own.post(f"/cases/{case}/ending-answer", {"text": "已经整改。"}).status_code == 302
    answered = {**decision, "answer": "不能否定处罚。", "checked": "on"}
    assert reviewer.post(f"/cases/{case}/ending-decision", answered).status_code == 302
    assert Case.objects.get(id=case).ended_cause == "condition-fallen"


def test_it_is_given_up_from_its_own_page(city):
    case = city.cases["exemplar"]
    own = city.client("honoured")
    page = own.get(f"/own/{HONOURED}").content.decode()
    assert f"/cases/{case}/giving-up" in page
    assert (
        own.post(f"/cases/{case}/giving-up", {"text": "自愿放弃。", "checked": "on"}).status_code
        == 302
    )
    assert Case.objects.get(id=case).ended_cause == "given-up"
    assert city.client("visitor").get("/exemplars").content.decode().count(NAME) == 0


def test_an_association_recommends_and_a_department_adopts(city):
    entry = Offer.objects.filter(list=city.offer).first()
    officer = city.client("market")
    assert (
        f"/offers/entries/{entry.id}/proposal"
        in officer.get(f"/offers/{city.offer}").content.decode()
    )
    data = {"ground": GROUND, "facts": "经核实，推荐属实，予以采纳。"}
    opened = officer.post(f"/offers/entries/{entry.id}/proposal", data)
    assert opened.status_code == 302
    case = opened["Location"].rsplit("/", 1)[-1]
    assert Case.objects.get(id=case).offer == entry.id
    assert "岚港市建筑业协会" in officer.get(f"/cases/{case}").content.decode()
    letter = officer.get(f"/cases/{case}/letters/notice").content.decode()
    assert "拟认定诚信典型告知书" in letter
    assert "限制" not in letter.split("<main")[1].split("</main")[0]
