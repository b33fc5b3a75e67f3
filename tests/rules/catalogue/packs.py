"""The packs the tests read: the real one and a tiny one of an invented city."""

from pathlib import Path

from goodstanding.files.packs import read_pack
from goodstanding.rules.catalogue import Rulebook, decode

ROOT = Path(__file__).resolve().parents[3]
FIXTURES = Path(__file__).parent / "fixtures"
DONGGUAN_FILES = read_pack(ROOT / "rulebook" / "packs" / "dongguan-2018")
HARBOUR_FILES = read_pack(FIXTURES / "harbour")


def dongguan() -> Rulebook:
    """The pack dongguan-2018."""
    return decode(DONGGUAN_FILES)


def harbour(name: str = "harbour") -> Rulebook:
    """A version of the tiny pack."""
    return decode(read_pack(FIXTURES / name))
