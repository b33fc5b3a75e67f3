"""Who was told what has fallen since, as SQL: single answers, pages of the changes, and files.

A page of the changes told of what was entered, corrected or listed in it; a file of the open data of
what strangers saw on its day. Rows of the ledger from before the day or the last position were noted
are read with the moment they were made, and with the head of the register then.
"""

from goodstanding.disclosure.kinds import DESIGNATION, NOT_PUBLIC, RECORD
from goodstanding.rules.opendata.datasets import RECORDS, RESTRICTIONS

CHANGES = "changes"
_DAY = "(given.at AT TIME ZONE 'Asia/Shanghai')::date"
_MINE = "(%(recipient)s::text IS NULL OR {who}.recipient = %(recipient)s)"

#: What has fallen: all, or one record or designation with what fell on its account.
_FELL = """
    SELECT * FROM disclosure_fallenversion
     WHERE (%(after)s::bigint IS NULL OR position > %(after)s)
       AND (%(record)s::text IS NULL OR record = %(record)s OR record IN (
           SELECT unnest(records) FROM disclosure_fallenversion WHERE record = %(record)s))
"""
_POINTS = f"""
    SELECT point.recipient, record, version, point.at, point.times, point.case_number,
           point.receipt, '' AS dataset
      FROM fell JOIN disclosure_point AS point USING (record, version)
     WHERE point.position < fell.position AND fell.kind <> '{NOT_PUBLIC}'
       AND {_MINE.format(who="point")}
"""
_GIVEN = "given.recipient, record, version, given.at, 1, '', '', given.dataset"
_PAGES = f"""
    SELECT {_GIVEN} FROM fell JOIN disclosure_range AS given
        ON given.dataset = '{CHANGES}'
       AND given.position >= fell.since AND given.position < fell.position
       AND (given.filter ->> 'after')::bigint < fell.since
       AND coalesce((given.filter ->> 'until')::bigint, given.position) >= fell.since
     WHERE (subject = '{DESIGNATION}' OR public_until >= {_DAY}) AND {_MINE.format(who="given")}
"""
_FILES = f"""
    SELECT {_GIVEN} FROM fell JOIN disclosure_range AS given
        ON given.dataset = CASE WHEN fell.dataset <> '' THEN fell.dataset
                                WHEN subject = '{RECORD}' THEN '{RECORDS.id}'
                                ELSE '{RESTRICTIONS.id}' END
       AND given.position >= fell.since AND given.position < fell.held_until
     WHERE coalesce((given.filter ->> 'on')::date, {_DAY}) BETWEEN public_from AND public_until
       AND {_MINE.format(who="given")}
"""
#: One line a recipient and version. A designation that ended together with a record under it is
#: recalled from those only who were not told of that record: one fall, one recall.
RECALLS = f"""
    WITH fell AS MATERIALIZED ({_FELL}),
         told AS ({_POINTS} UNION ALL {_PAGES} UNION ALL {_FILES}),
         owed AS MATERIALIZED (
           SELECT recipient, record, version, min(at) AS told_first, max(at) AS told_last,
                  sum(times)::int AS times,
                  array_remove(array_agg(DISTINCT case_number), '') AS case_numbers,
                  array_remove(array_agg(DISTINCT receipt), '') AS receipts,
                  array_remove(array_agg(DISTINCT dataset), '') AS datasets
             FROM told GROUP BY recipient, record, version)
    SELECT recipient, record, version, fell.kind, fell.position, fell.organisation,
           fell.department, fell.document, told_first, told_last, times, case_numbers, receipts,
           done.at AS done_at, coalesce(done.by, ''), fell.subject, datasets, fell.occurrence
      FROM owed JOIN fell USING (record, version)
      LEFT JOIN disclosure_acknowledgement AS done
             USING (recipient, record, version, kind, occurrence)
     WHERE (%(record)s::text IS NULL OR record = %(record)s)
       AND (NOT %(open)s OR done.at IS NULL)
       AND (fell.records = '{{}}' OR NOT EXISTS (
            SELECT FROM owed AS other JOIN fell AS under USING (record, version)
             WHERE other.recipient = owed.recipient AND under.record = ANY (fell.records)
               AND under.kind = fell.kind))
     ORDER BY fell.position, record, version, recipient
"""
