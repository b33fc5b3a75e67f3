"""A set of files that is there whole or not at all: made aside, then named ``current`` at once."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

CURRENT = "current"
_MADE = "made-"


@contextmanager
def release(folder: Path) -> Iterator[Path]:
    """Make files in what this gives; they become ``folder/current`` when all went well.

    One at a time: whoever comes second waits. The set before stays for those who still read it;
    older ones, and what a crash left behind, are removed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "making.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        before = current(folder)
        making = Path(mkdtemp(prefix=_MADE, dir=folder))
        making.chmod(0o755)
        try:
            yield making
        except BaseException:
            shutil.rmtree(making, ignore_errors=True)
            raise
        _name(folder, making)
        _sweep(folder, keep={making, before})


def current(folder: Path) -> Path | None:
    """The set that holds now, under a name that stays while the next one is made; None: none yet."""
    link = folder / CURRENT
    return link.resolve() if link.exists() else None


def _name(folder: Path, made: Path) -> None:
    """A link is exchanged in one step; a folder could not be."""
    fresh = folder / f"{CURRENT}.new"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(made.name)
    os.replace(fresh, folder / CURRENT)


def _sweep(folder: Path, *, keep: set[Path | None]) -> None:
    kept = {each.name for each in keep if each}
    for each in folder.glob(f"{_MADE}*"):
        if each.name not in kept:
            shutil.rmtree(each, ignore_errors=True)
