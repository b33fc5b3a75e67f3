"""Files of evidence, made small: pictures of one pixel, PDFs of one page."""

import zlib
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject


def picture(shade: int, *, comment: str = "") -> bytes:
    """A PNG of one grey pixel, with a comment where one is given."""
    head = (1).to_bytes(4, "big") * 2 + bytes([8, 0, 0, 0, 0])
    text = _chunk(b"tEXt", b"Comment\x00" + comment.encode()) if comment else b""
    pixel = _chunk(b"IDAT", zlib.compress(bytes([0, shade])))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + text + pixel + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data).to_bytes(4, "big")
    return len(data).to_bytes(4, "big") + kind + data + check


def photo(comment: str = "") -> bytes:
    """The beginning of a JPEG, which is all that is looked at."""
    said = comment.encode()
    remark = b"\xff\xfe" + (len(said) + 2).to_bytes(2, "big") + said if comment else b""
    return b"\xff\xd8" + b"\xff\xe0\x00\x04JF" + remark + b"\xff\xda\x00\x02\x00\xff\xd9"


def paper(text: str = "", *, pages: int = 1, password: str = "", title: str = "") -> bytes:
    """A PDF with a text on its first page."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    _write(writer, text)
    if title:
        writer.add_metadata({"/Title": title})
    if password:
        writer.encrypt(password)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _write(writer: PdfWriter, text: str) -> None:
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page = writer.pages[0]
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 10 100 Td ({text}) Tj ET".encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(stream)
