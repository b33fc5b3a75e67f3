"""Imports run one way, and a folder with no place in the contract is refused."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    return subprocess.run(
        command, cwd=folder, env={"PYTHONPATH": str(folder)}, capture_output=True, text=True
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The product's code and its contract, to be broken."""
    shutil.copytree(
        ROOT / "goodstanding",
        tmp_path / "goodstanding",
        ignore=shutil.ignore_patterns("__pycache__", "static", "templates"),
    )
    shutil.copy(ROOT / ".importlinter", tmp_path)
    return tmp_path


def test_the_contract_is_kept():
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout


BREAKS = {
    "a folder with no place": ("helping/__init__.py", '"""A room nobody planned."""\n'),
    "the law reads a database": ("rules/broken.py", "import django.db\n"),
    "the law reads a clock": ("rules/broken.py", "import time\n"),
    "the law asks the wall clock": ("rules/broken.py", "import goodstanding.wallclock\n"),
    "the register knows the story": ("register/broken.py", "import goodstanding.flow\n"),
    "a shelf knows the register": ("departments/broken.py", "import goodstanding.register\n"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_break_is_found(copy, name):
    path, text = BREAKS[name]
    file = copy / "goodstanding" / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    done = lint(copy)
    assert done.returncode != 0, done.stdout
