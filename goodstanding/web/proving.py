"""Verifying goes on after its page was answered: a thread of this process; its result is a row."""

import logging
from threading import Thread

from django.db import connections

from goodstanding.flow.proving import keep_verification
from goodstanding.register.verifying import VerifyReport, verify
from goodstanding.wallclock import now

_LOG = logging.getLogger(__name__)


def prove(asked: int, *, wait: float) -> None:
    """Have a verification run, and wait for its end for at most ``wait`` seconds."""
    thread = Thread(target=_prove, args=(asked,), name=f"verifying {asked}", daemon=True)
    thread.start()
    thread.join(wait)


def _prove(asked: int) -> None:
    try:
        keep_verification(asked, _report(), at=now())
    except Exception as problem:  # noqa: BLE001 - a thread has nobody to tell but the log
        _LOG.error("verifying %s was not kept: %s", asked, type(problem).__name__)
    finally:
        connections.close_all()


def _report() -> VerifyReport | None:
    try:
        return verify()
    except Exception as problem:  # noqa: BLE001 - that it broke off is the result
        # Only its kind: a message of the database may repeat what is in a row.
        _LOG.error("verifying broke off: %s", type(problem).__name__)
        return None
