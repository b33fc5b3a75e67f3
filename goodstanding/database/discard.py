"""Throw away a data folder's own database: ``python -m goodstanding.database.discard``."""

import os
import shutil
import sys
from pathlib import Path

from goodstanding.database import kept, server
from goodstanding.database.connect import data_folder


def discard(data: Path) -> None:
    """Stop the server of ``data``, if one runs, and remove its cluster for good."""
    with server.locked(data / "database.lock"):
        if cluster := server.cluster_of(data):
            if cluster.running():
                cluster.stop()
            shutil.rmtree(cluster.place)
        (data / kept.FILE).unlink(missing_ok=True)


def main() -> None:
    """Discard the database of this environment's data folder; nothing else is touched."""
    data = data_folder(os.environ)
    if data.exists():
        discard(data)
    print(f"The data of {data} is gone.", file=sys.stderr)


if __name__ == "__main__":
    main()
