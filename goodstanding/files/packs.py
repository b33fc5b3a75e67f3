"""The files of a rulebook pack, as bytes; what they say is read by `goodstanding.rules.catalogue`."""

from pathlib import Path


def read_pack(folder: Path) -> dict[str, bytes]:
    """Every YAML file below a pack's folder: its name relative to the folder, and its bytes.

    Raises `NotADirectoryError` where there is no such folder.
    """
    if not folder.is_dir():
        raise NotADirectoryError(folder)
    found = sorted((*folder.rglob("*.yaml"), *folder.rglob("*.yml")))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
