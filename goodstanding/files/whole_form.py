"""A form with files is read as a whole or not at all, and stays in memory.

A file may hold what must never lie on a disk in the clear. And a form that is cut off would be read
as far as it came: a file shorter by some rows, with nothing to tell it from a whole one.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http.multipartparser import MultiPartParser, MultiPartParserError

MEGABYTE = 1024 * 1024
#: So much of what is too large is read and thrown away: a browser that is still sending when it is
#: answered shows a broken connection instead of our page.
READ_AWAY = 128 * MEGABYTE
PIECE = 256 * 1024


class WholeForm(MemoryFileUploadHandler):
    """Takes a form up to ``largest`` bytes; a subclass says how many."""

    largest: int

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],  # noqa: N803 - Django's name
        content_length: int,
        boundary: bytes,
        encoding: str | None = None,
    ) -> tuple[Any, Any]:
        """The fields and files; `RequestDataTooBig`, or `MultiPartParserError` for half a form."""
        if content_length > self.largest:
            _read_away(input_data, content_length)
            raise RequestDataTooBig
        body = b"".join(_pieces(input_data, content_length))
        end = b"--" + boundary + b"--"
        if len(body) < content_length or end not in body[-len(end) - 64 :]:
            raise MultiPartParserError("The form was cut off.")
        return MultiPartParser(META, BytesIO(body), [_Kept(self.request)], encoding).parse()


class _Kept(MemoryFileUploadHandler):
    """Keeps every file in memory: the size of the whole was looked at before."""

    def handle_raw_input(self, *args: Any, **named: Any) -> None:
        """Take everything in."""
        self.activated = True


def _pieces(stream: Any, length: int) -> Iterator[bytes]:
    while length > 0 and (piece := stream.read(min(length, PIECE))):
        length -= len(piece)
        yield piece


def _read_away(stream: Any, length: int) -> None:
    for _ in _pieces(stream, min(length, READ_AWAY)):
        pass
