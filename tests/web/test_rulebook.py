"""The rulebook as everybody reads it: by day, with its articles, and nothing of its own."""

from tests.web import city as places

GROUND = f"/rulebook/grounds/{places.GROUND}"


def _html(city, address):
    response = city.client("visitor").get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_a_ground_names_its_measures_their_articles_and_departments(city):
    html = _html(city, GROUND)
    assert "限制参加依法必须进行招标的项目投标" in html
    assert "《保障农民工工资支付条例》第48条" in html
    assert "/rulebook/departments/public-resources-trading" in html
    assert "待核实" in html


def test_an_earlier_day_reads_as_it_was_and_keeps_the_day_in_its_links(city):
    html = _html(city, f"{GROUND}?on=2020-04-30")
    assert "限制参加依法必须进行招标的项目投标" not in html
    assert "/rulebook/measures/procurement-exclusion?on=2020-04-30" in html


def test_a_measure_and_a_department_name_what_leads_to_them(city):
    assert places.GROUND in _html(city, "/rulebook/measures/tender-exclusion")
    html = _html(city, "/rulebook/departments/human-resources")
    assert places.GROUND in html
    assert "/rulebook/measures/honours-barred" in html


def test_before_the_first_rulebook_there_is_none_and_a_strange_day_is_said(city):
    assert "没有施行中的规则目录" in _html(city, "/rulebook?on=2001-01-01")
    assert "日期无法识别" in _html(city, "/rulebook?on=2026-13-45")


def test_what_the_rulebook_does_not_hold_is_not_found(city):
    client = city.client("visitor")
    for address in ("grounds/none/such", "measures/none", "departments/none"):
        assert client.get(f"/rulebook/{address}").status_code == 404
