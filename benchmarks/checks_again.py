"""A year of checks asked again under a draft, beside a bare replay: the same acts, only folded."""

import resource
import time
from datetime import datetime
from datetime import time as clock
from functools import partial
from typing import Any

from django.db import connections

from benchmarks.replaying import folded
from benchmarks.simulation import halved
from goodstanding import wallclock
from goodstanding.catalogue.queries import law
from goodstanding.enquiries.asked import asked_about
from goodstanding.flow.asked_again import a_year_before, ask_again
from goodstanding.flow.check_histories import check_histories
from goodstanding.register.replaying import Source, replay

CHECKS = 100_000
#: A listing of some years holds a month or two: of the checks of a year many flip.
MUCH = 36
#: Spread over the organisations, the procedures of the law and the days of the last year.
_CHECKS = """
    INSERT INTO enquiries_receipt
        (id, organisation, procedure, case_number, on_day, position, answer, act_as, known, rulebook,
         calendar, effects, records, versions, asked_by, department, recipient, at)
    SELECT 'c-bench-' || n, codes[1 + n %% array_length(codes, 1)],
           (%(procedures)s::text[])[1 + n %% %(kinds)s], '', %(today)s::date - n %% 365,
           (SELECT max(position) FROM register_act), 'clear', 'clear', true, %(rulebook)s, '', '[]',
           '{}', '{}', 'o-bench', 'finance', 'finance', now() - (n %% 365) * interval '1 day'
      FROM generate_series(1, %(number)s) AS n,
           (SELECT array_agg(code ORDER BY code) AS codes FROM register_stream
             WHERE code <> 'system') AS all_of_them
"""


def run(number: int = CHECKS) -> dict[str, Any]:
    """Seconds of a bare replay and of asking again, in the city that `simulation` has grown."""
    today = wallclock.today()
    book = law(on=today).rulebook
    _have(number, sorted(book.procedures), book.digest)
    since = a_year_before(today)
    moment = datetime.combine(since, clock(), wallclock.LEGAL_ZONE)
    source = Source(partial(asked_about, since=moment), partial(check_histories, since=moment))
    started = time.perf_counter()
    checks = sum(replay(folded, source=source).parts)
    floor = time.perf_counter() - started
    started = time.perf_counter()
    told = ask_again(halved(book, by=MUCH), since=since)
    passed = time.perf_counter() - started
    if not told.flips or told.checks != checks:
        raise RuntimeError(
            f"of {checks} checks {told.checks}, and no answer flips, or some are missing"
        )
    return {
        "checks": told.checks,
        "organisations": told.organisations,
        "flips": told.stricter + told.more_favourable,
        "seconds": passed,
        "floor_seconds": floor,
        "peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "ratio": {"asking again / bare replay": passed / floor},
    }


def _have(number: int, procedures: list[str], rulebook: str) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            _CHECKS,
            {
                "number": number,
                "procedures": procedures,
                "kinds": len(procedures),
                "today": wallclock.today(),
                "rulebook": rulebook,
            },
        )
        cursor.execute("ANALYZE enquiries_receipt")
