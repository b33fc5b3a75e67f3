"""A dry run goes on after its page was answered: a thread of this process; its report is kept."""

import logging
from threading import Thread

from django.db import connections

from goodstanding.flow.bench import Call
from goodstanding.flow.dry_runs import make_dry_run

_LOG = logging.getLogger(__name__)


def run_dry(call: Call, id: int, digest: str, *, wait: float) -> None:
    """Have a dry run made that was asked for, and wait at most ``wait`` seconds for its end.

    Who had the process in hand when it ended finds the run told as lost, and may begin another.
    """
    name = f"dry run {digest[:16]}"
    thread = Thread(target=_run, args=(call, id, digest), name=name, daemon=True)
    thread.start()
    thread.join(wait)


def _run(call: Call, id: int, digest: str) -> None:
    try:
        make_dry_run(call, id, digest=digest)
    except Exception as problem:  # noqa: BLE001 - a thread has nobody to tell but the log
        _LOG.error("dry run %s broke off: %s", digest[:16], type(problem).__name__)
    finally:
        connections.close_all()
