"""What the credit office's pages show of a draft: how it stands, what it changes, whom it touches."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec
from django.utils.translation import gettext

from goodstanding.flow.legislate import drafts
from goodstanding.flow.transit import Touched
from goodstanding.rules.catalogue.problems import PackProblem
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.changes.labels import TRANSITIONS
from goodstanding.rules.changes.words import Words
from goodstanding.rules.errors import Refused
from goodstanding.rules.governing.unsure import Unsure, unsure
from goodstanding.rules.states import APPROVALS_NEEDED, Draft
from goodstanding.web.law_diff import ShownDiff, language_code
from goodstanding.web.said import said
from goodstanding.web.titles import in_language
from goodstanding.web.wording import State


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong with the files sent: where, what, and how to mend it."""

    code: str
    file: str
    place: str
    sentence: str
    cure: str


class TouchedRule(msgspec.Struct, frozen=True, kw_only=True):
    """How many open matters one rule's change touches, and some of them by id."""

    rule: str
    title: str
    transition: str
    cases: int
    measures: int
    records: int
    some: tuple[str, ...]


def state_of(draft: Draft) -> State:
    """How a draft stands, in a word."""
    if draft.withdrawn_on is not None:
        return State("is-quiet", "away", gettext("Withdrawn"))
    if draft.approved:
        return State("is-good", "done", gettext("Approved"))
    said_now = gettext("%(n)s of %(all)s approvals") % {
        "n": len(draft.approvals),
        "all": APPROVALS_NEEDED,
    }
    return State("is-stay", "clock", said_now)


def waiting() -> list[Draft]:
    """The drafts that wait for approval."""
    return [each for each in drafts() if each.is_open]


def choices(book: Rulebook) -> list[tuple[str, str]]:
    """What an approver acknowledges: the id, and what it is with its values or articles."""
    words = Words(book, language_code())
    return [(each.id, _label(each, words)) for each in unsure(book)]


def _label(each: Unsure, words: Words) -> str:
    kind = words.of(each.title)
    lines = [
        *words.value("values", each.values, unit=each.unit),
        *(line for cited in each.citations for line in words.value("", cited)),
    ]
    return f"{kind} — {'; '.join(lines)}" if lines else kind


def problems(refused: Refused) -> list[Problem]:
    """Every problem of a pack, in the order of its files."""
    return [
        Problem(
            code=each.code,
            file=each.shown()["file"],
            place=each.shown()["place"],
            sentence=said(each),
            cure=gettext(each.cure).format(**each.shown()),
        )
        for each in refused.refusals
        if isinstance(each, PackProblem)
    ]


def by_rule(found: Iterable[Touched], diff: ShownDiff, *, some: int = 5) -> list[TouchedRule]:
    """What a version touches, counted by the rule that changes."""
    titles = {
        f"{rule.change.section}/{rule.change.id}": rule.title
        for _, _, rules_of in diff.sections
        for rule in rules_of
    }
    rules: dict[tuple[str, str], list[Touched]] = {}
    for each in found:
        rules.setdefault((each.rule, each.transition), []).append(each)
    return [
        _touched(rule, titles.get(rule, rule), how, rows, some)
        for (rule, how), rows in sorted(rules.items())
    ]


def _touched(
    rule: str, title: str, transition: str, rows: Sequence[Touched], some: int
) -> TouchedRule:
    ids = sorted({each.aggregate for each in rows})
    kinds = Counter(_kind(each) for each in ids)
    return TouchedRule(
        rule=rule,
        title=title,
        transition=in_language(TRANSITIONS[transition]),
        cases=kinds["case"],
        measures=kinds["measure"],
        records=kinds["record"],
        some=tuple(each for each in ids if _kind(each) != "measure")[:some],
    )


def _kind(aggregate: str) -> str:
    """A record's id begins with r; a measure's is its case's and more."""
    if aggregate.startswith("r-"):
        return "record"
    return "measure" if "." in aggregate else "case"
