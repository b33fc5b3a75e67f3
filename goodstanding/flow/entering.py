"""Judged rows enter the register: one batch, chunk by chunk, each compared under its own locks."""

from collections.abc import Callable, Mapping, Sequence

from goodstanding.aside.queries import sent_before, waiting_for_decision
from goodstanding.flow.bench import Call, id_of_row
from goodstanding.flow.outcomes import remarks_on
from goodstanding.flow.transit import settle
from goodstanding.intake.batches import count_accepted
from goodstanding.publication.queries import by_natural_keys
from goodstanding.register.bulk import CHUNK, append_many
from goodstanding.register.writing import Work
from goodstanding.rules import text_reading
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.aside.entering import (
    Standing,
    decided,
    judged_aside,
    put_aside,
    undecided_key,
)
from goodstanding.rules.inscribing import Inscribed
from goodstanding.rules.judging import Judged, against
from goodstanding.rules.law import Law
from goodstanding.rules.receiving import key_of, organisation_entered, record_entered
from goodstanding.rules.record_types import Accepted

Progress = Callable[[int, int], None]
Numbered = tuple[Accepted, str]


class Entry:
    """One batch on its way into the register; ``records`` are the ids of what it made.

    A row that no decision stands behind is kept beside the register: it makes no record.
    """

    def __init__(
        self, call: Call, *, department: str, law: Law, batch: str, first_import: bool = False
    ) -> None:
        self.batch, self.first_import = batch, first_import
        self.records: list[str] = []
        #: What judging has written down already, by the number of the row.
        self.inscribed: Mapping[int, Inscribed] = {}
        self._call, self._department, self._law = call, department, law
        self._compared: list[Judged] = []

    def enter(self, judged: Judged, progress: Progress | None) -> Sequence[Judged]:
        """Enter what is new, chunk by chunk; each chunk is compared under its own locks."""
        chunks = append_many(
            zip(judged.accepted, judged.digests, strict=True),
            streams_of=lambda row: (row[0].organisation_code,),
            decide=self._decide,
            author=self._call.author,
            at=self._call.at,
            cause=self.batch,
            law=self._law.versions,
            chunk=CHUNK,
        )
        for number, acts in enumerate(chunks, start=1):
            settle(self._call, (act.header.stream for act in acts))
            if progress:
                progress(min(number * CHUNK, len(judged.accepted)), len(judged.accepted))
        return self._compared

    def preview(self, judged: Judged) -> Sequence[Judged]:
        """What would become of the rows; nothing is written."""
        return [self._compare(part) for part in _chunks(judged)]

    def _compare(self, part: Judged) -> Judged:
        """A part of the file after comparing it with what there is."""
        entries = by_natural_keys(keys=[key_of(row) for row in part.accepted if row.is_record])
        digests = {key: each.digest for key, each in entries.items()}
        beside = self._beside(part)
        digests |= {key: each.digest for key, each in beside.items()}
        good = judged_aside(part, beside, law=self._law, on=self._call.on) if part.aside else part
        if not digests:
            return good
        known = {row.natural_key: digests.get(key_of(row)) for row in part.accepted}
        there = {key: digest for key, digest in known.items() if digest is not None}
        return against(good, there)

    def _beside(self, part: Judged) -> dict[str, Standing]:
        keys = [key_of(row) for row in part.aside]
        found = sent_before(keys=keys, department=self._department) if keys else {}
        return {
            key: Standing(digest=each.digest, taken_back=getattr(each, "taken_back", None))
            for key, each in found.items()
        }

    def _decide(self, work: Work, part: Sequence[Numbered]) -> list[Decided | Inscribed]:
        rows, digests = tuple(row for row, _ in part), tuple(digest for _, digest in part)
        compared = self._compare(only(rows, digests))
        self._compared.append(compared)
        remarks = remarks_on(compared)
        count_accepted(batch=self.batch, rows=len(compared.accepted), remarks=remarks)
        new = work.new_among({row.organisation_code for row in compared.accepted if row.is_record})
        waiting = self._waiting(compared.accepted)
        before = len(self.records)
        acts: list[Decided | Inscribed] = []
        for row, digest in zip(compared.accepted, compared.digests, strict=True):
            if row.organisation_code in new and row.is_record:
                new.remove(row.organisation_code)
                acts.append(organisation_entered(row, on=self._call.on))
            acts += self._made(row, digest, waiting)
        work.begin(self.records[before:])
        return acts

    def _waiting(self, rows: Sequence[Accepted]) -> dict[str, str]:
        """The outcomes that these rows bring the decision of, by the key both have."""
        keys = [key for row in rows if (key := undecided_key(row))]
        return waiting_for_decision(keys=keys, department=self._department) if keys else {}

    def _made(
        self, row: Accepted, digest: str, waiting: dict[str, str]
    ) -> list[Decided | Inscribed]:
        made = self.inscribed.get(row.row) or self._entered(row, digest)
        self.records.append(made.aggregate)
        entered = [made, *self._held(row, made.aggregate)]
        outcome = waiting.pop(undecided_key(row), None) if waiting else None
        if outcome is None:
            return entered
        code, record = row.organisation_code, made.aggregate
        return [*entered, decided(outcome, record=record, organisation=code, on=self._call.on)]

    def _entered(self, row: Accepted, digest: str) -> Decided:
        prefix = "r" if row.is_record else "k"
        return self._act(row, id_of_row(prefix, row.row, at=self._call.at), digest)

    def _held(self, row: Accepted, id: str) -> list[Decided]:
        """The wait of a record whose texts may name somebody; what is no record is never public."""
        if not (row.to_be_read and row.is_record):
            return []
        return text_reading.held(row, record=id, on=self._call.on)

    def _act(self, row: Accepted, id: str, digest: str) -> Decided:
        """A record, said to be of the first import where it is; or what is held beside the register."""
        at, law, on = (
            {"department": self._department, "batch": self.batch},
            self._law,
            self._call.on,
        )
        if not row.is_record:
            return put_aside(row, id=id, digest=digest, law=law, on=on, **at)
        first = self.first_import
        return record_entered(row, id=id, digest=digest, law=law, on=on, first_import=first, **at)


def _chunks(judged: Judged) -> list[Judged]:
    starts = range(0, len(judged.accepted), CHUNK)
    return [only(judged.accepted[n : n + CHUNK], judged.digests[n : n + CHUNK]) for n in starts]


def only(rows: tuple[Accepted, ...], digests: tuple[str, ...]) -> Judged:
    """Accepted rows and nothing else, as a file of its own."""
    return Judged(accepted=rows, digests=digests, duplicates=(), rejected=(), quarantined=())


def joined(judged: Judged, parts: Sequence[Judged]) -> Judged:
    """The whole file's verdicts once its parts were compared with the register."""
    duplicates = [*judged.duplicates, *(each for part in parts for each in part.duplicates)]
    rejected = [*judged.rejected, *(each for part in parts for each in part.rejected)]
    return Judged(
        accepted=tuple(row for part in parts for row in part.accepted),
        digests=tuple(digest for part in parts for digest in part.digests),
        duplicates=tuple(sorted(duplicates, key=lambda each: each.row)),
        rejected=tuple(sorted(rejected, key=lambda each: each.row)),
        quarantined=judged.quarantined,
    )
