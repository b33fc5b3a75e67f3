"""The law itself enters the register: a version of the rulebook, the calendar of some years."""

from collections.abc import Mapping

from goodstanding.catalogue.bodies import keep_calendar, keep_rulebook
from goodstanding.catalogue.naming import calendar_setting, rulebook_setting
from goodstanding.flow import policy
from goodstanding.flow.bench import Call
from goodstanding.register.writing import writing
from goodstanding.rules.acts.envelope import SYSTEM, Decided
from goodstanding.rules.acts.system import CalendarLoaded, RulebookActivated
from goodstanding.rules.catalogue import decode
from goodstanding.rules.rights import Action


def activate_rulebook(call: Call, *, files: Mapping[str, bytes]) -> str:
    """Put a pack in force from its own first day; returns the digest of its content.

    Args:
        files: the pack's YAML files by name, as bytes.

    Raises:
        Refused: with every problem of the pack; nothing activates with errors.
    """
    policy.require(call.actor, Action.ACTIVATE_RULEBOOK)
    rulebook = decode(files)
    aggregate = rulebook_setting(
        rulebook=rulebook.id, in_force_from=rulebook.in_force_from, digest=rulebook.digest
    )
    effect = RulebookActivated(
        rulebook=rulebook.id, digest=rulebook.digest, in_force_from=rulebook.in_force_from
    )
    with writing(SYSTEM, author=call.author, at=call.at) as work:
        keep_rulebook(rulebook)
        if work.state(aggregate) is None:
            work.append([_decided(call, aggregate, effect)])
    return rulebook.digest


def load_calendar(call: Call, *, years: Mapping[str, bytes]) -> str:
    """Make the official calendar of some years known; returns its id.

    Args:
        years: one YAML file a year, as bytes: the whole calendar as it is known now.
    """
    policy.require(call.actor, Action.LOAD_CALENDAR)
    files = [years[name] for name in sorted(years)]
    with writing(SYSTEM, author=call.author, at=call.at) as work:
        calendar = keep_calendar(files)
        aggregate = calendar_setting(digest=calendar.id)
        if work.state(aggregate) is None:
            effect = CalendarLoaded(digest=calendar.id, years=tuple(sorted(calendar.years)))
            work.append([_decided(call, aggregate, effect)])
    return calendar.id


def _decided(call: Call, aggregate: str, effect: RulebookActivated | CalendarLoaded) -> Decided:
    return Decided(stream=SYSTEM, aggregate=aggregate, effective_on=call.on, effect=effect)
