"""An application at a desk of the city: received, a secondary paper missing."""

from goodstanding.flow import apply
from goodstanding.flow.bench import Call

ITEM = "labour-dispatch-licence"
MAIN = ("application-form", "capital-proof", "dispatch-rules")


def at_the_desk(call: Call, organisation: str) -> str:
    """Received two working days ago; returns its id."""
    return apply.receive_application(
        call,
        organisation=organisation,
        item=ITEM,
        case_number="岚人社受〔2026〕1号",
        papers=MAIN,
    )
