"""What acts mean for the settings of the register: its rulebooks and its calendar."""

from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.acts.system import CalendarLoaded, GoingLiveDeclared, RulebookActivated
from goodstanding.rules.evolving.meaning import Meaning
from goodstanding.rules.states import GoingLive, Setting


def _activated(_: Setting | None, effect: RulebookActivated, header: Header) -> Setting:
    return Setting(
        id=header.aggregate,
        digest=effect.digest,
        in_force_from=effect.in_force_from,
        position=header.position,
    )


def _loaded(_: Setting | None, effect: CalendarLoaded, header: Header) -> Setting:
    return Setting(
        id=header.aggregate,
        digest=effect.digest,
        in_force_from=header.effective_on,
        position=header.position,
    )


def _live(state: GoingLive | None, _: GoingLiveDeclared, header: Header) -> GoingLive:
    """The first declaration holds."""
    return state or GoingLive(id=header.aggregate, on=header.effective_on, by=header.by)


MEANING: Meaning = {
    RulebookActivated: _activated,
    CalendarLoaded: _loaded,
    GoingLiveDeclared: _live,
}
