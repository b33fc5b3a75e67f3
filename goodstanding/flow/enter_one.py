"""One record by a form: judged like a row, shown before it is entered, kept as a draft meanwhile."""

from collections.abc import Mapping

from goodstanding.catalogue.queries import law as law_on
from goodstanding.flow import policy
from goodstanding.flow.bench import Call, new_id
from goodstanding.flow.commit import PreviewUnknown
from goodstanding.flow.entering import only
from goodstanding.flow.receive import AlreadyEntered
from goodstanding.flow.stage import stage_row
from goodstanding.intake import drafts, staging
from goodstanding.intake.batches import keyed_digest
from goodstanding.intake.models import Staged
from goodstanding.publication.queries import by_natural_keys
from goodstanding.rules.errors import refuse, require_none
from goodstanding.rules.intake_kinds import kinds_taken
from goodstanding.rules.law import Law
from goodstanding.rules.masking import TOLD_COLUMNS, mask
from goodstanding.rules.official_columns import OFFERED_LIST
from goodstanding.rules.receiving import RowProblem, key_of
from goodstanding.rules.record_cells import SOURCES
from goodstanding.rules.record_digest import digest
from goodstanding.rules.record_types import Accepted, Quarantined, Rejected, Verdict
from goodstanding.rules.records import judge_row
from goodstanding.rules.registration import KIND as REGISTRATION
from goodstanding.rules.rights import Action
from goodstanding.rules.row_refusals import ConflictsWithRecord, KindNotTaken

Cells = Mapping[str, str]


def kinds_of_one(law: Law) -> list[str]:
    """The kinds of record a form enters: base registration and others' lists come by file only."""
    return [each for each in kinds_taken(law.rulebook) if each not in (REGISTRATION, OFFERED_LIST)]


def save_draft(call: Call, *, kind: str, cells: Cells, draft: str = "") -> str:
    """Keep what was typed for half an hour; returns the id of the draft.

    Args:
        cells: by field code.
        draft: the one to be replaced, if there is one.

    Raises:
        Refused: for a row of which nothing may be kept, `RowProblem` that says so; nothing is saved.
    """
    law = _law(call, kind)
    _require_keepable(_judged(call, kind, cells, law))
    department = call.actor.department
    before = drafts.draft(id=draft, department=department, kind=kind, at=call.at)
    id = before.id if before else new_id("e")
    kept = {
        code: mask(text) if code in TOLD_COLUMNS else text
        for code, text in cells.items()
        if code in SOURCES[kind] and text
    }
    drafts.save(id=id, kind=kind, department=department, by=call.actor.id, cells=kept, at=call.at)
    return id


def show_one(call: Call, *, kind: str, cells: Cells, draft: str = "") -> str:
    """Judge what was typed and keep the record to be for half an hour; returns the id to show it by.

    The same typed again leads to the same id: it is entered once. Raises `Refused` with every problem
    of the row, with `ConflictsWithRecord` or `AlreadyEntered` where there is such a record.
    """
    law = _law(call, kind)
    verdict = _judged(call, kind, cells, law)
    _require_keepable(verdict)
    if isinstance(verdict, Rejected):
        require_none([RowProblem.of(problem) for problem in verdict.problems])
    assert isinstance(verdict, Accepted)
    fingerprint = digest(verdict)
    _require_new(verdict, fingerprint)
    typed = keyed_digest(repr(sorted(cells.items())).encode())
    department = call.actor.department
    before = staging.of_file(department=department, kind=kind, file_digest=typed)
    if before is not None and before.state == "entering":
        return before.id
    batch = before.id if before else new_id("b")
    judged = only((verdict,), (fingerprint,))
    stage_row(call, kind=kind, judged=judged, digest=typed, batch=batch)
    drafts.shown(id=draft, batch=batch)
    return batch


def shown(call: Call, *, batch: str) -> tuple[Staged, Accepted] | None:
    """The record to be that waits under an id; none where nothing waits any more.

    Raises `Refused` with `PreviewUnknown`, and for anybody else's.
    """
    found = staging.staged(id=batch)
    if found is None:
        refuse(PreviewUnknown())
    policy.require(call.actor, Action.ENTER_RECORDS, department=found.department)
    if found.state != "waiting" or found.expires_at <= call.at:
        return None
    rows = staging.first_accepted(id=batch, rows=1)
    return (found, rows[0]) if rows else None


def _law(call: Call, kind: str) -> Law:
    policy.require(call.actor, Action.ENTER_RECORDS, department=call.actor.department)
    law = law_on(on=call.on, known_at=None)
    taken = kinds_of_one(law)
    if kind not in taken:
        refuse(KindNotTaken(kind=kind, kinds=taken))
    return law


def _judged(call: Call, kind: str, cells: Cells, law: Law) -> Verdict | None:
    return judge_row(cells, kind=kind, row=1, rulebook=law.rulebook, today=call.on)


def _require_keepable(verdict: Verdict | None) -> None:
    if isinstance(verdict, Quarantined):
        refuse(RowProblem.of(verdict.problem, left_out=True))


def _require_new(row: Accepted, fingerprint: str) -> None:
    """Another record with the same natural key is told with its id: it is corrected, not doubled."""
    found = by_natural_keys(keys=[key_of(row)]).get(key_of(row))
    if found is not None:
        same = found.digest == fingerprint
        refuse((AlreadyEntered if same else ConflictsWithRecord)(record=found.record))
