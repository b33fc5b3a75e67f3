"""Open data: what is given away, how fresh it is, and the files themselves; no sign-in."""

import hashlib
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from goodstanding.flow.open_data import DICTIONARY, MANIFEST, made_last
from goodstanding.flow.witness import note_download
from goodstanding.rules.errors import refuse
from goodstanding.rules.opendata.datasets import DATASETS
from goodstanding.rules.opendata.manifest import Freshness, Manifest, freshness
from goodstanding.web import downloads
from goodstanding.web.refusals import OpenDataTooOld, PageUnknown
from goodstanding.web.titles import in_language
from goodstanding.web.visit import Visited

TYPES = {
    "csv": downloads.CSV,
    "jsonl": "application/x-ndjson",
    "parquet": "application/vnd.apache.parquet",
    "json": downloads.JSON,
}
#: A cache may keep a file, but asks each time whether it still holds: lines vanish with the next.
ASKED_EACH_TIME = "no-cache"


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A file as it is given out: its bytes' hash, and the dataset it belongs to, if to one."""

    path: Path
    sha256: str
    dataset: str = ""


def data(request: Visited) -> HttpResponse:
    """Which datasets there are, in which formats, how fresh, on which terms."""
    found = made_last(settings.OPEN_DATA)
    page: dict[str, Any] = {"made": None}
    if found:
        _, made = found
        page = {
            "made": made,
            "state": freshness(made, at=request.visit.call.at),
            "licence": in_language(made.licence.text),
            "datasets": _shown(made),
        }
    return render(request, "web/data.html", page)


def _shown(made: Manifest) -> list[dict[str, Any]]:
    known = {each.id: each for each in DATASETS}
    return [
        {
            "id": part.dataset,
            "part": part,
            "title": in_language(part.title),
            "about": in_language(known[part.dataset].about),
            "columns": [
                (each.name, in_language(each.title), in_language(each.about))
                for each in known[part.dataset].columns
            ],
        }
        for part in made.datasets
        if part.dataset in known
    ]


def file(request: Visited, name: str, suffix: str) -> HttpResponseBase:
    """A file of the last making, or 304 where the reader has it; a download is counted."""
    found = made_last(settings.OPEN_DATA)
    named = _named(*found, f"{name}.{suffix}") if found else None
    if found is None or named is None:
        refuse(PageUnknown())
    _, made = found
    if freshness(made, at=request.visit.call.at) is Freshness.TOO_OLD:
        refuse(OpenDataTooOld())
    response = get_conditional_response(request, etag=f'"{named.sha256}"')
    if response is None:
        response = _given(request, named, suffix, made)
    return _headed(response, named, made)


def _named(place: Path, made: Manifest, name: str) -> Named | None:
    """Only what the manifest names is given out, whatever else lies there."""
    if name == MANIFEST:
        path = place / MANIFEST
        return Named(path=path, sha256=hashlib.sha256(path.read_bytes()).hexdigest())
    dataset, told = made.files.get(name, ("", None))
    return Named(path=place / name, sha256=told.sha256, dataset=dataset) if told else None


def _given(request: Visited, named: Named, suffix: str, made: Manifest) -> HttpResponseBase:
    if named.dataset and request.method == "GET":
        note_download(
            request.visit.call,
            dataset=named.dataset,
            format=suffix,
            position=made.position,
            on=made.on,
        )
    stream = named.path.open("rb")
    type = TYPES.get(suffix, downloads.JSON)
    if named.dataset:
        name = f"{named.dataset}-{made.on}-{made.position}.{suffix}"
        return FileResponse(stream, content_type=type, as_attachment=True, filename=name)
    return FileResponse(stream, content_type=type)


def _headed(response: HttpResponseBase, named: Named, made: Manifest) -> HttpResponseBase:
    response.headers["ETag"] = f'"{named.sha256}"'
    response.headers["Cache-Control"] = ASKED_EACH_TIME
    response.headers["Last-Modified"] = http_date(made.generated_at.timestamp())
    response.headers["Link"] = f'<{DICTIONARY}>; rel="describedby", <{MANIFEST}>; rel="about"'
    return response
