"""What a version shortens is written after its page was answered: a thread of this process."""

import logging
from threading import Thread

from django.db import connections

from goodstanding.flow.bench import Call
from goodstanding.flow.transit import transit

_LOG = logging.getLogger(__name__)


def shorten(call: Call, digest: str, *, wait: float) -> None:
    """Have it written, and wait for its end for at most ``wait`` seconds; it goes on by itself."""
    name = f"transit {digest[:16]}"
    thread = Thread(target=_shorten, args=(call, digest), name=name, daemon=True)
    thread.start()
    thread.join(wait)


def _shorten(call: Call, digest: str) -> None:
    try:
        sum(transit(call, digest=digest))
    except Exception as problem:  # noqa: BLE001 - a thread has nobody to tell but the log
        # What is left shows on the version's page, with a button to go on.
        _LOG.error("transit %s broke off: %s", digest[:16], type(problem).__name__)
    finally:
        connections.close_all()
