"""Signed dry run reports as files, and the keys by which anybody knows that they are the register's."""

import msgspec
from django.http import HttpRequest, HttpResponse, JsonResponse

from goodstanding.catalogue import reports
from goodstanding.catalogue.signing import public_keys
from goodstanding.files.signed import Signed
from goodstanding.flow import policy
from goodstanding.letters.tables import sheet_pdf
from goodstanding.rules.errors import refuse
from goodstanding.rules.rights import Action
from goodstanding.web.downloads import JSON, PDF, download
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.report_sheet import report_sheet
from goodstanding.web.visit import Visited


def report(request: Visited, digest: str, report: str, suffix: str) -> HttpResponse:
    """A report of a version, as it was signed (``json``), or as a sheet to read (``pdf``)."""
    policy.require(request.visit.actor, Action.APPROVE_LAW)
    found = reports.report(digest=report)
    if found is None or found.version != digest or suffix not in ("json", "pdf"):
        refuse(PageUnknown())
    if suffix == "pdf":
        signed = msgspec.json.decode(bytes(found.body), type=Signed)
        made = sheet_pdf(report_sheet(signed, request.visit.titles))
        return download(made, name=f"dry-run-{report[:16]}.pdf", type=PDF)
    return download(bytes(found.body), name=f"dry-run-{report[:16]}.json", type=JSON)


def keys(request: HttpRequest) -> HttpResponse:
    """The public keys that sign reports: the one in use, then those of before."""
    now, *before = public_keys()
    return JsonResponse({"algorithm": "Ed25519", "key": now, "before": before})
