"""A plan page by page, and what stays unsaid: a rate is told on an organisation's own page alone."""

import json
import re
from datetime import timedelta

from goodstanding.inspections.models import DrawnVisit, Pooled
from goodstanding.wallclock import today
from tests.web import city as places
from tests.web.inspections import a_visit

RATE_WORDS = ("raised", "reduced rate", "sampling", "提高频次", "降低频次", "正常频次")


def html(city, who, address):
    return city.client(who).get(address).content.decode()


def test_a_plan_is_made_approved_frozen_contested_and_answered(city):
    market, reviewer = city.client("market"), city.client("market reviewer")
    first = today() + timedelta(days=30)
    asked = {
        "items": ["food-safety/hygiene"],
        "first_day": f"{first:%Y-%m-%d}",
        "last_day": f"{first + timedelta(days=10):%Y-%m-%d}",
        "codes": f"{places.STAYED}\n{places.RESTRICTED}",
    }
    wrong = market.post("/inspections/new", {**asked, "first_day": "2020-01-01", "codes": "x"})
    assert wrong.status_code == 422
    assert "PoolCodesWrong" in wrong.content.decode()
    at = market.post("/inspections/new", asked)["Location"]
    assert city.client("visitor").get(at).status_code == 404
    assert market.post(at, {"step": "approve"}).status_code == 409
    assert f"{at}" in html(city, "market reviewer", "/inspections?by=others")
    assert reviewer.post(at, {"step": "approve"}).status_code == 302
    assert city.client("visitor").get(at).status_code == 200
    assert "尚未作出承诺值" in market.post(at, {"step": "draw"}).content.decode()


def test_a_visit_is_recorded_and_results_are_published_in_figures(city):
    at, market = f"/inspections/{city.plan}", city.client("market")
    early = city.client("market reviewer").post(at, {"step": "publish"})
    assert (early.status_code, "逐一登记" in early.content.decode()) == (409, True)
    for visit in DrawnVisit.objects.filter(plan=city.plan):
        posted = {"outcome": "nothing-found", "visited_on": ""}
        assert market.post(f"/inspections/visits/{visit.id}", posted).status_code == 302
    assert city.client("market reviewer").post(at, {"step": "publish"}).status_code == 302
    told = html(city, "visitor", at)
    assert "结果已公布" in told
    [listed] = market.get("/api/v1/inspections").json()["items"]
    found = market.get(f"/api/v1/inspections/{city.plan}/visits").json()["items"]
    assert (listed["id"], listed["nothing_found"]) == (city.plan, len(found))
    assert {each["outcome"] for each in found} == {"nothing-found"}
    assert not any(name in told for name in places.NAMES.values())


def test_the_month_the_day_and_the_file_have_the_same_visits(city):
    at = f"/inspections/{city.plan}/visits"
    visit = DrawnVisit.objects.get(id=a_visit(city.plan))
    assert f"/inspections/visits/{visit.id}" in html(city, "market", f"{at}?day={visit.day}")
    table = html(city, "market", f"{at}.csv")
    assert table.count("\n") == 1 + DrawnVisit.objects.filter(plan=city.plan).count()


def test_an_organisation_finds_its_ticket_in_the_public_file(city):
    own = html(city, "representative", f"/own/{places.STAYED}/inspections")
    ticket = Pooled.objects.get(plan=city.plan, code=places.STAYED).ticket
    assert ticket in own.replace("<wbr>", "")
    data = city.client("visitor").get(f"/inspections/{city.plan}/draw.json").content
    assert ticket in {each[0] for each in json.loads(data)["pool"]}


def test_a_rate_is_nowhere_but_on_the_own_page_of_the_plan(city):
    """Every organisation of the city is in the plan; no door that tells of one tells of a rate."""
    assert [
        each for who in ("visitor", "officer", "credit office") for each in told(city, who)
    ] == []


def told(city, who):
    client, of = city.client(who), places.STAYED
    addresses = [
        *(
            f"/organisations/{of}",
            f"/records/{city.records['stayed']}",
            f"/inspections/{city.plan}",
        ),
        *(f"/inspections/{city.plan}/draw.json", f"/api/v1/organisations/{of}"),
        *(f"/api/v1/organisations/{of}/standing", "/api/v1/changes", f"/receipts/{city.receipt}"),
        f"/inspections/{city.plan}/visits.csv",
    ]
    said = {each: client.get(each).content.decode() for each in addresses}
    asked = {"code": of, "procedure": "inspection"}
    checked = client.post("/api/v1/checks", asked, content_type="application/json")
    said["check"] = checked.content.decode()
    return [
        (each, word) for each, text in said.items() for word in RATE_WORDS if word in main(text)
    ]


def test_what_the_organisation_takes_away_tells_no_rate(city):
    client = city.client("representative")
    for suffix in ("json", "xlsx"):
        data = client.get(f"/own/{places.STAYED}/held.{suffix}").content
        assert not any(word.encode() in data for word in RATE_WORDS)
    assert "正常频次" in html(city, "representative", f"/own/{places.STAYED}/inspections")


def main(text: str) -> str:
    """What a page says of its own, without the links to the public rules."""
    return re.sub(r'<a href="/rulebook[^>]*>[^<]*</a>', "", text)
