"""Every page, for each role, in both languages, on the real database."""

import re

import pytest

from tests.web.pages import EVERYBODY, HIDDEN, pages


def test_who_is_answered_with_which_page(city):
    wrong = []
    for who in (*EVERYBODY, "market"):
        client = city.client(who)
        for name, (address, readers) in pages(city).items():
            status = client.get(address).status_code
            refused = 404 if who in HIDDEN.get(name, ()) else 403
            expected = 200 if who in readers else 302 if who == "visitor" else refused
            if who == "market" and who not in readers:
                continue
            if status != expected:
                wrong.append((who, name, status, expected))
    assert wrong == []


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_page_is_whole_in_each_language(city, language):
    wrong = []
    for name, (address, readers) in pages(city).items():
        client = city.client(readers[0])
        client.cookies["django_language"] = language
        wrong += [f"{name}: {each}" for each in _flaws(client.get(address), language)]
    assert wrong == []


def _flaws(response, language):
    html = response.content.decode()
    lang = "en" if language == "en" else "zh-Hans"
    yield from (
        f"no {each}" for each in (f'<html lang="{lang}"', "<h1", 'class="skip"') if each not in html
    )
    if len(re.findall(r"<h1[ >]", html)) != 1:
        yield "not one h1"
    if ids := {
        each for each in re.findall(r'\bid="([^"]+)"', html) if html.count(f'id="{each}"') > 1
    }:
        yield f"ids twice: {sorted(ids)[:3]}"
    if "<script" in html or re.search(r'\sstyle="', html):
        yield "script or style in the page"
    if response["Content-Security-Policy"].count("'none'") < 3:
        yield "no policy"


def test_the_first_line_answers(city):
    client = city.client("visitor")
    client.cookies["django_language"] = "en"
    said = {
        name: re.search(r'answer-line">([^<]+)<', client.get(pages(city)[name][0]).content.decode())
        for name in ("restricted", "stayed", "withdrawn", "never met")
    }
    words = {name: found.group(1) for name, found in said.items()}
    assert "6 restrictions are in force" in words["restricted"]
    assert "no restriction is in force; 6 measures are paused" in words["stayed"]
    assert words["withdrawn"] == words["never met"]


def test_what_is_over_answers_as_if_it_had_never_been(city):
    client = city.client("visitor")
    over = client.get(f"/records/{city.records['expired']}")
    never = client.get("/records/r-" + "0" * 32)
    assert (over.status_code, never.status_code) == (404, 404)
    assert _main(over) == _main(never)


def test_a_stub_shows_no_content(city):
    html = city.client("visitor").get(f"/records/{city.records['withdrawn']}").content.decode()
    assert "原处罚决定经行政复议撤销" in html
    assert "拖欠农民工工资" not in html
    assert "岚人社罚" not in html


def test_addresses_that_are_none_say_so(city):
    client = city.client("visitor")
    for address in ("/nothing", "/cases/x/y/z", "/uploads/../x"):
        response = client.get(address)
        assert response.status_code == 404
        assert "没有找到" in response.content.decode()


def _main(response) -> str:
    return response.content.decode().split("<main")[1].split('class="on-paper')[0]
