"""A promise of an organisation of the city, with a due day that has passed."""

from collections.abc import Callable
from datetime import timedelta

from goodstanding.catalogue.queries import law
from goodstanding.flow import promise as promising
from goodstanding.flow import verify_promise as verifying
from goodstanding.flow.bench import Call
from goodstanding.rules.commitment.text import text_digest


def made_promise(
    call: Call, organisation: str, *, template: str, department: str, days: int
) -> str:
    """Promise it with consent, to be kept so many days later; returns its id."""
    known = law(on=call.on, known_at=None).rulebook.commitment(template)
    return promising.make_promise(
        call,
        organisation=organisation,
        template=template,
        department=department,
        due_on=call.on + timedelta(days=days),
        read=text_digest(known),
        consent=True,
    )


def seen(call: Call, promise: str, what: str) -> None:
    """An officer looked, and saw it kept, in part or broken."""
    verifying.verify_promise(
        call, promise=promise, method="data", seen=what, facts="比对工资支付数据。"
    )


def due_promise(call: Callable[..., Call], organisation: str, department: str) -> str:
    """A promise that was due ten days ago and that an officer saw broken; returns its id."""
    own = call("stayed", days=40)
    made = made_promise(own, organisation, template="labour", department=department, days=30)
    seen(call(f"{department}/officer", days=3), made, "broken")
    return made
