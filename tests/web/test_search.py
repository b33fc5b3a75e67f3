"""One box: what it finds, what it refuses before looking anything up."""

import re

from django.test import RequestFactory

from goodstanding.publication.models import Entry
from goodstanding.web.paging import page_by
from tests.rules.penalty_rows import identity_number
from tests.web import city as places


def test_the_box_finds_by_code_name_part_and_document(city):
    client = city.client("visitor")
    document = client.get(f"/organisations/{places.RESTRICTED}").content.decode()
    number = document.split("岚人社罚〔")[1].split("<")[0]
    for q in (places.RESTRICTED, "禾屿建筑", "岚港市禾屿建筑劳务有限公司", f"岚人社罚〔{number}"):
        assert "禾屿建筑劳务" in client.get("/", {"q": q}).content.decode(), q


def test_nothing_found_says_so_with_a_date(city):
    assert "没有找到" in city.client("visitor").get("/", {"q": "不存在的名称"}).content.decode()


def test_a_second_page(city):
    response = city.client("visitor").get("/", {"q": "岚港", "page": "999"})
    assert response.status_code == 200


def test_an_identity_number_is_refused_and_not_shown_again(city):
    number = identity_number()
    response = city.client("visitor").get("/", {"q": number})
    assert response.status_code == 422
    assert "没有进行查询" in response.content.decode()
    assert number not in response.content.decode()


def test_hostile_questions_are_only_questions(city):
    client = city.client("visitor")
    for q in ("'; DROP TABLE x", "%00", "\x00", "<script>", "%%%", "一" * 5000, "1" * 300):
        assert client.get("/", {"q": q}).status_code in (200, 422)
        assert "<script" not in client.get("/", {"q": q}).content.decode()


def _codes(client, q):
    html = client.get("/", {"q": q}).content.decode()
    return set(re.findall(r'href="/organisations/(\w{18})"', html))


def test_a_decision_is_found_by_its_number_however_it_is_typed(city):
    client = city.client("visitor")
    number = f"岚人社列〔2026〕{places.RESTRICTED[-3:]}号"
    for q in (
        number,
        number.replace("〔", " [").replace("〕", "]"),
        number.replace("〔2026〕", "（２０２６）"),
    ):
        assert _codes(client, q) == {places.RESTRICTED}, q


def test_a_document_leads_only_those_to_its_organisation_who_may_see_it(city):
    over = Entry.objects.get(record=city.records["expired"])
    withdrawn = Entry.objects.get(record=city.records["withdrawn"])
    for who, seen in (
        ("visitor", False),
        ("market", False),
        ("representative", False),
        ("officer", True),
        ("auditor", True),
    ):
        client = city.client(who)
        assert (_codes(client, over.document) == {places.EXPIRED}) is seen, who
        assert (_codes(client, withdrawn.document) == {places.WITHDRAWN}) is seen, who


def test_a_question_too_long_is_cut_and_says_so(city):
    html = city.client("visitor").get("/", {"q": "岚" * 201}).content.decode()
    assert "只查询了前 200 个字符" in html
    number = "岚" * 250 + identity_number()
    assert city.client("visitor").get("/", {"q": number}).status_code == 422


def test_an_empty_question_says_what_to_type(city):
    assert "没有填写内容" in city.client("visitor").get("/?q=").content.decode()


def test_only_so_many_pages_can_be_opened_and_each_row_is_on_one(city):
    def page(number):
        request = RequestFactory().get("/", {"page": str(number)})
        return page_by(
            request, 95, lambda start: list(range(start, start + 10)), size=10, furthest=3
        )

    assert [row for n in (1, 2, 3) for row in page(n).rows] == list(range(30))
    assert page(4).number == 1
    assert (page(1).count, page(1).pages) == (95, 3)
