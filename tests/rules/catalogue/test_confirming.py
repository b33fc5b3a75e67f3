"""What is not sure is listed, with the value that applies meanwhile and why that value."""

from datetime import date

from goodstanding.rules.catalogue import decode, to_confirm
from tests.rules.catalogue.packs import FIXTURES, HARBOUR_FILES, harbour

DOUBTS = (FIXTURES / "doubts.yaml").read_bytes()


def test_everything_to_confirm_is_listed_and_only_that() -> None:
    found = to_confirm(decode({**HARBOUR_FILES, "doubts.yaml": DOUBTS}))
    assert [(each.section, each.id, each.path) for each in found] == [
        ("instruments", "doubtful", ""),
        ("instruments", "unsure", ""),
        ("parameters", "display", "values[0]"),
        ("parameters", "window", "values[0]"),
        ("parameters", "statement", "values[0]"),
        ("measures", "other", ""),
        ("pairings", "example/conduct with other", "citations[0]"),
    ]


def test_the_value_that_applies_is_the_most_favourable() -> None:
    found = {each.id: each for each in to_confirm(decode({**HARBOUR_FILES, "doubts.yaml": DOUBTS}))}
    assert (found["display"].value, found["display"].favours) == (12, "shorter")
    assert (found["window"].value, found["window"].candidates) == (5, (2, 5))
    assert found["window"].since == date(2020, 1, 1)


def test_a_default_of_the_pack_is_to_confirm() -> None:
    (found,) = to_confirm(harbour())
    assert (found.id, found.value, found.unit, found.citation) == (
        "statement",
        10,
        "working_days",
        None,
    )
