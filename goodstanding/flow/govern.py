"""An empty register is set up: its first rulebooks and calendars, in force without any draft."""

from collections.abc import Mapping

from goodstanding.catalogue.bodies import keep_calendar, keep_rulebook
from goodstanding.catalogue.naming import calendar_setting, rulebook_setting
from goodstanding.flow import policy
from goodstanding.flow.bench import Call
from goodstanding.flow.packs import rulebook_from
from goodstanding.register.streams import none_but
from goodstanding.register.writing import writing
from goodstanding.rules.acts.envelope import SYSTEM, Decided
from goodstanding.rules.acts.system import CalendarLoaded, RulebookActivated
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.errors import refuse
from goodstanding.rules.governing.refusals import ApprovalsNeeded
from goodstanding.rules.rights import Action
from goodstanding.rules.workdays import WorkCalendar


def activate_rulebook(call: Call, *, files: Mapping[str, bytes]) -> str:
    """Put a pack in force from its own first day; returns the digest of its content.

    Only while the register holds nothing but law: later versions are drafted and approved by two
    people (`flow.legislate`). A version in force already stays so, and nothing is written.

    Args:
        files: the pack's YAML files by name, as bytes.

    Raises:
        Refused: with every problem of the pack, nothing activates with errors; `ApprovalsNeeded`.
    """
    policy.require(call.actor, Action.ACTIVATE_RULEBOOK)
    rulebook = rulebook_from(files)
    act = activated(call, rulebook)
    with writing(SYSTEM, author=call.author, at=call.at) as work:
        if work.state(act.aggregate) is None:
            _only_an_empty_register()
            keep_rulebook(rulebook)
            work.append([act])
    return rulebook.digest


def load_calendar(call: Call, *, years: Mapping[str, bytes]) -> str:
    """Make the official calendar of some years known; returns its id. When: as `activate_rulebook`.

    Args:
        years: one YAML file a year, as bytes: the whole calendar as it is known now.
    """
    policy.require(call.actor, Action.LOAD_CALENDAR)
    files = [years[name] for name in sorted(years)]
    with writing(SYSTEM, author=call.author, at=call.at) as work:
        calendar = keep_calendar(files)
        act = loaded(call, calendar)
        if work.state(act.aggregate) is None:
            _only_an_empty_register()
            work.append([act])
    return calendar.id


def activated(call: Call, rulebook: Rulebook) -> Decided:
    """The act by which a version comes into force from its first day."""
    aggregate = rulebook_setting(
        rulebook=rulebook.id, in_force_from=rulebook.in_force_from, digest=rulebook.digest
    )
    effect = RulebookActivated(
        rulebook=rulebook.id, digest=rulebook.digest, in_force_from=rulebook.in_force_from
    )
    return Decided(stream=SYSTEM, aggregate=aggregate, effective_on=call.on, effect=effect)


def loaded(call: Call, calendar: WorkCalendar) -> Decided:
    """The act by which a calendar becomes the one that is known."""
    effect = CalendarLoaded(digest=calendar.id, years=tuple(sorted(calendar.years)))
    aggregate = calendar_setting(digest=calendar.id)
    return Decided(stream=SYSTEM, aggregate=aggregate, effective_on=call.on, effect=effect)


def _only_an_empty_register() -> None:
    """What depends on the law changes with it: then two people answer for the change."""
    if not none_but(SYSTEM):
        refuse(ApprovalsNeeded())
