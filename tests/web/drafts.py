"""A version of the law to come, in the city."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

from goodstanding.files.packs import read_pack
from goodstanding.flow import dry_runs, legislate
from goodstanding.flow.bench import Call
from goodstanding.rules.actors import Actor, Role
from goodstanding.wallclock import now

PACK = Path(__file__).parents[2] / "rulebook" / "packs" / "dongguan-2018"
SECOND = "credit-office/reviewer"


def drafted(city: Any) -> str:
    """Put forward, and approved by one of the two it needs."""
    files = read_pack(PACK)
    first = (now() + timedelta(days=30)).date().isoformat()
    files["pack.yaml"] = re.sub(rb"version: .*", b"version: next", files["pack.yaml"])
    files["pack.yaml"] = re.sub(
        rb"in_force_from: \S+", f"in_force_from: {first}".encode(), files["pack.yaml"]
    )
    name = "fields/wage-arrears.yaml"
    files[name] = files[name].replace(b"months: 36", b"months: 24")
    roles = frozenset({Role.CREDIT_OFFICE})
    actor = Actor(id=city.ids[SECOND], department="credit-office", roles=roles)
    call = Call(actor=actor, at=now())
    digest = legislate.draft_rulebook(call, files=files)
    dry_runs.report_on(call, digest=digest)
    seen = legislate.unsure_of(legislate.draft_of(digest))
    legislate.approve(call, digest=digest, acknowledged=seen)
    return digest
