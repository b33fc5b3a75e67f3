"""A plan of the city's market regulation, made some weeks ago and drawn; its visits are under way."""

from datetime import timedelta

from goodstanding.flow import commit_inspection, draw_inspection
from goodstanding.flow import inspections as flow
from goodstanding.inspections.models import DrawnVisit


def drawn_plan(city) -> str:
    """Made, approved, frozen, drawn. A quarter of seven organisations is drawn whatever the chance."""
    officer = city.call("market-regulation/officer", days=40)
    plan = flow.plan_inspection(
        officer,
        field="food-safety",
        items=("food-safety/high-risk", "food-safety/hygiene"),
        first_day=officer.on + timedelta(days=22),
        last_day=officer.on + timedelta(days=36),
    )
    reviewer = city.call("market-regulation/reviewer", days=40)
    flow.approve_inspection(reviewer, plan=plan)
    commit_inspection.commit_inspection(city.call("market-regulation/officer", days=39), plan=plan)
    draw_inspection.draw_inspection(city.call("market-regulation/officer", days=19), plan=plan)
    return plan


def a_visit(plan: str) -> str:
    """One visit of a plan."""
    return DrawnVisit.objects.filter(plan=plan).order_by("id").first().id
