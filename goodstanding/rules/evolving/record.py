"""What acts mean for a record."""

from datetime import date, timedelta

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.acts.record import (
    RecordCorrected,
    RecordCorrectedV1,
    RecordCorrectedV2,
    RecordEntered,
    RecordEnteredV1,
    RecordErrorDismissed,
    RecordErrorNoted,
    RecordMarked,
    RecordTextHeld,
    RecordTextRead,
    RecordTextWithheld,
    RecordUnmarked,
    RecordWithdrawn,
)
from goodstanding.rules.acts.repair import RecordRepaired, RecordRestored
from goodstanding.rules.acts.values import Learned, Publishing
from goodstanding.rules.evolving.meaning import Meaning
from goodstanding.rules.repair.state import Lapse
from goodstanding.rules.states import KnownError, Record, Shown, Version, Withdrawal


def _entered(_: None, effect: RecordEnteredV1, header: Header) -> Record:
    return Record(
        id=header.aggregate,
        organisation=header.stream,
        record_kind=effect.record_kind,
        department=effect.department,
        authority=effect.authority,
        document=effect.document,
        decided_on=effect.decided_on,
        adverse=effect.adverse,
        transcribed=effect.transcribed,
        basis_readable=effect.basis_readable,
        natural_key=effect.natural_key,
        public_from=effect.public_from,
        public_until=effect.public_until,
        publication=effect.publication,
        entered_by=header.by,
        entered_on=header.effective_on,
        versions=(Version(number=1, position=header.position, digest=effect.digest),),
        batch=effect.batch,
        row=effect.row,
        publishing=_publishing(effect),
        first_import=(isinstance(effect, RecordEntered) and effect.first_import) or UNSET,
    )


def _marked(state: Record, effect: RecordMarked, header: Header) -> Record:
    return replace(state, marks=(*state.marks, effect.objection))


def _unmarked(state: Record, effect: RecordUnmarked, header: Header) -> Record:
    return replace(state, marks=tuple(mark for mark in state.marks if mark != effect.objection))


def _corrected_once(state: Record, effect: RecordCorrectedV1, header: Header) -> Record:
    return replace(
        state,
        document=effect.document,
        decided_on=effect.decided_on,
        public_until=effect.public_until,
        versions=_versions(state, effect, state.public_from, header),
        errors=_put_right(state, UNSET, header, ended="corrected"),
    )


def _corrected(state: Record, effect: RecordCorrectedV2, header: Header) -> Record:
    return replace(
        state,
        document=effect.document,
        decided_on=effect.decided_on,
        authority=effect.authority,
        natural_key=effect.natural_key,
        basis_readable=effect.basis_readable,
        public_from=effect.public_from,
        public_until=effect.public_until,
        publication=effect.publication,
        publishing=_publishing(effect),
        adverse=_adverse(state, effect),
        versions=_versions(state, effect, effect.public_from, header),
        texts_held=UNSET,
        texts_withheld=UNSET,
        errors=_put_right(state, _learned(effect), header, ended="corrected"),
    )


def _error_noted(state: Record, effect: RecordErrorNoted, header: Header) -> Record:
    found = KnownError(
        learned_on=effect.learned_on,
        due=effect.due,
        position=header.position,
        through=effect.through,
        noted_by=header.by,
    )
    return replace(state, errors=(*(state.errors or ()), found))


def _error_dismissed(state: Record, effect: RecordErrorDismissed, header: Header) -> Record:
    return replace(state, errors=_put_right(state, UNSET, header, ended="unfounded"))


def _learned(effect: RecordCorrectedV2) -> Learned | UnsetType:
    return effect.learned if isinstance(effect, RecordCorrected) else UNSET


def _put_right(
    state: Record, learned: Learned | UnsetType, header: Header, *, ended: str
) -> tuple[KnownError, ...] | UnsetType:
    """What was known to be wrong is over; or it is told now since when it was known."""
    on, errors = header.effective_on, state.errors or ()
    if errors and errors[-1].ended_on is None:
        return (*errors[:-1], replace(errors[-1], ended_on=on, ended=ended))
    if learned is UNSET:
        return state.errors
    found = KnownError(
        learned_on=learned.on,
        due=learned.due,
        position=header.position,
        ended_on=on,
        ended=ended,
    )
    return (*errors, found)


def _adverse(state: Record, effect: RecordCorrectedV2) -> bool:
    turned = effect.adverse if isinstance(effect, RecordCorrected) else UNSET
    return state.adverse if turned is UNSET else turned


def _publishing(effect: RecordEnteredV1 | RecordCorrectedV2) -> Publishing | UnsetType:
    """Older versions of the acts name no rule, and their states keep the bytes they had."""
    match effect:
        case RecordEntered(publishing=found) | RecordCorrected(publishing=found) if found:
            return found
    return UNSET


def _text_held(state: Record, effect: RecordTextHeld, header: Header) -> Record:
    return replace(state, texts_held=effect.texts)


def _text_read(state: Record, effect: RecordTextRead, header: Header) -> Record:
    return replace(state, texts_held=UNSET, texts_withheld=UNSET)


def _text_withheld(state: Record, effect: RecordTextWithheld, header: Header) -> Record:
    return replace(state, texts_withheld=True)


def _versions(
    state: Record,
    effect: RecordCorrectedV1 | RecordCorrectedV2,
    public_from: date | None,
    header: Header,
) -> tuple[Version, ...]:
    """The versions with a new one; the one before keeps its own days where the new one has others."""
    *older, before = state.versions
    if (state.public_from, state.public_until) != (public_from, effect.public_until):
        shown = Shown(first_day=state.public_from, last_day=state.public_until)
        before = replace(before, shown=shown)
    after = Version(number=before.number + 1, position=header.position, digest=effect.digest)
    return (*older, before, after)


def _withdrawn(state: Record, effect: RecordWithdrawn, header: Header) -> Record:
    withdrawal = Withdrawal(
        on=header.effective_on,
        as_wrong=effect.as_wrong,
        reason=effect.reason,
        position=header.position,
    )
    errors = _put_right(state, effect.learned, header, ended="withdrawn")
    return replace(state, withdrawn=withdrawal, errors=errors)


def _repaired(state: Record, effect: RecordRepaired, header: Header) -> Record:
    from_day, position = header.effective_on, header.position
    return lapsed_from(state, repair=effect.repair, from_day=from_day, position=position)


def lapsed_from(state: Record, *, repair: str, from_day: date, position: int = 0) -> Record:
    """The record once its repair holds, from a day on; ``position``: of the act that says so."""
    lapse = Lapse(repair=repair, first_day=from_day, position=position)
    return replace(state, lapses=(*(state.lapses or ()), lapse))


def _restored(state: Record, effect: RecordRestored, header: Header) -> Record:
    return counts_again(state, repair=effect.repair, from_day=header.effective_on)


def counts_again(state: Record, *, repair: str, from_day: date) -> Record:
    """The record once its repair counts no more from a day on."""
    last = from_day - timedelta(days=1)
    lapses = tuple(
        replace(each, last_day=last) if each.repair == repair else each
        for each in state.lapses or ()
    )
    return replace(state, lapses=lapses)


MEANING: Meaning = {
    RecordEnteredV1: _entered,
    RecordEntered: _entered,
    RecordMarked: _marked,
    RecordUnmarked: _unmarked,
    RecordCorrectedV1: _corrected_once,
    RecordCorrectedV2: _corrected,
    RecordCorrected: _corrected,
    RecordErrorNoted: _error_noted,
    RecordErrorDismissed: _error_dismissed,
    RecordTextHeld: _text_held,
    RecordTextRead: _text_read,
    RecordTextWithheld: _text_withheld,
    RecordWithdrawn: _withdrawn,
    RecordRepaired: _repaired,
    RecordRestored: _restored,
}
