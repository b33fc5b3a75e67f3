"""What acts mean for an organisation."""

from msgspec.structs import replace

from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.acts.organisation import (
    OrganisationCodeChanged,
    OrganisationDivided,
    OrganisationEntered,
    OrganisationFoundingCorrected,
    OrganisationLinkCorrected,
    OrganisationMerged,
    OrganisationNameCorrected,
    OrganisationNamed,
    OrganisationRegistered,
    OrganisationStatusChanged,
    OrganisationStatusCorrected,
    OrganisationSucceeded,
)
from goodstanding.rules.evolving.meaning import Meaning
from goodstanding.rules.legal_person import (
    CODE_CHANGE,
    DIVISION,
    MERGER,
    SUCCESSOR,
    DatedName,
    DatedStatus,
    Link,
    Organisation,
    with_name,
)


def _entered(_: None, effect: OrganisationEntered, header: Header) -> Organisation:
    names = (DatedName(name=effect.name, since=None),)
    return Organisation(id=effect.code, class_id=effect.class_id, names=names)


def _registered(
    state: Organisation | None, effect: OrganisationRegistered, header: Header
) -> Organisation:
    name = DatedName(name=effect.name, since=effect.since)
    before = state or Organisation(id=effect.code, class_id=effect.class_id, names=())
    return replace(
        before,
        names=with_name(before.names, name),
        established_on=effect.established_on or before.established_on,
    )


def _named(state: Organisation, effect: OrganisationNamed, header: Header) -> Organisation:
    name = DatedName(name=effect.name, since=effect.since)
    return replace(state, names=with_name(state.names, name))


def _status(state: Organisation, effect: OrganisationStatusChanged, header: Header) -> Organisation:
    new = DatedStatus(status=effect.status, since=effect.since, reason=effect.reason)
    others = [each for each in state.statuses if each != new]
    statuses = sorted((*others, new), key=lambda each: each.since)
    return replace(state, statuses=tuple(statuses))


def _merged(state: Organisation, effect: OrganisationMerged, header: Header) -> Organisation:
    link = Link(other=effect.into, by=MERGER, manner=effect.manner, on=effect.on)
    return replace(state, successors=(*state.successors, link))


def _divided(state: Organisation, effect: OrganisationDivided, header: Header) -> Organisation:
    links = (
        Link(other=code, by=DIVISION, manner=effect.manner, on=effect.on) for code in effect.into
    )
    return replace(state, successors=(*state.successors, *links))


def _recoded(state: Organisation, effect: OrganisationCodeChanged, header: Header) -> Organisation:
    link = Link(other=effect.to, by=CODE_CHANGE, manner="", on=effect.on)
    return replace(state, successors=(*state.successors, link))


def _succeeded(state: Organisation, effect: OrganisationSucceeded, header: Header) -> Organisation:
    link = Link(other=effect.predecessor, by=effect.by, manner=effect.manner, on=effect.on)
    return replace(state, predecessors=(*state.predecessors, link))


def _name_corrected(
    state: Organisation, effect: OrganisationNameCorrected, header: Header
) -> Organisation:
    names = tuple(each for each in state.names if each != effect.wrong)
    return replace(state, names=with_name(names, effect.right) if effect.right else names)


def _founding_corrected(
    state: Organisation, effect: OrganisationFoundingCorrected, header: Header
) -> Organisation:
    return replace(state, established_on=effect.right)


def _status_corrected(
    state: Organisation, effect: OrganisationStatusCorrected, header: Header
) -> Organisation:
    left = [each for each in state.statuses if each != effect.wrong]
    right = [*left, effect.right] if effect.right else left
    return replace(state, statuses=tuple(sorted(right, key=lambda each: each.since)))


def _link_corrected(
    state: Organisation, effect: OrganisationLinkCorrected, header: Header
) -> Organisation:
    links = state.successors if effect.side == SUCCESSOR else state.predecessors
    left = tuple(each for each in links if each != effect.wrong)
    right = (*left, effect.right) if effect.right else left
    stays = effect.right and effect.right.other == effect.wrong.other
    gone = effect.wrong.by == CODE_CHANGE and not stays
    struck = (*state.struck, effect.wrong) if gone else state.struck
    if effect.side == SUCCESSOR:
        return replace(state, successors=right, struck=struck)
    return replace(state, predecessors=right, struck=struck)


MEANING: Meaning = {
    OrganisationEntered: _entered,
    OrganisationRegistered: _registered,
    OrganisationNamed: _named,
    OrganisationStatusChanged: _status,
    OrganisationMerged: _merged,
    OrganisationDivided: _divided,
    OrganisationCodeChanged: _recoded,
    OrganisationSucceeded: _succeeded,
    OrganisationNameCorrected: _name_corrected,
    OrganisationFoundingCorrected: _founding_corrected,
    OrganisationStatusCorrected: _status_corrected,
    OrganisationLinkCorrected: _link_corrected,
}
