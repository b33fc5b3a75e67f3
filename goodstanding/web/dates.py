"""Dates as a reader writes them: 2026年3月16日, 16 March 2026."""

from datetime import date

from django.utils.translation import get_language

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_WEEKDAYS_ZH = "一二三四五六日"
_WEEKDAYS_EN = "Mon Tue Wed Thu Fri Sat Sun".split()


def english() -> bool:
    """Whether the page is in English."""
    return (get_language() or "").startswith("en")


def full(day: date) -> str:
    """A date with its year."""
    if english():
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{day.year}年{day.month}月{day.day}日"


def due(day: date, *, today: date) -> str:
    """A due date with its weekday; the year only where it is another one."""
    if english():
        year = "" if day.year == today.year else f" {day.year}"
        return f"{_WEEKDAYS_EN[day.weekday()]} {day.day} {_MONTHS[day.month - 1][:3]}{year}"
    year = "" if day.year == today.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日 周{_WEEKDAYS_ZH[day.weekday()]}"
