"""Every page of every version renders, its links lead somewhere, and files are the version itself."""

import hashlib
import io
import json
import re
from html import unescape

import openpyxl
import pytest
import yaml

from goodstanding.rules.catalogue import from_canonical
from tests.web import city as places
from tests.web.laws import addresses, put_in_force

LINK = re.compile(r'href="(/rulebook[^"#]*)')
LARGEST = 100_000


@pytest.fixture
def books(city):
    return put_in_force(city.call("credit-office/officer", days=1))


def _get(city, address, *, language="zh-hans"):
    client = city.client("visitor")
    client.cookies["django_language"] = language
    return client.get(address)


@pytest.mark.timeout(400)
@pytest.mark.parametrize("name", ["cn-2026", "dongguan-2018", "shenzhen-2023"])
def test_every_page_of_a_version_renders_and_its_links_lead_somewhere(city, books, name):
    (book,) = (each for each in books if each.id == name)
    version = f"?version={book.digest[:16]}"
    waiting, seen, wrong = [f"{each}{version}" for each in addresses(book)], set(), []
    while waiting:
        address = waiting.pop()
        response = _get(city, address)
        seen.add(address)
        if response.status_code != 200:
            wrong.append((address, response.status_code))
        elif version in address and "text/html" in response["Content-Type"]:
            found = {unescape(each) for each in LINK.findall(response.content.decode())}
            waiting += [each for each in found if "on=" not in each and each not in seen]
            seen |= found
    assert wrong == []
    assert len(seen) > len(book.grounds) + len(book.measures)


def test_the_page_of_a_whole_version_stays_small(city, books):
    for book in books:
        for language in ("zh-hans", "en"):
            page = _get(city, f"/rulebook?version={book.digest[:16]}", language=language)
            assert len(page.content) < LARGEST


def test_the_json_is_the_bytes_of_the_fingerprint(city, books):
    for book in books:
        data = _get(city, f"/rulebook.json?version={book.digest[:16]}").content
        assert hashlib.sha256(data).hexdigest() == book.digest
        assert from_canonical(data) == book


def test_the_yaml_says_the_same_under_a_head_that_names_the_version(city, books):
    for book in books:
        address = f"version={book.digest[:16]}"
        text = _get(city, f"/rulebook.yaml?{address}").content.decode()
        assert yaml.safe_load(text) == json.loads(_get(city, f"/rulebook.json?{address}").content)
        assert f"# 校验值: sha256:{book.digest}" in text
        assert "# 使用条件: 开放数据" in text


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_markdown_names_every_rule(city, books, language):
    for book in books:
        text = _get(city, f"/rulebook.md?version={book.digest[:16]}", language=language)
        said = text.content.decode()
        missing = [id for id in (*book.grounds, *book.measures) if f"/{id}`" not in said]
        assert missing == []
        assert book.digest in said


def test_the_workbook_has_a_line_for_each_pair_of_the_day(city):
    data = _get(city, "/rulebook.xlsx?on=2020-06-01").content
    sheets = openpyxl.load_workbook(io.BytesIO(data))
    rows = list(sheets["rulebook"].values)
    head, lines = rows[0], rows[1:]
    pairs = {(line[head.index("事由编号")], line[head.index("措施编号")]) for line in lines}
    assert (places.GROUND, "tender-exclusion") in pairs
    assert any("第48条" in (line[head.index("对应关系的依据")] or "") for line in lines)
    assert ("校验值", f"sha256:{city.digest}") in list(sheets["about"].values)


def test_a_file_holds_exactly_what_is_filtered(city):
    everything = _get(city, "/rulebook.csv").content.decode("utf-8-sig").splitlines()
    wages = _get(city, "/rulebook.csv?field=wage-arrears").content.decode("utf-8-sig")
    assert {line.split(",")[0] for line in wages.splitlines()[1:]} == {"工资支付"}
    assert len(everything) > len(wages.splitlines())
    assert _get(city, "/rulebook.pdf").status_code == 404


def test_grounds_are_found_by_field_department_measure_and_word(city):
    for asked in ("field=wage-arrears", "measure=tender-exclusion", "q=农民工工资"):
        assert (
            f"/rulebook/grounds/{places.GROUND}"
            in _get(city, f"/rulebook?{asked}").content.decode()
        )
    html = _get(city, "/rulebook?department=finance&field=wage-arrears").content.decode()
    assert places.GROUND in html
    other = _get(city, "/rulebook?field=tax").content.decode()
    assert f"/rulebook/grounds/{places.GROUND}" not in other
    assert "没有符合" in _get(city, "/rulebook?q=zzzz").content.decode()


def test_the_version_and_the_day_stay_in_the_address_of_a_filter(city):
    html = _get(city, f"/rulebook?version={city.digest[:16]}&on=2020-06-01").content.decode()
    assert f'<input type="hidden" name="version" value="{city.digest[:16]}">' in html
    assert '<input type="hidden" name="on" value="2020-06-01">' in html


def test_before_the_first_version_each_page_says_so_plainly(city):
    for part in (f"grounds/{places.GROUND}", "measures/tender-exclusion", "publication"):
        page = _get(city, f"/rulebook/{part}?on=2001-01-01")
        assert page.status_code == 404
        assert "2001年1月1日" in page.content.decode()
        assert "没有施行中的规则目录" in page.content.decode()


def test_a_version_on_a_day_that_is_not_its_own_says_so(city):
    address = f"/rulebook/grounds/{places.GROUND}?version={city.digest[:16]}&on=2001-01-01"
    assert "该版本不在施行期内" in _get(city, address).content.decode()


def test_a_version_nobody_knows_is_not_found(city):
    for digest in ("0" * 16, city.digest[:4], "x"):
        assert _get(city, f"/rulebook?version={digest}").status_code == 404


def test_a_doubtful_number_says_which_value_applies_and_why(city):
    html = _get(city, "/rulebook/periods/statement").content.decode()
    assert "可能的数值" in html
    assert "核实之前适用 5 个工作日，因为较长对机构有利" in html


def test_a_check_for_a_loan_never_answers_restricted(city):
    loan = _get(city, "/rulebook/procedures/loan").content.decode()
    tender = _get(city, "/rulebook/procedures/tender").content.decode()
    assert "tag is-force" not in loan
    assert "tag is-force" in tender
