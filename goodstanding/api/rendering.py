"""What the story answers, as the schemas want it; in words of the reader's language."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec
from django.utils.translation import get_language

from goodstanding.api.problems import sentence
from goodstanding.catalogue.queries import law_of
from goodstanding.flow.answers import Answered, Question
from goodstanding.flow.conditions import ConditionsTold
from goodstanding.flow.likenesses import reason_codes, reasons
from goodstanding.flow.named_rows import NamedRow, named_rows
from goodstanding.flow.read import Dossier, ShownCase, ShownRecord, StandingTold
from goodstanding.flow.receive import BatchReport
from goodstanding.measures.models import Task
from goodstanding.rules.acts.values import Basis
from goodstanding.rules.catalogue import Rulebook
from goodstanding.rules.catalogue.sources import Title
from goodstanding.rules.condition.leaving import way_back_of
from goodstanding.rules.condition.told import Told
from goodstanding.rules.designation.closing import keeps_open
from goodstanding.rules.effects import Effect
from goodstanding.rules.record_cells import NARRATIVE
from goodstanding.rules.record_types import Problem
from goodstanding.rules.stacking import Fact

Rendered = dict[str, Any]


def checked(question: Question, answered: Answered) -> Rendered:
    """The answer to a check."""
    law = law_of(rulebook=answered.rulebook, calendar=answered.calendar)
    found = answered.checked
    return {
        "organisation": answered.organisation,
        "identity": msgspec.to_builtins(answered.identity),
        "procedure": question.procedure,
        "case_number": question.case_number,
        "answer": str(found.answer),
        "act_as": str(found.act_as),
        "known": found.known,
        "on": found.on,
        "effects": [effect(each, law.rulebook) for each in found.effects],
        "receipt": answered.receipt,
        "position": answered.position,
        "rulebook": answered.rulebook,
    }


def standing(told: StandingTold) -> Rendered:
    """The fold for a day."""
    law = law_of(rulebook=told.rulebook, calendar=told.calendar)
    found = msgspec.to_builtins(told.standing)
    found["effects"] = [effect(each, law.rulebook) for each in told.standing.effects]
    of = {"position": told.position, "rulebook": told.rulebook, "calendar": told.calendar}
    return {**found, **of}


def conditions(told: ConditionsTold) -> Rendered:
    """The conditions of a day, each with its articles in words."""
    book = law_of(rulebook=told.rulebook, calendar=told.calendar).rulebook
    plain: Rendered = msgspec.to_builtins(told)
    plain["conditions"] = [_condition(each, book, told.on) for each in told.conditions]
    return plain


def _condition(told: Told, book: Rulebook, on: date) -> Rendered:
    rule, plain = book.conditions[told.condition], msgspec.to_builtins(told)
    cited = (
        Basis(instrument=each.instrument, article=each.article_on(on)) for each in rule.citations
    )
    weights = ((each.against, each.open) for each in told.lines)
    return {
        **plain,
        "title": in_words(rule.title),
        "basis": [_basis(each, book) for each in cited],
        "lines": [
            {**line, "against": against, "open": open}
            for line, (against, open) in zip(plain["lines"], weights, strict=True)
        ],
    }


def effect(found: Effect, rulebook: Rulebook) -> Rendered:
    """One effect with its citations in words and the way back."""
    plain: Rendered = msgspec.to_builtins(found)
    plain["basis"] = [_basis(each, rulebook) for each in found.basis]
    if found.stay_exempt is not None:
        plain["stay_exempt"] = _basis(found.stay_exempt, rulebook)
    way_back = way_back_of(found, rulebook)
    plain["way_back"] = {
        "what": in_words(way_back.what),
        "after_months": way_back.after_months,
        "counted_from": way_back.counted_from,
        "papers": [in_words(paper) for paper in way_back.papers],
        "free_of_charge": way_back.free_of_charge,
    }
    return plain


def _basis(found: Basis, rulebook: Rulebook) -> Rendered:
    title = rulebook.instrument(found.instrument).title
    words = Title(zh=f"《{title.zh}》第{found.article}条", en=f"{title.en}, art. {found.article}")
    named = {"instrument": found.instrument, "article": found.article}
    return {**named, "title": in_words(words)}


def in_words(title: Title) -> str:
    """A name of the catalogue in the reader's language."""
    return title.en if (get_language() or "").startswith("en") else title.zh


def public_organisation(found: Dossier, *, shield: str) -> Rendered:
    """An organisation as strangers see it; the schema names what of it is shown.

    Args:
        found: what strangers may see.
        shield: the ruling that shields it today, or empty.
    """
    return {
        "code": found.organisation.code,
        "name": found.organisation.name,
        "registration": msgspec.to_builtins(found.registered),
        "on": found.on,
        "records": [_public_record(each) for each in found.records],
        "withdrawn": [_stub(each) for each in found.stubs],
        "designations": [_public_case(each) for each in found.cases],
        "shield": shield,
    }


def dossier(
    found: Dossier, *, lifts: Mapping[str, Sequence[Task]], facts: Sequence[Fact]
) -> Rendered:
    """An organisation as one reader sees it who is no stranger.

    Args:
        found: what the reader may see.
        lifts: by case, the lifts not yet done.
        facts: what restricts the organisation, by the fact behind it.
    """
    return {
        "code": found.organisation.code,
        "name": found.organisation.name,
        "registration": msgspec.to_builtins(found.registered),
        "on": found.on,
        "position": found.position,
        "records": [
            {
                **_columns(each),
                "id": each.row.record,
                "texts": _narrative(each),
                "content_removed": _gone(each),
            }
            for each in found.records
        ],
        "withdrawn": [_stub(each) for each in found.stubs],
        "designations": [
            {
                **_columns(each),
                "texts": _said(each),
                "lifts_open": _lifts(each, lifts) if each.inside else [],
                "content_removed": _gone(each),
            }
            for each in found.cases
        ],
        "facts": msgspec.to_builtins(list(facts)),
        "measures": list(found.measures),
        "objections": list(found.objections),
        "proceedings": list(found.proceedings),
    }


def _lifts(shown: ShownCase, lifts: Mapping[str, Sequence[Task]]) -> list[str]:
    over_from, waiting = shown.row.over_from, lifts.get(shown.row.id, ())
    return [task.id for task in waiting if over_from and keeps_open(over_from, task.start)]


def _columns(shown: ShownRecord | ShownCase) -> Rendered:
    return {field.name: getattr(shown.row, field.name) for field in shown.row._meta.fields}


def _narrative(shown: ShownRecord) -> dict[str, str]:
    """What the record tells, and why it was last corrected; values of the row are no narrative."""
    told = (*NARRATIVE, "reasons")
    return {name: shown.texts[name] for name in told if name in shown.texts}


def _said(shown: ShownCase) -> dict[str, str]:
    """The reasons are for those inside; the way back is for everybody."""
    return shown.texts if shown.inside else {"way_back": shown.texts.get("way_back", "")}


def _public_record(shown: ShownRecord) -> Rendered:
    texts = ("conduct", "facts", "penalty", "licensed", "basis")
    return {
        **_columns(shown),
        **{name: shown.texts.get(name, "") for name in texts},
        "id": shown.row.record,
        "not_after": shown.row.public_until,
        "text_under_review": bool(shown.row.texts_held),
        "corrected_on": shown.corrected_on,
        "correction": shown.texts.get("reasons", ""),
    }


def _stub(shown: ShownRecord) -> Rendered:
    return {
        "id": shown.row.record,
        "document": shown.row.document,
        "withdrawn_on": shown.row.withdrawn_on,
        "reason": shown.texts.get("reasons", ""),
        "not_after": shown.row.public_until,
        "content_removed": _gone(shown),
    }


def _gone(shown: ShownRecord | ShownCase) -> Rendered | None:
    """What is said where contents were destroyed."""
    return msgspec.to_builtins(shown.gone) if shown.gone else None


def _public_case(shown: ShownCase) -> Rendered:
    state = "stayed" if shown.stayed or shown.row.stayed_since else "in-force"
    return {**_columns(shown), "state": state, "way_back": shown.texts.get("way_back", "")}


def batch(report: BatchReport) -> Rendered:
    """What became of every row."""
    judged = report.judged
    named = named_rows(judged, kind=report.kind)
    return {
        "batch": report.batch,
        "read": report.read,
        "accepted": report.accepted,
        "duplicates": len(judged.duplicates),
        "rejected": len(judged.rejected),
        "quarantined": len(judged.quarantined),
        "records": list(report.records),
        "problems": _rows_told(judged.problems()),
        "warnings": _rows_told(report.remarks),
        "candidates": [_named(each) for each in named.rows],
        "candidates_left_out": named.left_out,
        "waiting": bool(report.changes),
    }


def _named(row: NamedRow) -> Rendered:
    return {
        "row": row.row,
        "name": row.name,
        "candidates": [
            {
                "code": each.code,
                "name": each.name,
                "matched": each.matched,
                "former": each.former,
                "since": each.since,
                "until": each.until,
                "why": reason_codes(each.why),
                "reasons": reasons(each.why),
                "not_same": list(each.not_same),
            }
            for each in row.found
        ],
    }


def _rows_told(found: Iterable[tuple[int, Problem]]) -> list[Rendered]:
    return [
        {
            "row": row,
            "column": problem.column,
            "code": problem.code,
            "sentence": sentence(problem.template, problem.fields),
        }
        for row, problem in found
    ]
