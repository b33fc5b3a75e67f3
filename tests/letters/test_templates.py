"""Every letter has its template in both languages, and none shames whom it is sent to."""

import re

import pytest

from goodstanding.letters.printing import TEMPLATES
from goodstanding.rules.letters.kinds import KINDS
from goodstanding.rules.letters.words import LANGUAGES

SHAMING = re.compile(
    "黑名单|惩戒|失信|拉黑|污点|洗白|上榜|除名|blacklist|punish|dishonest", re.IGNORECASE
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_has_its_template(language):
    found = {file.stem for file in (TEMPLATES / language).glob("*.typ")}
    assert found == {*KINDS, "words"}


@pytest.mark.parametrize("file", sorted(TEMPLATES.rglob("*.typ")), ids=lambda file: file.stem)
def test_no_letter_shames(file):
    text = file.read_text(encoding="utf-8")
    assert SHAMING.findall(text) == []
    assert "#eval" not in text
