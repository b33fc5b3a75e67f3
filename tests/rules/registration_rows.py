"""Rows of base registration of an invented city, in short words for tables."""

from datetime import date

from goodstanding.rules.identifiers import make
from goodstanding.rules.judging import Judged, judge_rows
from goodstanding.rules.legal_person import Organisation
from goodstanding.rules.registration import Registering
from tests.rules.catalogue.packs import dongguan
from tests.rules.intake_rules import NO_FLAW
from tests.rules.penalty_rows import AUTHORITY, REGION

BOOK = dongguan()
TODAY = date(2026, 3, 2)
COLUMNS = {
    "name": "RG_NAME",
    "of": "RG_CODE",
    "since": "RG_NAME_SINCE",
    "founded": "RG_ESTABLISHED_ON",
    "status": "RG_STATUS",
    "status_since": "RG_STATUS_SINCE",
    "reason": "RG_REASON",
    "changed": "RG_CHANGED_ON",
    "into": "RG_SUCCESSORS",
    "former": "RG_FORMER_CODE",
    "code_since": "RG_CODE_SINCE",
    "approved": "RG_APPROVED_ON",
}
NAMES = {
    "jia": "岚港市甲山纸业有限公司",
    "yi": "岚港市乙水纸业有限公司",
    "bing": "岚港市丙石纸业有限公司",
}


class Row:
    """A row as the reader of files gives it."""

    flaws = NO_FLAW

    def __init__(self, number: int, cells: dict[str, str]) -> None:
        self.number, self.cells = number, cells


def code(letter: str, prefix: str = "91") -> str:
    """The code of an organisation that a table names by a letter."""
    return make(prefix, REGION, f"MA3000{ord(letter):02d}")


def cells(**said: str) -> dict[str, str]:
    """A sound row with what a table says of it; a letter stands for a code, a word for a name."""
    row = {
        "of": "A",
        "name": "jia",
        "founded": "2015-06-01",
        "status": "存续",
        "approved": "2016-01-04",
    } | {key: str(value) for key, value in said.items()}
    found = {COLUMNS[key]: _meant(key, text) for key, text in row.items() if text}
    return found | {"RG_AUTHORITY": "岚港市市场监督管理局", "RG_AUTHORITY_CODE": AUTHORITY}


def _meant(key: str, text: str) -> str:
    if key == "name":
        return NAMES.get(text, text)
    if key in ("of", "into", "former"):
        return ";".join(code(part) if len(part) == 1 else part for part in text.split())
    return text


def judged(rows: list[dict[str, str]], *, first: int = 2) -> Judged:
    """Rows judged by themselves, as a file."""
    numbered = [Row(number, each) for number, each in enumerate(rows, start=first)]
    return judge_rows(numbered, kind="registration", rulebook=BOOK, today=TODAY)


class Registry:
    """What a register knows of organisations, kept in memory."""

    def __init__(self) -> None:
        self.known: dict[str, Organisation] = {}

    def take(self, row: dict[str, str], *, by: str = "market-regulation") -> list[str]:
        """What became of a row: accepted, duplicate, or the codes of its problems."""
        alone = judged([row])
        registering = Registering(self.known, department=by, rulebook=BOOK)
        found = registering.take(alone)
        self.known = registering.known
        if codes := sorted(problem.code for _, problem in found.problems()):
            return codes
        return ["accepted"] if found.accepted else ["duplicate"]
