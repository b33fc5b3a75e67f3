"""A letter as a PDF: accessible, archivable, its fonts within, the same bytes for the same letter."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from threading import Lock

import msgspec
import typst

from goodstanding.letters import fonts
from goodstanding.rules.letters.letter import Letter

TEMPLATES = Path(__file__).parent / "templates"
#: PDF/A-2a keeps for archives and can be read aloud; PDF/UA-1 is the rule for the latter.
STANDARDS = ["a-2a", "ua-1"]
# A compiler may be used by one caller at a time; a letter takes some ten milliseconds.
_ONE_AT_A_TIME = Lock()


def pdf(letter: Letter) -> bytes:
    """The letter as a PDF. Its data are handed over as data: nothing in them is ever markup."""
    told = msgspec.json.encode(letter).decode()
    return printed(f"{letter.language}/{letter.kind}.typ", {"letter": told})


def printed(template: str, data: Mapping[str, str]) -> bytes:
    """What a template makes of its data; `template`: its path in the folder of the templates."""
    with _ONE_AT_A_TIME:
        made = _compiler().compile(
            input=str(TEMPLATES / template),
            format="pdf",
            sys_inputs=dict(data),
            pdf_standards=STANDARDS,
        )
    assert isinstance(made, bytes)
    return made


@cache
def _compiler() -> typst.Compiler:
    """Kept, with the fonts read once; it reads nothing outside the folder of the templates."""
    return typst.Compiler(
        root=str(TEMPLATES), font_paths=[str(fonts.folder())], ignore_system_fonts=True
    )
