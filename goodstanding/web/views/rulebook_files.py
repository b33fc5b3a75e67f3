"""A version of the rulebook as files: its very bytes, the same as YAML and Markdown, and as a table."""

from collections.abc import Callable, Mapping

import msgspec
import yaml
from django.http import HttpResponse

from goodstanding.catalogue.spans import Span
from goodstanding.files.writing import Table, tables_bytes
from goodstanding.rules.catalogue import canonical
from goodstanding.rules.changes.whole import markdown
from goodstanding.rules.errors import refuse
from goodstanding.web.downloads import JSON, MARKDOWN, WORKBOOK, download, sheet
from goodstanding.web.law_asked import Asked, asked
from goodstanding.web.law_diff import language_code
from goodstanding.web.law_filter import LawFilter
from goodstanding.web.law_pages import Lawbook
from goodstanding.web.law_rows import COLUMNS, rows
from goodstanding.web.law_version import about
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.visit import Visited

YAML = "application/yaml"


def file(request: Visited, suffix: str) -> HttpResponse:
    """The version asked for as json (canonical bytes), yaml or md; its table as xlsx or csv."""
    told = asked(request)
    if told.span is None:
        refuse(PageUnknown())
    if suffix in _WHOLE:
        return _WHOLE[suffix](told.span)
    return _table(request, told, told.span, suffix)


def _json(span: Span) -> HttpResponse:
    answer = download(canonical(span.rulebook), name=_name(span, "json"), type=JSON)
    answer.headers["ETag"] = f'"{span.rulebook.digest}"'
    return answer


def _yaml(span: Span) -> HttpResponse:
    head = "".join(f"# {name}: {value}\n" for name, value in about(span))
    content = msgspec.json.decode(canonical(span.rulebook))
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100)
    return download((head + text).encode(), name=_name(span, "yaml"), type=YAML)


def _markdown(span: Span) -> HttpResponse:
    text = markdown(span.rulebook, language_code(), about=about(span))
    return download(text.encode(), name=_name(span, "md"), type=MARKDOWN)


_WHOLE: Mapping[str, Callable[[Span], HttpResponse]] = {
    "json": _json,
    "yaml": _yaml,
    "md": _markdown,
}


def _table(request: Visited, told: Asked, span: Span, suffix: str) -> HttpResponse:
    """The grounds that fit the filter, a line for each measure they lead to."""
    book = Lawbook(span.rulebook, told.day)
    found = rows(book, LawFilter.of(request, told, book).grounds(book))
    if suffix != "xlsx":
        return sheet(found, COLUMNS, name=_name(span, "").rstrip("."), suffix=suffix)
    words = {key: str(word) for key, word in COLUMNS.items()}
    named = ({word: row.get(key, "") for key, word in words.items()} for row in found)
    lines = [{"A": name, "B": value} for name, value in about(span)]
    tables = [
        Table(name="rulebook", columns=list(words.values()), rows=named),
        Table(name="about", columns=["A", "B"], rows=lines),
    ]
    return download(tables_bytes(tables), name=_name(span, "xlsx"), type=WORKBOOK)


def _name(span: Span, suffix: str) -> str:
    book = span.rulebook
    return f"{book.id}-{book.version}-{book.digest[:16]}.{suffix}"
