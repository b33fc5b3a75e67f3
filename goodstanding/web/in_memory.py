"""Uploaded bytes stay in memory: a file may hold what must never lie on a disk in the clear."""

from io import BytesIO
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http.multipartparser import MultiPartParser, MultiPartParserError

MEGABYTE = 1024 * 1024
LARGEST_FILE = 16 * MEGABYTE
#: The file, and what the form says beside it.
LARGEST = LARGEST_FILE + MEGABYTE // 16
#: So much of what is too large is read and thrown away: a browser that is still sending when it is
#: answered shows a broken connection instead of our page.
READ_AWAY = 128 * MEGABYTE
PIECE = 256 * 1024


class _Whole(MemoryFileUploadHandler):
    """Keeps every file in memory: its size was looked at before."""

    def handle_raw_input(self, *args: Any, **named: Any) -> None:
        """Take everything in."""
        self.activated = True


class InMemory(MemoryFileUploadHandler):
    """Reads a request as a whole or not at all.

    A form that is cut off would otherwise be read as far as it came, its file shorter by some rows.
    """

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],  # noqa: N803 - Django's name
        content_length: int,
        boundary: bytes,
        encoding: str | None = None,
    ) -> tuple[Any, Any]:
        """The fields and files; `RequestDataTooBig`, or `MultiPartParserError` for half a form."""
        if content_length > LARGEST:
            _read_away(input_data, content_length)
            raise RequestDataTooBig
        body = b"".join(_pieces(input_data, content_length))
        end = b"--" + boundary + b"--"
        if len(body) < content_length or end not in body[-len(end) - 64 :]:
            raise MultiPartParserError("The form was cut off.")
        parser = MultiPartParser(META, BytesIO(body), [_Whole(self.request)], encoding)
        return parser.parse()


def _pieces(stream: Any, length: int) -> Any:
    while length > 0 and (piece := stream.read(min(length, PIECE))):
        length -= len(piece)
        yield piece


def _read_away(stream: Any, length: int) -> None:
    for _ in _pieces(stream, min(length, READ_AWAY)):
        pass
