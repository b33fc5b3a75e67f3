"""What changed between two versions that are or were in force, for everybody."""

import msgspec
from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.catalogue import queries as catalogue
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.changes.diff import diff
from goodstanding.rules.changes.markdown import markdown
from goodstanding.rules.errors import refuse
from goodstanding.web.downloads import JSON, MARKDOWN, download
from goodstanding.web.law_diff import language_code, shown_diff
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.titles import in_language
from goodstanding.web.visit import Visited

#: So much of a digest stands in an address.
SHORT = 16


def changes(request: Visited) -> HttpResponse:
    """Two versions side by side; without a choice the one in force and the one before it."""
    versions = [book for _, book in catalogue.versions()]
    found = _chosen(request, versions)
    page = {"versions": versions, "pair": found}
    if found:
        old, new = found
        page |= {
            "old": old,
            "new": new,
            "old_title": in_language(old.title),
            "new_title": in_language(new.title),
            "diff": shown_diff(old, new),
            "address": f"from={old.digest[:SHORT]}&to={new.digest[:SHORT]}",
        }
    return render(request, "web/rulebook_changes.html", page)


def file(request: Visited, suffix: str) -> HttpResponse:
    """The same as Markdown in the reader's language, or as JSON."""
    found = _chosen(request, [book for _, book in catalogue.versions()])
    if found is None or suffix not in ("md", "json"):
        refuse(PageUnknown())
    old, new = found
    name = f"changes-{old.version}-{new.version}.{suffix}"
    if suffix == "json":
        data = msgspec.json.format(msgspec.json.encode(diff(old, new)), indent=2)
        return download(data, name=name, type=JSON)
    text = markdown(diff(old, new), old, new, language_code())
    return download(text.encode(), name=name, type=MARKDOWN)


def _chosen(request: Visited, versions: list[Rulebook]) -> tuple[Rulebook, Rulebook] | None:
    """The versions the address names; else the latest in force by today and the one before it."""
    today = request.visit.today
    begun = [each for each in versions if each.in_force_from <= today] or versions
    new = _named(versions, request.GET.get("to", "")) or next(iter(begun), None)
    if new is None:
        return None
    before = [each for each in versions if each.in_force_from < new.in_force_from]
    old = _named(versions, request.GET.get("from", "")) or next(iter(before), None)
    return (old, new) if old else None


def _named(versions: list[Rulebook], digest: str) -> Rulebook | None:
    if len(digest) < SHORT:
        return None
    found = [each for each in versions if each.digest.startswith(digest)]
    return found[0] if found else refuse(PageUnknown())
