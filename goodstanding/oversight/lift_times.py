"""Time to lift: from the last day of the last designation until the lift is done, or until now."""

from decimal import Decimal

import msgspec

from goodstanding.oversight.asked import Asked, rows

#: Both `QUERY` and the rows behind it begin like this. One row for each department and measure that
#: was applied: a lift done in the period, or open on its last day.
LIFTS = """
WITH lift AS (
    SELECT department, organisation, aggregate, subject,
           start_on AS ended_on,
           due_on,
           CASE WHEN met_on <= %(until)s::date THEN met_on END AS done_on
      FROM clocks_clock
     WHERE kind = 'lift'
       AND opens_on <= %(until)s::date
       AND (met_on >= %(since)s::date OR met_on IS NULL)
       AND (%(department)s::text IS NULL OR department = %(department)s::text)
), calendar AS (
    SELECT day::date AS day,
           CASE WHEN extract(year FROM day)::int = ANY(%(years)s::int[]) THEN
                (extract(isodow FROM day) < 6 AND NOT day::date = ANY(%(days_off)s::date[]))
                OR day::date = ANY(%(worked_weekends)s::date[])
           END AS works
      FROM generate_series((SELECT min(ended_on) FROM lift), %(until)s::date, interval '1 day')
           AS day
), numbered AS (
    SELECT day,
           count(*) FILTER (WHERE works) OVER (ORDER BY day) AS number,
           count(*) FILTER (WHERE works IS NULL) OVER (ORDER BY day) AS unknown
      FROM calendar
), timed AS (
    SELECT lift.*,
           done_on IS NULL AS is_open,
           coalesce(done_on, %(until)s::date) - ended_on AS days,
           CASE WHEN last.unknown = first.unknown THEN
                greatest(last.number - first.number, 0)
           END AS working_days
      FROM lift
      LEFT JOIN numbered AS first ON first.day = ended_on
      LEFT JOIN numbered AS last ON last.day = coalesce(done_on, %(until)s::date)
)"""

QUERY = (
    LIFTS
    + """
SELECT department,
       count(done_on) AS done,
       count(*) FILTER (WHERE is_open) AS open,
       max(days) FILTER (WHERE is_open) AS oldest_open,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY working_days) AS median,
       percentile_disc(0.9) WITHIN GROUP (ORDER BY working_days) AS nine_tenths,
       max(working_days) AS worst,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS median_days,
       percentile_disc(0.9) WITHIN GROUP (ORDER BY days) AS nine_tenths_days,
       max(days) AS worst_days,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY working_days)
           FILTER (WHERE NOT is_open) AS median_done,
       percentile_disc(0.9) WITHIN GROUP (ORDER BY working_days)
           FILTER (WHERE NOT is_open) AS nine_tenths_done,
       max(working_days) FILTER (WHERE NOT is_open) AS worst_done
  FROM timed
 GROUP BY GROUPING SETS ((department), ())
HAVING count(*) > 0
 ORDER BY department NULLS FIRST
"""
)

_ROWS = LIFTS + "\nSELECT * FROM timed ORDER BY is_open, ended_on, subject\n"


class LiftTimes(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of one department. Lifts that are open count with their age on the last day.

    ``median``, ``nine_tenths``, ``worst``: working days, in ``…_days`` calendar days; ``…_done``:
    the working days of the lifts done alone. Without value where a calendar on the way is missing.
    """

    done: int = 0
    open: int = 0
    oldest_open: int | None = None
    median: Decimal | None = None
    nine_tenths: int | None = None
    worst: int | None = None
    median_days: Decimal | None = None
    nine_tenths_days: int | None = None
    worst_days: int | None = None
    median_done: Decimal | None = None
    nine_tenths_done: int | None = None
    worst_done: int | None = None


def lift_times(asked: Asked) -> dict[str, LiftTimes]:
    """The time to lift by department; "" is all together."""
    return {
        row.pop("department") or "": msgspec.convert(_decimals(row), LiftTimes)
        for row in rows(QUERY, asked)
    }


def open_on_the_last_day(asked: Asked) -> list[tuple[str, str]]:
    """The lifts counted as open: aggregate and task of each, in the order they fell due."""
    found = rows(_ROWS, asked)
    return [(each["aggregate"], each["subject"]) for each in found if each["is_open"]]


def _decimals(row: dict[str, object]) -> dict[str, object]:
    """The median is exact: whole days or half of one."""
    return {
        name: Decimal(str(value)).normalize() if isinstance(value, float) else value
        for name, value in row.items()
    }
