"""A settlement of an organisation of the city, approved by a court."""

from goodstanding.flow import proceed
from goodstanding.flow.bench import Call


def entered_shield(call: Call, organisation: str) -> str:
    """Enter the ruling; returns the id of the shield."""
    return proceed.open_shield(
        call,
        organisation=organisation,
        court="岚港市中级人民法院",
        document="（2026）岚破6号",
        plan="settlement",
    )
