"""A whole version as Markdown: every rule, in one language, with what is to be confirmed marked."""

import pytest

from goodstanding.rules.changes.whole import markdown
from tests.rules.catalogue.packs import dongguan

BOOK = dongguan()


@pytest.mark.parametrize(("language", "mark"), [("zh", "待核实"), ("en", "to be confirmed")])
def test_every_rule_is_there_and_doubt_is_marked(language: str, mark: str) -> None:
    text = markdown(BOOK, language, about=[("digest", BOOK.digest)])
    for table in ("grounds", "measures", "parameters", "procedures", "departments", "fields"):
        assert [id for id in getattr(BOOK, table) if f"`{table}/{id}`" not in text] == []
    assert f"- digest: {BOOK.digest}" in text
    assert mark in text


def test_a_language_holds_no_titles_of_the_other() -> None:
    text = markdown(BOOK, "en", about=[])
    assert "Food safety" in text
    assert "| 领域 |" not in text
