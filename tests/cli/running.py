"""Commands called as a shell calls them, in this process."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from goodstanding.cli.main import run

ROOT = Path(__file__).resolve().parents[2]


class Done(NamedTuple):
    """How a command ended: its status, and both of its outputs."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


class Shell:
    """Calls ``goodstanding`` and catches what it says."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> Done:
        self._capsys.readouterr()
        status = run([str(each) for each in arguments])
        said = self._capsys.readouterr()
        return Done(status, said.out, said.err)
