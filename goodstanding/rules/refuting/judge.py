"""A row that corrects a fact of the base registration: what it would change, or why it may not."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from goodstanding.rules.cell_values import read_date
from goodstanding.rules.correction.history import Changed
from goodstanding.rules.errors import Refusal, Refused
from goodstanding.rules.identifiers import class_of
from goodstanding.rules.identifiers import judge as judge_code
from goodstanding.rules.law import Law
from goodstanding.rules.legal_person import Organisation
from goodstanding.rules.receiving import RowProblem
from goodstanding.rules.record_types import Problem
from goodstanding.rules.refuting.facts import SIDES, Fact
from goodstanding.rules.refuting.refusals import FactNotSaid
from goodstanding.rules.refuting.refute import Known, Refutation, done_before, refute, streams_of
from goodstanding.rules.registration_refusals import NotTheRegistrar, RegistrarNotNamed
from goodstanding.rules.row_refusals import TextTooLong, ValueMissing

LONGEST = 2000
_NEEDED = ("RC_CODE", "FC_FACT", "FC_REGISTERED", "RC_REASON")
_DAYS = ("FC_REGISTERED_SINCE", "FC_RIGHT_SINCE")
_FACTS = {str(each): each for each in Fact}


def wanted(
    row: Refutation, code: str, organisations: Callable[[Iterable[str]], Known], *, on: date
) -> Organisation | None:
    """The organisation a row would change; none where it was put right before.

    ``organisations``: those of some codes that the register has met. Raises `Refused`.
    """
    known = organisations(streams_of(code, row))
    if code in known and row.right and done_before(row, known[code]):
        return None
    refute(code, row, known, reasons="", on=on)
    return known[code]


def registrar_refusals(code: str, department: str, law: Law) -> list[Refusal]:
    """What keeps a department from telling of an organisation: another keeps its registration."""
    held = law.rulebook.register_classes.get(class_of(code).id)
    keeping = law.rulebook.registering(held.id) if held else ()
    if held is None or not keeping:
        return [RegistrarNotNamed(class_title=held.title.zh if held else code[:2])]
    if department in {each.id for each in keeping}:
        return []
    named = "、".join(each.title.zh for each in keeping)
    return [NotTheRegistrar(class_title=held.title.zh, registrar=named)]


def read(own: Mapping[str, str], headers: Mapping[str, str]) -> tuple[Refutation, str]:
    """The cells as values, and the code of the organisation; raises `Refused` with every problem."""
    found = [(column, ValueMissing()) for column in _NEEDED if not own.get(column)]
    wrong: list[tuple[str, Refusal]] = [*found, *_too_long(own)]
    fact = _FACTS.get(own.get("FC_FACT", ""))
    wrong += [] if fact or not own.get("FC_FACT") else [("FC_FACT", FactNotSaid())]
    days = {column: _day(own.get(column, ""), column, wrong) for column in _DAYS}
    texts = {c: own.get(c, "") for c in ("FC_REGISTERED", "FC_RIGHT")}
    if fact is Fact.FOUNDING:
        for column, text in texts.items():
            day = _day(text, column, wrong)
            texts[column] = day.isoformat() if day else ""
    wrong += _codes(own, fact)
    if wrong or fact is None:
        raise Refused([_placed(each, column, headers) for column, each in wrong])
    row = Refutation(
        fact=fact,
        wrong=texts["FC_REGISTERED"],
        wrong_since=days["FC_REGISTERED_SINCE"],
        right=texts["FC_RIGHT"],
        right_since=days["FC_RIGHT_SINCE"],
    )
    return row, judge_code(own["RC_CODE"]).code


def _codes(own: Mapping[str, str], fact: Fact | None) -> Iterable[tuple[str, Refusal]]:
    columns = ["RC_CODE", *(("FC_REGISTERED", "FC_RIGHT") if fact in SIDES else ())]
    for column in columns:
        for refusal in judge_code(own[column]).problems if own.get(column) else ():
            yield column, refusal


def _too_long(own: Mapping[str, str]) -> Iterable[tuple[str, Refusal]]:
    for column, text in own.items():
        if len(text) > LONGEST:
            yield column, TextTooLong(length=len(text), limit=LONGEST)


def _day(text: str, column: str, wrong: list[tuple[str, Refusal]]) -> date | None:
    day = read_date(text) if text else None
    if isinstance(day, Refusal):
        wrong.append((column, day))
        return None
    return day


def _placed(refusal: Refusal, column: str, headers: Mapping[str, str]) -> Refusal:
    return RowProblem.of(Problem.of(refusal, column=headers.get(column, column)))


def changed(row: Refutation) -> Changed:
    """Before and after, for who looks at it."""
    before = " ".join(filter(None, (row.wrong, str(row.wrong_since or ""))))
    after = " ".join(filter(None, (row.right, str(row.right_since or ""))))
    return Changed(name=f"fact_{row.fact.name.lower()}", before=before, after=after)
