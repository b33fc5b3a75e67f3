"""A folder of hostile and sloppy files, each with its expected report; made by code, kept nowhere.

`python -m tests.files.hostile FOLDER` writes the files, to try them by hand.
"""

from tests.files.hostile import cells, layout, whole
from tests.files.hostile.making import File

FOLDER: tuple[File, ...] = (*whole.FILES, *layout.FILES, *cells.FILES)
