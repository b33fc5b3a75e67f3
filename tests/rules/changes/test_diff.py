"""What differs between two versions is told rule by rule, in words, and nothing else is."""

import msgspec
import pytest

from goodstanding.cli.rulebook_files import packs as packs_delivered
from goodstanding.cli.rulebook_files import rulebook
from goodstanding.rules.catalogue import decode
from goodstanding.rules.catalogue.tables import TABLES
from goodstanding.rules.changes.diff import SECTIONS, diff
from goodstanding.rules.changes.labels import FIELDS, FIXED, SECTION_TITLES
from goodstanding.rules.changes.markdown import markdown
from goodstanding.rules.changes.words import Words
from tests.rules.catalogue.packs import HARBOUR_FILES, dongguan, harbour

OLD = harbour()


def changed(*pairs):
    """The tiny pack with texts replaced."""
    text = HARBOUR_FILES["pack.yaml"].decode()
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return decode({"pack.yaml": text.replace('version: "1"', 'version: "2"').encode()})


def rules(new, old=OLD):
    return {f"{each.section}/{each.id}": each for each in diff(old, new).rules}


def test_a_version_does_not_differ_from_itself():
    assert diff(OLD, OLD).rules == ()
    assert "没有差别" in markdown(diff(OLD, OLD), OLD, OLD, "zh")


def test_a_changed_value_stands_beside_the_old_one():
    new = changed(
        ("max_months: 24}", "max_months: 18}"), ("    max_months: 24", "    max_months: 18")
    )
    found = rules(new)
    assert set(found) == {"grounds/example/conduct", "pairings/example/conduct with exclusion"}
    ground = found["grounds/example/conduct"]
    (field,) = ground.fields
    assert (field.name, field.old, field.new) == ("term.max_months", 24, 18)
    assert (ground.how, ground.transition) == ("changed", "lighter")
    text = markdown(diff(OLD, new), OLD, new, "en")
    assert "| Longest term | 24 months | 18 months |" in text
    assert "| 最长期限 | 24 个月 | 18 个月 |" in markdown(diff(OLD, new), OLD, new, "zh")


def test_what_is_new_and_what_ends_is_told_with_its_day():
    later = harbour("harbour-later")
    found = rules(later)
    assert found["measures/second"].how == "added"
    assert found["measures/second"].transition == ""
    back = rules(OLD, later)
    assert back["measures/second"].how == "ended"
    ended = changed(
        (
            "in_force: {from: 2020-01-01}\n    max",
            "in_force: {from: 2020-01-01, until: 2022-12-31}\n    max",
        )
    )
    pairing = rules(ended)["pairings/example/conduct with exclusion"]
    assert (pairing.how, str(pairing.last_day)) == ("ended", "2022-12-31")
    assert Words(ended, "zh").value("in_force", pairing.fields[0].new) == [
        "2020-01-01 至 2022-12-31"
    ]


def test_a_window_is_kept_and_a_number_of_it_reads_with_unit_and_day():
    new = changed(("value: 5,", "value: 7,"))
    found = rules(new)["parameters/statement"]
    assert found.transition == "keep"
    words = Words(new, "en")
    assert words.value("values", found.fields[0].new, unit=words.unit("statement")) == [
        "from 2020-01-01: 10 working days (to be confirmed)",
        "from 2022-03-01: 7 working days",
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_value_of_the_real_pack_has_words(language):
    """Compared with nothing of it, each rule of the pack is new: no field is left as a type."""
    book, empty = dongguan(), _nothing()
    found = diff(empty, book)
    text = markdown(found, empty, book, language)
    assert "(" not in {line[:1] for line in text.splitlines()}
    assert not any(word in text for word in ("Title(", "Citation(", "DatedValue(", "InForce("))
    assert {each.how for each in found.rules} == {"added"}


def test_every_field_of_a_rule_is_called_something():
    packs = [rulebook(each.name) for each in packs_delivered()]
    found = (diff(_nothing(), each) for each in packs)
    names = {field.name for each in found for rule in each.rules for field in rule.fields}
    assert names - set(FIELDS) == set()
    assert set(SECTION_TITLES) == set(SECTIONS) == set(TABLES)
    assert all(title.zh and title.en for title in (*FIELDS.values(), *FIXED.values()))


def test_the_difference_is_data_too():
    new = changed(
        ("max_months: 24}", "max_months: 18}"), ("    max_months: 24", "    max_months: 18")
    )
    told = msgspec.json.decode(msgspec.json.encode(diff(OLD, new)))
    assert told["rules"][0]["fields"] == [{"name": "term.max_months", "old": 24, "new": 18}]
    assert told["new"]["version"] == "2"


def _nothing():
    book = dongguan()
    tables = {
        table: {} for table in SECTIONS.values() if isinstance(getattr(book, table, None), dict)
    }
    return msgspec.structs.replace(book, pairings=(), blocked_bases=(), **tables)
