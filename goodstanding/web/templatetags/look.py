"""Tags and filters of the look: icons, tags, codes, dates, clocks."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from goodstanding.wallclock import LEGAL_ZONE
from goodstanding.web import dates
from goodstanding.web.wording import STATES, WORDS, State

register = template.Library()
GROUPS = (2, 6, 9, 1)
SHORT = 10


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon of the sprite; always beside a word."""
    return format_html(
        '<svg class="i" aria-hidden="true" focusable="false"><use href="#i-{}"/></svg>', name
    )


@register.simple_tag
def tag(state: str) -> SafeString:
    """A state as icon and word."""
    shown = STATES.get(state) or State("is-quiet", "doc", state)
    return format_html('<span class="tag {}">{}{}</span>', shown.tone, icon(shown.icon), shown.word)


@register.simple_tag
def gap() -> str:
    """What stands between two sentences: a space in English, nothing in Chinese."""
    return " " if dates.english() else ""


@register.filter
def tone(state: str) -> str:
    """The colour class of a state."""
    return STATES[state].tone


@register.filter
def icon_of(state: str) -> str:
    """The icon's name of a state."""
    return STATES[state].icon


@register.filter
def word_of(state: str) -> str:
    """The word of a state."""
    return str(STATES[state].word)


@register.filter
def word(id: str, table: str) -> str:
    """The word of an id in a table of `wording`."""
    return str(WORDS[table].get(id, id))


@register.filter
def day(value: date | None) -> SafeString:
    """A date in the reader's language, never broken over two lines."""
    if value is None:
        return mark_safe("—")
    return format_html(
        '<time class="nb" datetime="{}">{}</time>', value.isoformat(), dates.full(value)
    )


@register.filter
def iso_day(value: str) -> SafeString:
    """The same of a day as the register keeps it in a text, like 2026-06-20."""
    return day(date.fromisoformat(value) if value else None)


@register.filter
def moment(value: datetime | None) -> SafeString:
    """A moment in legal time: date, hours, minutes."""
    if value is None:
        return mark_safe("—")
    local = value.astimezone(LEGAL_ZONE)
    return format_html("{} {}", day(local.date()), f"{local:%H:%M}")


@register.filter
def code(value: str) -> SafeString:
    """A credit code in groups 2-6-9-1: space to see, none to copy."""
    parts, at = [], 0
    for size in GROUPS:
        parts.append((value[at : at + size],))
        at += size
    return format_html(
        '<span class="code">{}</span>', format_html_join("", "<span>{}</span>", parts)
    )


@register.filter
def short(id: str) -> str:
    """As much of an opaque id as tells it from its neighbours: those of one file begin alike."""
    if len(id) <= SHORT + 2:
        return id
    letter, dash, rest = id.partition("-")
    of_ours = len(letter) == 1
    return f"{letter}{dash}…{rest.partition('.')[0][2 - SHORT :]}" if of_ours else f"{id[:SHORT]}…"


@register.filter
def minus(first: Any, second: Any) -> Any:
    """The difference of two numbers."""
    return first - second


@register.inclusion_tag("web/clock.html")
def clock(shown: Any) -> dict[str, Any]:
    """A due date with its distance; ``shown`` is a `clocks.Clock`."""
    return {"clock": shown}
