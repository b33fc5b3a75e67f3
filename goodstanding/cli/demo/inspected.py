"""Two inspection plans: one drawn and mostly visited, one whose pool may be contested now."""

from datetime import date

from goodstanding.cli.demo.city import City
from goodstanding.cli.demo.days import DAY, at
from goodstanding.cli.demo.stage import Plot
from goodstanding.flow import commit_inspection, draw_inspection, inspections
from goodstanding.inspections.queries import visits

HOME = "market-regulation"
MOST = 12
#: Of a dozen visits most are recorded; what is left waits for the department.
LEFT = 3
#: Days from the making of a plan to its first day: time to contest, holidays between.
FIRST = 16


def drawn_plan(city: City) -> Plot:
    """Food safety: made seven weeks ago, drawn, visited day by day; results are still to publish."""
    day = city.days.loaded(50)
    plan = yield from _frozen(city, day, last=44)
    then = yield at(city.days.later(day, 4), 9, 20)
    draw_inspection.draw_inspection(city.call(f"{HOME}/officer", then), plan=plan)
    found = list(visits(plan=plan))
    for n, visit in enumerate(found[: max(len(found) - LEFT, 0)]):
        then = yield at(visit.day, 16, n)
        outcome = "handled" if n % 5 == 4 else "nothing-found"
        inspections.record_visit(
            city.call(f"{HOME}/officer", then), visit=visit.id, outcome=outcome
        )


def open_plan(city: City) -> Plot:
    """Frozen this week: an organisation sees how it is counted and may contest it."""
    if city.days.is_certain(city.days.today, 25):
        yield from _frozen(city, city.days.ago(2), last=30)
    else:
        yield city.days.latest


def _frozen(city: City, day: date, *, last: int) -> Plot:
    """Made by an officer, approved by a reviewer, its pool frozen the same day."""
    then = yield at(day, 9, 10)
    plan = inspections.plan_inspection(
        city.call(f"{HOME}/officer", then),
        field="food-safety",
        items=("food-safety/hygiene", "food-safety/labels"),
        first_day=day + FIRST * DAY,
        last_day=day + last * DAY,
        size=MOST,
    )
    then = yield at(day, 10, 30)
    inspections.approve_inspection(city.call(f"{HOME}/reviewer", then), plan=plan)
    then = yield at(day, 11, 40)
    commit_inspection.commit_inspection(city.call(f"{HOME}/officer", then), plan=plan)
    return plan
