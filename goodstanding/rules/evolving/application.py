"""What acts mean for an application."""

from msgspec.structs import asdict, replace

from goodstanding.rules.acts import application as acts
from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.application.state import Application, Promise
from goodstanding.rules.evolving.meaning import Meaning


def _received(_: None, effect: acts.ApplicationReceived, header: Header) -> Application:
    return Application(
        id=header.aggregate,
        organisation=header.stream,
        item=effect.item,
        department=effect.department,
        case_number=effect.case_number,
        received_on=header.effective_on,
        received_by=header.by,
        received_at=header.position,
        handed_in=effect.handed_in,
        missing=effect.missing,
        list_due=effect.list_due,
        asked=effect.asked,
    )


def _told(state: Application, effect: acts.MissingPapersTold, header: Header) -> Application:
    return replace(state, told_on=header.effective_on, told=effect.papers)


def _supplied(state: Application, effect: acts.PapersSupplied, header: Header) -> Application:
    missing = tuple(each for each in state.missing if each not in effect.papers)
    promise = state.promise
    if promise is not None and not missing:
        promise = replace(promise, supplied_on=header.effective_on)
    handed_in = (*state.handed_in, *effect.papers)
    return replace(state, missing=missing, handed_in=handed_in, promise=promise)


def _accepted(state: Application, effect: acts.ApplicationAccepted, header: Header) -> Application:
    said = effect.promised
    return replace(
        state,
        accepted_on=header.effective_on,
        accepted_at=header.position,
        lane=effect.lane,
        limit=effect.limit,
        ordinary=effect.ordinary,
        asked=effect.asked or state.asked,
        promise=Promise(**asdict(said)) if said else None,
    )


def _decided(state: Application, effect: acts.ApplicationDecided, header: Header) -> Application:
    return replace(
        state,
        outcome=effect.outcome,
        document=effect.document,
        decided_on=effect.decided_on,
        decided_at=header.position,
        used=effect.used,
    )


def _not_supplied(state: Application, _: acts.PapersNotSupplied, header: Header) -> Application:
    assert state.promise is not None
    return replace(state, promise=replace(state.promise, not_supplied_on=header.effective_on))


def _noted(state: Application, effect: acts.ConsequenceNoted, _: Header) -> Application:
    assert state.promise is not None
    promise = replace(
        state.promise,
        consequence=effect.consequence,
        consequence_document=effect.document,
        consequence_on=effect.decided_on,
    )
    return replace(state, promise=promise)


MEANING: Meaning = {
    acts.ApplicationReceived: _received,
    acts.MissingPapersTold: _told,
    acts.PapersSupplied: _supplied,
    acts.ApplicationAccepted: _accepted,
    acts.ApplicationDecided: _decided,
    acts.PapersNotSupplied: _not_supplied,
    acts.ConsequenceNoted: _noted,
}
