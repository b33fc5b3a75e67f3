"""The page of figures: what the public figures of lifting count, and the queries that give them."""

from goodstanding.cli.printed.markdown import page
from goodstanding.oversight import in_error, lift_times
from goodstanding.oversight.asked import readable

HOW = (
    "Each figure of `/figures/lifting` is one query of the register's own tables; the page runs "
    "exactly this text. `:since` and `:until` are the first and last day (never after today), "
    "`:department` is null for all, and `:years`, `:days_off` and `:worked_weekends` are the official "
    "calendars that are loaded. `goodstanding figures lifting --from 2026-01-01 --to 2026-03-31 "
    "--query` prints the queries with these values in them, ready for psql; without `--query` it "
    "prints the figures. A department that is null is the city as a whole."
)
TIMES = (
    "One row for each department and measure that was applied: from the last day of the last "
    "designation it rests on to the day it was lifted. What is open on the last day counts in "
    "`median`, `nine_tenths` and `worst` with the time it has waited; `…_done` leaves it out. The day "
    "of the end is not counted. Nine in ten is by nearest rank."
)
WRONG = (
    "One row for each designation that restricted somebody (not an advantage, and not one that every "
    "department refused to apply) and was found in the period to have been wrong: it fell so itself, "
    "or the records it rested on were withdrawn as wrong after it had ended for another reason. Days "
    "are calendar days from the first in force to the day before it was found; paused days are left "
    "out. Where another record carried it lawfully until it was repaired or taken back for a later "
    "reason, only the days from then on count."
)


def render() -> str:
    """The page."""
    return page(
        "Figures of lifting",
        HOW,
        "## Time to lift",
        TIMES,
        _sql(lift_times.QUERY),
        "## Days restricted in error",
        WRONG,
        _sql(in_error.QUERY),
    )


def _sql(query: str) -> str:
    return f"```sql\n{readable(query)}```"
