"""The ids of settings: every activation is an aggregate of its own, so that none hides another."""

from datetime import date

RULEBOOK, CALENDAR = "rulebook", "calendar"


def rulebook_setting(*, rulebook: str, in_force_from: date, digest: str) -> str:
    """The aggregate that says a version of a rulebook holds from a day."""
    return f"{RULEBOOK}.{rulebook}.{in_force_from.isoformat()}.{digest[:16]}"


def calendar_setting(*, digest: str) -> str:
    """The aggregate that says a version of the calendar is known."""
    return f"{CALENDAR}.{digest}"


def rulebook_draft(*, digest: str) -> str:
    """The aggregate of a version of a rulebook that is put forward."""
    return f"draft.{RULEBOOK}.{digest}"


def calendar_draft(*, digest: str) -> str:
    """The aggregate of a calendar that is put forward."""
    return f"draft.{CALENDAR}.{digest}"


def kind_of(aggregate: str) -> str:
    """``rulebook`` or ``calendar``."""
    return CALENDAR if aggregate.startswith(CALENDAR) else RULEBOOK


def rulebook_of(aggregate: str) -> str:
    """The id of the rulebook a setting is about; empty for a calendar."""
    if kind_of(aggregate) == CALENDAR:
        return ""
    parts = aggregate.split(".")
    return parts[1] if len(parts) > 1 else aggregate
