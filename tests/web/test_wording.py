"""Both languages are complete: every word a person can meet, every refusal, every open field."""

from typing import get_args

import pytest

from goodstanding.rules.acts.effects import Effect
from goodstanding.web.act_words import ACTS
from tests.web.wording import fields, messages, translations


@pytest.mark.parametrize("language", ["zh_Hans", "en"])
def test_nothing_is_untranslated(language):
    known = translations(language)
    missing = [f"{place}: {each}" for each, place in messages().items() if not _said(known, each)]
    assert missing == []


@pytest.mark.parametrize("language", ["zh_Hans", "en"])
def test_a_translation_has_the_fields_of_its_message(language):
    wrong = [
        each
        for each, said in translations(language).items()
        if fields(" ".join((said,) if isinstance(said, str) else said))
        - fields(" ".join((each,) if isinstance(each, str) else each))
    ]
    assert wrong == []


def _said(known, message) -> bool:
    said = known.get(message)
    return all(said) if isinstance(said, tuple | list) else bool(said)


def test_every_kind_of_act_has_a_word():
    kinds = {kind.__struct_config__.tag.partition("/")[0] for kind in get_args(Effect)}
    assert kinds - set(ACTS) == set()
