"""The rulebook as a table: a line for each ground and measure it leads to, with all that carries it."""

from collections.abc import Iterable, Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goodstanding.rules.catalogue.model import Ground, Pairing
from goodstanding.web.dates import english
from goodstanding.web.law_pages import Cited, Lawbook
from goodstanding.web.law_words import CONFIDENCE, SENSES, TAKEN, months

COLUMNS: dict[str, Promise] = {
    "field": _("Field"),
    "ground": _("Ground"),
    "ground_id": _("Id of the ground"),
    "sense": _("Sense"),
    "rests_on": _("Rests on"),
    "deciding": _("Deciding department"),
    "term": _("Term"),
    "longest_term": _("Longest term"),
    "ground_basis": _("Basis of the ground"),
    "ground_since": _("Ground in force from"),
    "ground_until": _("Ground in force until"),
    "ground_confidence": _("How sure the ground is"),
    "measure": _("Measure"),
    "measure_id": _("Id of the measure"),
    "taken": _("When"),
    "departments": _("Carried out by"),
    "longest": _("At most"),
    "basis": _("Basis of the pair"),
    "see_also": _("Named there too, carrying nothing"),
    "last_day": _("Last day of the pair"),
    "confidence": _("How sure the pair is"),
    "version": _("Version"),
    "digest": _("Fingerprint"),
    "on": _("As it reads on"),
}
#: Who may use it, and how: stands in every file of the rulebook.
LICENCE = _(
    "Open data: free for everybody and every purpose, without permission or charge. Name the "
    "version and its fingerprint, and do not change what it says under its name."
)


def rows(book: Lawbook, grounds: Iterable[Ground]) -> Iterator[dict[str, str]]:
    """A line for each pair; a ground that leads to nothing on the day has one line."""
    for ground in grounds:
        own = _ground(book, ground)
        pairs = book.rulebook.pairings_of(ground.id, book.on)
        for pair in pairs:
            yield {**own, **_pair(book, pair)}
        if not pairs:
            yield own


def _ground(book: Lawbook, ground: Ground) -> dict[str, str]:
    until = ground.in_force.until
    return {
        "field": book.titles.field(ground.field),
        "ground": book.titles.ground(ground.id),
        "ground_id": ground.id,
        "sense": str(SENSES[ground.sense]),
        "rests_on": joined(book.titles.kind(each) for each in ground.records),
        "deciding": book.titles.departments(ground.deciding),
        "term": months(ground.term.months),
        "longest_term": months(ground.term.max_months),
        "ground_basis": _articles(book.cited(ground.citations)),
        "ground_since": ground.in_force.since.isoformat(),
        "ground_until": until.isoformat() if until else "",
        "ground_confidence": str(CONFIDENCE[ground.confidence]),
        "version": f"{book.rulebook.id} {book.rulebook.version}",
        "digest": book.rulebook.digest,
        "on": book.on.isoformat(),
    }


def _pair(book: Lawbook, pair: Pairing) -> dict[str, str]:
    measure = book.rulebook.measure(pair.measure)
    last = book.rulebook.ends(pair.ground, pair.measure, book.on)
    return {
        "measure": book.titles.measure(measure.id),
        "measure_id": measure.id,
        "taken": str(TAKEN[measure.kind]),
        "departments": book.titles.departments(measure.departments),
        "longest": months(pair.max_months),
        "basis": _articles(book.cited(pair.citations)),
        "see_also": _articles(book.cited(pair.see_also)),
        "last_day": last.isoformat() if last else "",
        "confidence": str(CONFIDENCE[pair.confidence]),
    }


def _articles(cited: tuple[Cited, ...]) -> str:
    mark = gettext("To be confirmed")
    return joined(each.words if each.sure else f"{each.words} [{mark}]" for each in cited)


def joined(texts: Iterable[str]) -> str:
    """Several texts in one line, as the language joins them."""
    return ("; " if english() else "；").join(texts)
