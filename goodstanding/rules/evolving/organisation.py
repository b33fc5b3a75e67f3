"""What acts mean for an organisation, and for the settings of the register."""

from msgspec.structs import replace

from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.acts.organisation import OrganisationEntered, OrganisationNamed
from goodstanding.rules.acts.system import CalendarLoaded, RulebookActivated
from goodstanding.rules.evolving.meaning import Meaning
from goodstanding.rules.states import DatedName, Organisation, Setting


def _entered(_: None, effect: OrganisationEntered, header: Header) -> Organisation:
    names = (DatedName(name=effect.name, since=None),)
    return Organisation(id=effect.code, class_id=effect.class_id, names=names)


def _named(state: Organisation, effect: OrganisationNamed, header: Header) -> Organisation:
    name = DatedName(name=effect.name, since=effect.since)
    return replace(state, names=(*state.names, name))


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


MEANING: Meaning = {
    OrganisationEntered: _entered,
    OrganisationNamed: _named,
    RulebookActivated: _activated,
    CalendarLoaded: _loaded,
}
