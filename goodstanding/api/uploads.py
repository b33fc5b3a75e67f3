"""A file that is sent stays in memory: its bytes are never written anywhere."""

from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler

from goodstanding.api.entering import Asked
from goodstanding.api.refusals import BodyTooLarge
from goodstanding.rules.errors import refuse

MEGABYTE = 1024 * 1024
LARGEST_FILE = 64 * MEGABYTE


class InMemory(MemoryFileUploadHandler):
    """Django's handler, but for files of every size that is taken at all."""

    def handle_raw_input(self, *args: Any, **named: Any) -> None:
        """Take everything in; what is too large was refused by its length before."""
        self.activated = True


def take_in_memory(request: Asked) -> None:
    """Before anything reads the body: keep files in memory. Raises `Refused` with `BodyTooLarge`."""
    if request.content_type != "multipart/form-data":
        return
    if int(request.headers.get("Content-Length") or 0) > LARGEST_FILE:
        refuse(BodyTooLarge(megabytes=LARGEST_FILE // MEGABYTE))
    request.upload_handlers = [InMemory(request)]


def files_of(request: Asked) -> list[tuple[str, bytes]]:
    """The files that were sent, with the names of their fields; they can be asked for again."""
    found = []
    for name, files in sorted(request.FILES.lists()):
        for file in files:
            file.seek(0)
            found.append((name, file.read()))
    return found
