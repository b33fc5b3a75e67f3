"""The text of a file, read as it is walked: never the whole of it in memory."""

import codecs
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple, TextIO

from goodstanding.files.refusals import EncodingUnknown, NotASpreadsheet
from goodstanding.rules.errors import Refused

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f]")
ENCODINGS = ("utf-8-sig", "gb18030")
BLOCK = 1 << 20


class Text(NamedTuple):
    """A file that is text throughout, in an encoding; it can be opened again and again."""

    source: Path | bytes
    encoding: str

    def open(self, newline: str = "") -> TextIO:
        """The text from its beginning; ``newline`` as for `open`."""
        return io.TextIOWrapper(_opened(self.source), encoding=self.encoding, newline=newline)


def text_of(source: Path | bytes) -> Text:
    """UTF-8 if all of it can be, else GB18030; raises `EncodingUnknown`, `NotASpreadsheet`."""
    for encoding in ENCODINGS:
        try:
            binary = any(map(CONTROL.search, _decoded(source, encoding)))
        except UnicodeDecodeError:
            continue
        if binary:
            raise Refused([NotASpreadsheet(found="binary")])
        return Text(source, encoding)
    raise Refused([EncodingUnknown()])


def decode(data: bytes) -> str:
    """The whole text of a small file; raises as `text_of`."""
    with text_of(data).open() as file:
        return file.read()


def _decoded(source: Path | bytes, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    with _opened(source) as file:
        while block := file.read(BLOCK):
            yield decoder.decode(block)
    yield decoder.decode(b"", final=True)


def _opened(source: Path | bytes) -> BinaryIO:
    return io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")
