"""A row of a file is a record, or every problem that keeps it from being one, or none of ours.

The order is the guard's: personal columns are not looked at; then, before anything else, whether the
row is about or contains a person, a class of body outside the register, or a blocked basis. Of such a
row nothing is kept. Only then are its values judged, all of them, so that the sender mends it once.
"""

from collections.abc import Hashable, Mapping
from datetime import date
from functools import lru_cache
from typing import Protocol

import msgspec

from goodstanding.rules.cell_values import SAYS_NOTHING
from goodstanding.rules.commitment_row import read_commitment
from goodstanding.rules.default_row import read_default
from goodstanding.rules.errors import Refusal, refuse
from goodstanding.rules.grades import graded
from goodstanding.rules.honour_row import read_honour
from goodstanding.rules.identifiers import CodeJudgement, judge
from goodstanding.rules.licence_row import read_licence
from goodstanding.rules.listing_row import read_abnormal, read_severe
from goodstanding.rules.masking import TOLD_COLUMNS, mask, masked
from goodstanding.rules.names_alone import to_be_read
from goodstanding.rules.offered_row import read_offered
from goodstanding.rules.official_columns import OFFERED_LIST, Keep
from goodstanding.rules.outcome_row import read_contract, read_inspection
from goodstanding.rules.penalty_row import read_penalty
from goodstanding.rules.placing import placed
from goodstanding.rules.record_types import (
    NO_RECORD,
    Accepted,
    Problem,
    Quarantined,
    Rejected,
    Verdict,
)
from goodstanding.rules.registration_row import read_registration
from goodstanding.rules.row_guard import identity_number
from goodstanding.rules.row_reader import RowReader
from goodstanding.rules.row_refusals import KindNotTaken, OutsideTheRegister, ValueMissing
from goodstanding.rules.row_remarks import remark
from goodstanding.rules.subjects import SUBJECTS, outside_the_register

NO_FLAWS: Mapping[str, Refusal] = {}

READERS = {
    "penalty": read_penalty,
    "licence": read_licence,
    "enforcement-default": read_default,
    "abnormal-operation": read_abnormal,
    "severe-listing": read_severe,
    "honour": read_honour,
    "contract-performance": read_contract,
    "inspection-result": read_inspection,
    "commitment": read_commitment,
    "registration": read_registration,
    OFFERED_LIST: read_offered,
}


class IntakeRules(Hashable, Protocol):
    """What judging asks of the rulebook in force; hashable, since what it says is remembered."""

    @property
    def classes_in(self) -> frozenset[str]:
        """The ids of the classes of body that the register holds."""

    def __hash__(self) -> int:
        """Equal rulebooks answer alike; what they said of a basis is remembered."""

    def blocked(self, text: str) -> object | None:
        """The blocked instrument or article that a basis cites, if any."""

    def readable(self, text: str) -> object:
        """The instruments that a basis names; nothing where it could not be read."""


class Sorted(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The cells of a row by field code (kept or looked at), and the rest that is only guarded."""

    texts: dict[str, str]
    headers: Mapping[str, str]
    strangers: dict[str, str]
    mixed: Refusal | None = None


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """Where the cells under a set of headers go; the same for most rows of a file."""

    kept: tuple[tuple[str, str], ...]
    headers: Mapping[str, str]
    strangers: tuple[str, ...]
    mixed: Refusal | None


def judge_row(
    cells: Mapping[str, str],
    *,
    kind: str,
    row: int,
    rulebook: IntakeRules,
    today: date,
    flaws: Mapping[str, Refusal] = NO_FLAWS,
) -> Verdict | None:
    """The verdict on one row; none for a row that is empty but for the columns of our own report.

    ``cells``: by column name, a field code or a header of the template; ``row``: its number as the
    spreadsheet shows it; ``today``: the legal day; ``flaws``: the cells whose text the reader of the
    file does not vouch for. Raises `Refused` with `KindNotTaken`.
    """
    if kind not in READERS:
        refuse(KindNotTaken(kind=kind, kinds=sorted(READERS)))
    sorted_cells = sort_cells(cells, kind)
    flawed = _flaws_by_code(flaws, cells, kind) if flaws else NO_FLAWS
    if not (sorted_cells.texts or sorted_cells.strangers or flawed):
        return None
    judgement = judge(sorted_cells.texts.get(SUBJECTS[kind].code, ""))
    stop = _quarantine(sorted_cells, judgement, kind=kind, rulebook=rulebook)
    if stop is not None:
        return Quarantined(row=row, problem=stop)
    reader = RowReader(sorted_cells.texts, headers=sorted_cells.headers, flaws=flawed)
    return _verdict(reader, sorted_cells, judgement, kind=kind, row=row, facts=(rulebook, today))


def sort_cells(cells: Mapping[str, str], kind: str) -> Sorted:
    """The cells by what becomes of them; those of personal columns are left behind here."""
    route = _route(tuple(cells), kind)
    return Sorted(
        texts={code: cells[header] for header, code in route.kept},
        headers=route.headers,
        strangers={header: cells[header] for header in route.strangers},
        mixed=route.mixed,
    )


@lru_cache(maxsize=512)
def _route(headers: tuple[str, ...], kind: str) -> Route:
    there = placed(headers, kind=kind)
    taken = (Keep.KEPT, Keep.LOOKED_AT)
    kept = tuple((each.header, each.code) for each in there.places if each.keep in taken)
    return Route(
        kept=kept,
        headers={code: header for header, code in kept},
        strangers=tuple(each.header for each in there.places if each.keep is None),
        mixed=there.mixed,
    )


def _flaws_by_code(
    flaws: Mapping[str, Refusal], cells: Mapping[str, str], kind: str
) -> dict[str, Refusal]:
    # Its other columns tell which format a row is in, so they are placed together.
    there = placed(tuple(dict.fromkeys([*cells, *flaws])), kind=kind)
    kept = {each.header: each.code for each in there.places if each.keep is Keep.KEPT}
    return {kept[header]: flaw for header, flaw in flaws.items() if header in kept}


def _quarantine(
    cells: Sorted, judgement: CodeJudgement, *, kind: str, rulebook: IntakeRules
) -> Problem | None:
    """The one reason why nothing of the row may be kept, if there is one."""
    found = outside_the_register(cells.texts, judgement, kind=kind, classes=rulebook.classes_in)
    if found is not None:
        return Problem.of(found)
    guarded = identity_number(cells.texts, cells.strangers, headers=cells.headers)
    if guarded is not None:
        return guarded
    cited = (cells.texts.get(code, "") for code in SUBJECTS[kind].cited)
    if any(text and _basis(rulebook, text).blocked for text in cited):
        return Problem.of(OutsideTheRegister())
    if kind == OFFERED_LIST:
        return graded(cells.texts, cells.strangers, headers=cells.headers)
    return None


class Basis(msgspec.Struct, frozen=True, kw_only=True):
    """What the rulebook says of a basis cited."""

    blocked: bool
    readable: bool


@lru_cache(maxsize=4096)
def _basis(rulebook: IntakeRules, text: str) -> Basis:
    # A department cites few bases; each is looked up once per rulebook.
    blocked = rulebook.blocked(text) is not None
    return Basis(blocked=blocked, readable=bool(rulebook.readable(text)))


def _verdict(
    reader: RowReader,
    cells: Sorted,
    judgement: CodeJudgement,
    *,
    kind: str,
    row: int,
    facts: tuple[IntakeRules, date],
) -> Accepted | Rejected:
    if cells.mixed:
        reader.problem("", cells.mixed)
    name = _subject(reader, judgement, kind)
    rulebook, today = facts
    basis = cells.texts.get(SUBJECTS[kind].basis, "")
    readable = bool(basis) and _basis(rulebook, basis).readable
    found = READERS[kind](reader, today=today, basis_readable=readable)
    if reader.problems:
        return Rejected(row=row, problems=tuple(reader.problems), echo=echo(cells, kind))
    content = masked(found.content)
    is_record = not isinstance(found.fields, NO_RECORD)
    doubtful = to_be_read(found.content, content) if is_record else ()
    remark(reader, kind, found, content, doubtful)
    return Accepted(
        row=row,
        kind=kind,
        organisation_code=judgement.code,
        organisation_name=name,
        class_id=judgement.class_id or "",
        natural_key=(found.fields.authority_code, found.document_key, judgement.code),
        document=found.document,
        decided_on=found.decided_on,
        fields=found.fields,
        content=content,
        warnings=tuple(reader.warnings),
        to_be_read=doubtful,
    )


def _subject(reader: RowReader, judgement: CodeJudgement, kind: str) -> str:
    """The organisation's name; problems of its name and code are noted."""
    subject = SUBJECTS[kind]
    name = reader.text(subject.name, 200)
    text = reader.text(subject.code, 64, required=False)
    if not text and not reader.is_flawed(subject.code):
        reader.problem(subject.code, ValueMissing())
    elif text:
        for refusal in judgement.problems:
            reader.problem(subject.code, refusal)
        for refusal in judgement.warnings:
            reader.warn(subject.code, refusal)
    return name


def echo(cells: Sorted, kind: str) -> dict[str, str]:
    """The cells of a rejected row that may be shown back, by the sender's own column names.

    Only columns of the template; never one that a person's number may lawfully have stood in. What
    is told of the decision is masked as in a record.
    """
    return {
        cells.headers[code]: mask(text) if code in TOLD_COLUMNS else text
        for code, text in cells.texts.items()
        if code not in SUBJECTS[kind].not_echoed and text not in SAYS_NOTHING
    }
