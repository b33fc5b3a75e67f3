"""Entering a file goes on after its page was answered: a thread of this process, one per file.

What is to be done stands in the database, and each part is one transaction. So nothing depends on
the thread: killed with its process it is started again by the next look at the page, in whichever
process answers; two threads at the same file wait for nobody and enter nothing twice.
"""

import logging
from threading import Lock, Thread

from django.db import connections

from goodstanding.flow.commit import advance
from goodstanding.wallclock import now

_LOG = logging.getLogger(__name__)
_LOCK = Lock()
_AT_WORK: dict[str, Thread] = {}


def work_on(staged: str, *, wait: float = 0.0) -> None:
    """Have somebody enter a staged file, and wait for the end for at most ``wait`` seconds."""
    with _LOCK:
        thread = _AT_WORK.get(staged)
        if thread is None:
            thread = Thread(target=_work, args=(staged,), name=f"entering {staged}", daemon=True)
            _AT_WORK[staged] = thread
            thread.start()
    thread.join(wait)


def _work(staged: str) -> None:
    try:
        while advance(staged=staged, at=now()):
            pass
    except Exception as problem:  # noqa: BLE001 - a thread has nobody to tell but the log
        # Only its kind: a message of the database may repeat what is in a row.
        _LOG.error("entering %s stopped: %s", staged, type(problem).__name__)
    finally:
        connections.close_all()
        with _LOCK:
            del _AT_WORK[staged]
