"""Write the folder, to look at it and to send its files by hand."""

import sys
from pathlib import Path

from tests.files.hostile import FOLDER

out = Path(sys.argv[1])
out.mkdir(parents=True, exist_ok=True)
for file in FOLDER:
    (out / file.name).write_bytes(file.make())
