"""The data dictionary as CSV on the Web (W3C Recommendation, tabular metadata), in two languages."""

from collections.abc import Iterable
from typing import Any

from goodstanding.rules.catalogue.sources import Title
from goodstanding.rules.opendata.dataset import Column, Dataset
from goodstanding.rules.opendata.manifest import Licence

CONTEXT = "http://www.w3.org/ns/csvw"


def dictionary(datasets: Iterable[Dataset], *, licence: Licence) -> dict[str, Any]:
    """A table group: the address of each CSV file beside this one, its columns and its key."""
    found: dict[str, Any] = {
        "@context": CONTEXT,
        "dc:rights": _said(licence.text),
        "dialect": {"encoding": "utf-8", "header": True, "quoteChar": '"', "doubleQuote": True},
        "tables": [_table(each) for each in datasets],
    }
    return found | ({"dc:license": {"@id": licence.url}} if licence.url else {})


def _table(dataset: Dataset) -> dict[str, Any]:
    return {
        "url": f"{dataset.id}.csv",
        "dc:title": _said(dataset.title),
        "dc:description": _said(dataset.about),
        "tableSchema": {
            "columns": [_column(each) for each in dataset.columns],
            "primaryKey": list(dataset.key),
        },
    }


def _column(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        # The header of the file, then the titles; the annotations explain.
        "titles": {"und": column.name, "zh": column.title.zh, "en": column.title.en},
        "dc:description": _said(column.about),
        "datatype": column.kind.value,
        "required": column.required,
    }


def _said(title: Title) -> list[dict[str, str]]:
    return [{"@value": title.zh, "@language": "zh"}, {"@value": title.en, "@language": "en"}]
