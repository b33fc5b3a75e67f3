"""A dry run of a version over a whole city, beside a bare replay: the same states, only decoded."""

import time
from datetime import timedelta
from typing import Any

from django.db import connections
from msgspec.structs import replace

from benchmarks.multiplying import multiply
from benchmarks.replaying import bare
from goodstanding import wallclock
from goodstanding.catalogue.queries import law
from goodstanding.flow.simulate import simulate
from goodstanding.register.replaying import replay
from goodstanding.rules.catalogue.model import Ground, Parameter
from goodstanding.rules.catalogue.rulebook import Rulebook, sealed

ORGANISATIONS = 20_000
#: The law is changed from so many days after the run on.
AHEAD = timedelta(days=30)


def run(number: int = ORGANISATIONS) -> dict[str, Any]:
    """Seconds of a bare replay and of a dry run, on a city of so many organisations."""
    multiply(number)
    started = time.perf_counter()
    states = sum(replay(bare).parts)
    floor = time.perf_counter() - started
    started = time.perf_counter()
    told = simulate(halved(law(on=wallclock.today()).rulebook)).told
    passed = time.perf_counter() - started
    if not told.changes:
        raise RuntimeError("the version changes nothing: there is nothing to measure")
    return {
        "organisations": told.organisations,
        "acts": _acts(),
        "states": states,
        "affected": told.affected,
        "acts_to_come": told.acts,
        "seconds": passed,
        "floor_seconds": floor,
        "ratio": {"dry run / bare replay": passed / floor},
    }


def halved(old: Rulebook, *, by: int = 2) -> Rulebook:
    """The next version: every ground holds half as long, and every publication lasts half as long.

    Nearly every organisation is touched: there is no heavier draft. ``by``: a ground's months are
    divided by so many.
    """
    grounds = {id: _shorter(each, by) for id, each in old.grounds.items()}
    kept = {each.publication_term for each in old.kinds.values()}
    first = wallclock.today() + AHEAD
    parameters = {
        id: _added(each, first) if id in kept else each for id, each in old.parameters.items()
    }
    return sealed(
        replace(
            old,
            version="halved",
            in_force_from=first,
            grounds=grounds,
            parameters=parameters,
            changes=(),
        )
    )


def _shorter(ground: Ground, by: int) -> Ground:
    months = max(1, ground.term.max_months // by)
    term = replace(ground.term, months=min(ground.term.months, months), max_months=months)
    return replace(ground, term=term)


def _added(rule: Parameter, first: Any) -> Parameter:
    last = rule.values[-1]
    half = replace(last, since=first, value=max(1, last.value // 2))
    return replace(rule, values=(*rule.values, half))


def _acts() -> int:
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM register_act")
        return int(cursor.fetchone()[0])
