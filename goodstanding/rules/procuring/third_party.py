"""A report somebody else made about a bidder: kept with its source, never with a grade."""

import re
from collections.abc import Sequence

from goodstanding.rules.errors import Refusal
from goodstanding.rules.grades import carries_grade, is_grade
from goodstanding.rules.procuring import refusals as no

#: Spaces that a text layer puts between Chinese characters.
_SPREAD = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
#: A text layer of fewer letters says nothing of a report.
_READ = 40


def report_refusals(texts: Sequence[str], *, source: str, stated: bool) -> list[Refusal]:
    """What stands against a report: no source, a grade in its text, or a text that cannot be read.

    Args:
        texts: what is written in the file, as far as it can be read.
        source: who made it, in the uploader's words.
        stated: the uploader states that it carries no grade and no score.
    """
    found: list[Refusal] = [] if source.strip() else [no.ThirdPartySourceMissing()]
    text = _SPREAD.sub("", "\n".join(texts))
    if is_grade(source) or carries_grade(text):
        return [*found, no.ThirdPartyReportGraded()]
    readable = sum(letter.isalpha() for letter in text) >= _READ
    return found if readable or stated else [*found, no.ThirdPartyReportUnread()]
