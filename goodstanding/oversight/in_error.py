"""Days of wrongful restriction: how long a designation was in force that proved wrong."""

from datetime import date

import msgspec

from goodstanding.oversight.asked import Asked, rows

#: One row for each designation that restricted somebody and was found in the period to have been
#: wrong: because it fell so itself, or because the records it rested on were withdrawn as wrong
#: after it had ended for another reason. It counts from its first day through the day before that.
#: What a record carried lawfully until it was repaired or taken back for a later reason, and another
#: one that was wrong after it, counts from the day on which the right one fell.
RESTRICTIONS = """
WITH found AS (
    SELECT id, ended_on AS found_on, NULL::date AS wrong_since
      FROM designations_case
     WHERE ended_from_start
       AND ended_on BETWEEN %(since)s::date AND %(until)s::date
     UNION ALL
    SELECT id,
           (SELECT CASE WHEN over.each_suffices THEN max(withdrawn_on) ELSE min(withdrawn_on) END
              FROM publication_entry
             WHERE record = ANY(over.records) AND as_wrong
            HAVING NOT over.each_suffices
                OR count(*) = (SELECT count(DISTINCT each) FROM unnest(over.records) AS each)),
           NULL::date
      FROM designations_case AS over
     WHERE NOT ended_from_start
       AND organisation IN (
               SELECT organisation FROM publication_entry
                WHERE as_wrong AND withdrawn_on BETWEEN %(since)s::date AND %(until)s::date)
     UNION ALL
    SELECT id, ended_on, carried.wrong_since
      FROM designations_case AS over,
           LATERAL (SELECT max(least(repaired_on, withdrawn_on)) AS wrong_since
                      FROM publication_entry
                     WHERE record = ANY(over.records) AND NOT as_wrong
                    HAVING bool_and(least(repaired_on, withdrawn_on) IS NOT NULL)) AS carried
     WHERE NOT ended_from_start
       AND each_suffices
       AND carried.wrong_since < ended_on
       AND ended_cause = 'record-withdrawn'
       AND organisation IN (
               SELECT organisation FROM publication_entry
                WHERE as_wrong AND withdrawn_on BETWEEN %(since)s::date AND %(until)s::date)
       AND EXISTS (SELECT FROM publication_entry
                    WHERE record = ANY(over.records) AND as_wrong AND withdrawn_on = ended_on)
), fallen AS (
    SELECT designation.id, designation.department, designation.organisation, designation.ground,
           greatest(designation.first_day, wrong_since) AS first_day,
           least(designation.last_day,
                 CASE WHEN NOT ended_from_start THEN ended_on - 1 END,
                 found_on - 1) AS last_wrong_day,
           found_on
      FROM found
      JOIN designations_case AS designation USING (id)
     WHERE found_on BETWEEN %(since)s::date AND %(until)s::date
       AND sense <> 'advantage'
       AND designation.first_day IS NOT NULL
       AND (%(department)s::text IS NULL OR department = %(department)s::text)
       AND EXISTS (SELECT FROM measures_appliedmeasure AS measure
                    WHERE measure.organisation = designation.organisation
                      AND designation.id = ANY(measure.designations)
                      AND measure.answer <> 'not_applied')
), counted AS (
    SELECT fallen.*,
           (SELECT count(*)
              FROM generate_series(first_day, last_wrong_day, interval '1 day') AS day
             WHERE NOT EXISTS (
                       SELECT FROM designations_stay AS stay
                        WHERE stay.case_id = fallen.id
                          AND day::date >= stay.first_day
                          AND (stay.last_day IS NULL OR day::date <= stay.last_day))) AS days
      FROM fallen
)"""

QUERY = (
    RESTRICTIONS
    + """
SELECT department,
       count(*) AS cases,
       sum(days)::bigint AS days,
       count(DISTINCT organisation) AS organisations
  FROM counted
 GROUP BY GROUPING SETS ((department), ())
HAVING count(*) > 0
 ORDER BY department NULLS FIRST
"""
)

_ROWS = RESTRICTIONS + "\nSELECT * FROM counted ORDER BY found_on, id\n"


class Wrongful(msgspec.Struct, frozen=True, kw_only=True):
    """Designations in force that proved wrong, and on how many days they were; pauses left out."""

    cases: int = 0
    days: int = 0
    organisations: int = 0


class Restriction(msgspec.Struct, frozen=True, kw_only=True):
    """One designation that proved wrong, and its days in force."""

    id: str
    department: str
    organisation: str
    ground: str
    first_day: date
    last_wrong_day: date
    found_on: date
    days: int


def wrongful(asked: Asked) -> dict[str, Wrongful]:
    """The days by department that decided; "" is all together, and is always there."""
    found = {
        row.pop("department") or "": msgspec.convert(row, Wrongful) for row in rows(QUERY, asked)
    }
    return {"": Wrongful(), **found}


def restrictions(asked: Asked) -> list[Restriction]:
    """What is counted, in the order it was found wrong."""
    return [msgspec.convert(row, Restriction) for row in rows(_ROWS, asked)]
