"""Rows of base registration enter the register: acts about organisations, no records."""

from collections.abc import Sequence

from goodstanding.flow.bench import Call
from goodstanding.flow.entering import Entry, Numbered, Progress, only
from goodstanding.flow.outcomes import remarks_on
from goodstanding.intake.batches import count_accepted
from goodstanding.register.bulk import CHUNK, append_many
from goodstanding.register.reading import named_states
from goodstanding.register.writing import Work
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.judging import Judged
from goodstanding.rules.law import Law
from goodstanding.rules.legal_person import Organisation
from goodstanding.rules.registration import KIND, Known, Registering, streams_of
from goodstanding.rules.states import State


class RegistrationEntry:
    """One batch on its way; ``records`` are the codes of the organisations it told something of."""

    first_import = False

    def __init__(self, call: Call, *, department: str, law: Law, batch: str) -> None:
        self.batch = batch
        self.records: list[str] = []
        self._call, self._department, self._law = call, department, law
        self._compared: list[Judged] = []

    def enter(self, judged: Judged, progress: Progress | None) -> Sequence[Judged]:
        """Enter what is new, chunk by chunk; each row is compared under the locks of all it names."""
        chunks = append_many(
            zip(judged.accepted, judged.digests, strict=True),
            streams_of=lambda row: streams_of(row[0]),
            decide=self._decide,
            author=self._call.author,
            at=self._call.at,
            cause=self.batch,
            law=self._law.versions,
            chunk=CHUNK,
        )
        for number, _ in enumerate(chunks, start=1):
            if progress:
                progress(min(number * CHUNK, len(judged.accepted)), len(judged.accepted))
        return self._compared

    def preview(self, judged: Judged) -> Sequence[Judged]:
        """What would become of the rows; nothing is written."""
        codes = {code for row in judged.accepted for code in streams_of(row)}
        known = _organisations(named_states(codes))
        return [self._registering(known).take(only(judged.accepted, judged.digests))]

    def _decide(self, work: Work, part: Sequence[Numbered]) -> list[Decided]:
        rows, digests = tuple(row for row, _ in part), tuple(digest for _, digest in part)
        codes = {code for row in rows for code in streams_of(row)}
        work.prefetch(codes)
        found = {code: state for code in codes if (state := work.state(code)) is not None}
        registering = self._registering(_organisations(found))
        compared = registering.take(only(rows, digests))
        self._compared.append(compared)
        self.records += registering.codes
        remarks = remarks_on(compared)
        count_accepted(batch=self.batch, rows=len(compared.accepted), remarks=remarks)
        return registering.decided

    def _registering(self, known: Known) -> Registering:
        return Registering(known, department=self._department, rulebook=self._law.rulebook)


def _organisations(states: dict[str, State]) -> Known:
    return {code: each for code, each in states.items() if isinstance(each, Organisation)}


def entry_of(
    kind: str,
    call: Call,
    *,
    department: str,
    law: Law,
    batch: str,
    first_import: bool = False,
) -> Entry | RegistrationEntry:
    """How rows of a kind enter: as records, or as what is known of organisations themselves."""
    if kind == KIND:
        return RegistrationEntry(call, department=department, law=law, batch=batch)
    return Entry(call, department=department, law=law, batch=batch, first_import=first_import)
