"""A file that is sent stays in memory: its bytes are never written anywhere."""

from goodstanding.api.entering import Asked
from goodstanding.api.refusals import BodyTooLarge
from goodstanding.files.whole_form import MEGABYTE, WholeForm
from goodstanding.rules.errors import refuse

LARGEST_FILE = 64 * MEGABYTE


class InMemory(WholeForm):
    """A request with files; what is too large was refused by its length before."""

    largest = LARGEST_FILE


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
