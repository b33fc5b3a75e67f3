"""May somebody approve by this dry run report? It is of the version, fresh, and no law came since."""

from datetime import date, timedelta

import msgspec

from goodstanding.rules.errors import Refusal
from goodstanding.rules.governing.refusals import (
    ReportBehind,
    ReportMissing,
    ReportOfAnother,
    ReportTooOld,
)

#: In a week a city decides a few hundred cases: the counts are still the counts.
DAYS = 7


class Reported(msgspec.Struct, frozen=True, kw_only=True):
    """A report as far as approving asks: of which version, of which day and position.

    ``digest``: of the report; ``law_since``: another version or calendar came after the position.
    """

    digest: str
    version: str
    made_on: date
    position: int
    law_since: bool


def report_refusals(report: Reported | None, *, digest: str, on: date) -> list[Refusal]:
    """What stands against approving the version of a digest by a report on a day.

    Acts about organisations may have come since: every report would be behind in a register in use,
    and what they change is explained afterwards (`simulation.reality`).
    """
    if report is None:
        return [ReportMissing()]
    if report.version != digest:
        return [ReportOfAnother(report=report.digest)]
    found: list[Refusal] = []
    if on > report.made_on + timedelta(days=DAYS):
        found.append(ReportTooOld(made_on=report.made_on, days=DAYS))
    if report.law_since:
        found.append(ReportBehind(position=report.position))
    return found
