"""A function fits a screen and a file holds one idea."""

from .source import ROOT, at, functions, python

LONGEST_FUNCTION, LONGEST_FILE = 60, 500


def test_no_function_is_longer_than_a_screen():
    found = [
        f"{at(file, node)} {node.name}: {lines} lines"
        for file in python()
        for node in functions(file)
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert found == []


def test_no_file_holds_more_than_one_idea():
    found = [
        f"{file.relative_to(ROOT)}: {lines} lines"
        for file in python()
        if (lines := len(file.read_text().splitlines())) > LONGEST_FILE
    ]
    assert found == []
