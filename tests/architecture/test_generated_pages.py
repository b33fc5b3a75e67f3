"""The pages told by the code are what the code tells now, and say all of it."""

import re
import shutil
import subprocess
import sys

import pytest

from goodstanding.cli import pages
from goodstanding.cli.printed.refusals import refusals
from goodstanding.cli.stories.expect import EXPECTATIONS
from goodstanding.cli.stories.steps import STEPS
from goodstanding.rules.catalogue.problems import NotYaml
from goodstanding.rules.catalogue.refusals import GroundUnknown
from goodstanding.rules.designation.refusals import StepNotOpen, WindowNotYetDefinite

from .source import ROOT, tracked

LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


def check(folder) -> subprocess.CompletedProcess[str]:
    """The command as `make check` calls it."""
    command = [sys.executable, "-m", "goodstanding.cli.pages", "--check", "--folder", str(folder)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def test_every_page_is_up_to_date():
    assert list(pages.stale(ROOT)) == [], "run: python -m goodstanding.cli.pages"


@pytest.fixture
def copy(tmp_path):
    """The pages, to be broken."""
    for page in pages.PAGES:
        (tmp_path / page).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / page, tmp_path / page)
    return tmp_path


def test_a_stale_or_missing_page_fails_the_check_and_is_written_anew(copy):
    (copy / "docs/rules/rights.md").unlink()
    (copy / "docs/rules/lifecycle.md").write_text("by hand")
    checked = check(copy)
    assert checked.returncode == 1
    assert "docs/rules/rights.md is stale" in checked.stderr
    assert "docs/rules/lifecycle.md is stale" in checked.stderr
    assert (copy / "docs/rules/lifecycle.md").read_text() == "by hand"
    pages.write(copy)
    assert check(copy).returncode == 0


@pytest.mark.parametrize("refusal", [StepNotOpen, WindowNotYetDefinite, GroundUnknown, NotYaml])
def test_refusals_read_from_the_files_are_those_of_the_running_code(refusal):
    row = f"| `{refusal.__name__}` | {refusal.status} | {refusal.template()} |"
    assert row in pages.rendered()["docs/rules/refusals.md"].splitlines()


def test_every_refusal_has_a_sentence():
    assert [each.name for each in refusals() if not each.sentence] == []


def test_every_step_and_expectation_of_a_story_is_told():
    text = pages.rendered()["docs/howto/stories.md"]
    assert [name for name in STEPS if f"### `{name}`" not in text] == []
    assert [name for name in EXPECTATIONS if f"| `{name}` |" not in text] == []


def test_every_step_and_expectation_has_words():
    functions = [step.run for step in STEPS.values()] + list(EXPECTATIONS.values())
    assert [each.__name__ for each in functions if not each.__doc__] == []


def test_every_link_between_pages_leads_somewhere():
    found = [
        f"{file.relative_to(ROOT)}: {target}"
        for file in tracked()
        if file.suffix == ".md"
        for target in LINK.findall(file.read_text())
        if not (file.parent / target).exists()
    ]
    assert found == []
