"""A dry run as a signed report: what approvers look at, and what approvals name by its digest."""

from datetime import date
from typing import Any

import msgspec

from goodstanding.catalogue import reports
from goodstanding.catalogue.models import Report
from goodstanding.catalogue.queries import calendar
from goodstanding.catalogue.signing import signed
from goodstanding.flow.simulate import Simulated
from goodstanding.register.reading import digest_at
from goodstanding.rules import codec
from goodstanding.rules.governing.reported import Reported

KIND = "goodstanding/dry-run-report/1"
#: What every example names its organisation by.
CODE = "organisation"


def keep_report(told: Simulated, *, made_on: date, by: str) -> str:
    """Sign what a dry run said, without the codes of organisations, and keep it; returns its digest.

    Args:
        made_on: the legal day of the run.
        by: the opaque id of who asked for it.
    """
    found = signed(_document(told, made_on=made_on, by=by))
    reports.keep(
        digest=found.digest,
        version=told.new.digest,
        position=told.position,
        made_on=made_on,
        made_by=by,
        body=codec.encode(found),
    )
    return found.digest


def _document(told: Simulated, *, made_on: date, by: str) -> dict[str, Any]:
    return {
        "kind": KIND,
        "made_on": made_on,
        "made_by": by,
        "register": {"position": told.position, "head": digest_at(told.position).hex()},
        "calendar": calendar().id,
        "dry_run": _without_codes(msgspec.to_builtins(told)),
    }


def _without_codes(value: Any) -> Any:
    """The same without the organisation of any example: a report is shown to many."""
    if isinstance(value, dict):
        return {name: _without_codes(each) for name, each in value.items() if name != CODE}
    return [_without_codes(each) for each in value] if isinstance(value, list | tuple) else value


def reported(*, version: str, digest: str | None = None) -> Reported | None:
    """The report of a digest, or the latest of a version, as approving asks for it.

    One that is not kept here is of no version.
    """
    found = reports.latest(version=version) if digest is None else reports.report(digest=digest)
    if found is None and digest is not None:
        return Reported(digest=digest, version="", made_on=date.min, position=0, law_since=False)
    return None if found is None else told_of(found)


def told_of(found: Report) -> Reported:
    """A report as approving asks for it."""
    return Reported(
        digest=found.digest,
        version=found.version,
        made_on=found.made_on,
        position=found.position,
        law_since=reports.law_since(found.position),
    )
