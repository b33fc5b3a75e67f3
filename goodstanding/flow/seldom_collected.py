"""Work on many rows makes millions of objects and no cycle worth looking for."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: New objects before a collection; 700 by default. A part of a file makes some hundred thousand.
MANY = 500_000


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Let the collector of cycles rest for a while; what is there already is not looked at again."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(MANY, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
