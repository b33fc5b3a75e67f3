"""Every no can be said in Chinese: each refusal and each cure of a pack has its sentence."""

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator
from gettext import GNUTranslations
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings

import goodstanding
from goodstanding.rules.catalogue.problems import PackProblem
from goodstanding.rules.errors import Refusal
from goodstanding.rules.receiving import RowProblem

from .source import ROOT

FOLDER = ROOT / "locale" / "refusals"
#: Carries the finished sentence of another refusal.
PASSED_ON = {RowProblem.template()}


def all_refusals() -> list[type[Refusal]]:
    """Every class of refusal of the product, in whatever room it stands."""
    for module in pkgutil.walk_packages(goodstanding.__path__, "goodstanding."):
        if "migrations" not in module.name and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found = dict.fromkeys(_below(Refusal))
    return [each for each in found if each.__module__.startswith("goodstanding.")]


def _below(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


@pytest.fixture(scope="module")
def said() -> set[str]:
    """What the product says in English when it says no."""
    refusals = all_refusals()
    cures = {each.cure for each in refusals if issubclass(each, PackProblem)}
    return {each.template() for each in refusals} | cures


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """The file of translations as it is written."""
    with (FOLDER / "zh_Hans" / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale="zh_Hans", abort_invalid=True)


@pytest.fixture(scope="module")
def chinese(catalog, tmp_path_factory) -> GNUTranslations:
    """The translations compiled here and read back as the product reads them."""
    compiled = tmp_path_factory.mktemp("compiled") / "django.mo"
    with compiled.open("wb") as file:
        write_mo(file, catalog)
    with compiled.open("rb") as file:
        return GNUTranslations(file)


def fields(sentence: str) -> Counter[str]:
    """The fields a sentence leaves open, each as often as it stands there."""
    return Counter(name for _, name, _, _ in Formatter().parse(sentence) if name is not None)


def test_the_product_refuses_in_many_ways(said):
    assert len(said) > 200


def test_every_refusal_and_every_cure_has_a_chinese_sentence(said, chinese):
    without = [each for each in said - PASSED_ON if chinese.gettext(each) == each]
    assert sorted(without) == []


def test_no_translation_is_stale_unsure_or_blank(said, catalog):
    assert sorted(each.id for each in catalog if each.id and each.id not in said) == []
    assert [each.id for each in catalog if each.id and (each.fuzzy or not each.string)] == []
    assert list(catalog.obsolete) == []


def test_a_chinese_sentence_leaves_the_same_fields_open(said, chinese):
    differing = [each for each in said if fields(chinese.gettext(each)) != fields(each)]
    assert sorted(differing) == []


def test_a_finished_sentence_of_another_refusal_passes_through(chinese):
    for sentence in PASSED_ON:
        assert chinese.gettext(sentence) == sentence


def test_a_chinese_sentence_is_set_as_chinese(catalog):
    """Full-width marks after Chinese, an end to every sentence, none of the words we avoid."""
    avoided = ("拉黑", "惩戒", "制裁", "污点", "洗白", "冻结", "投诉", "除名", "逾期未办", "合格")
    for each in catalog:
        if not each.id or each.id in PASSED_ON:
            continue
        assert each.string.endswith(("。", "}")), each.string
        assert not any(word in each.string for word in avoided), each.string
        assert not any(f"{mark} " in each.string for mark in ",;?!"), each.string


def test_django_looks_for_them_there_first():
    assert settings.LOCALE_PATHS[0] == FOLDER
