"""One box: what it finds, what it refuses before looking anything up."""

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
