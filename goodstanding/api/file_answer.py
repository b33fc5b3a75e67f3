"""A route that answers with a file instead of JSON."""

from django.http import HttpResponse


class FileAnswer(HttpResponse):
    """Bytes to be kept, never shown in place: the name says what they are.

    Args:
        data: the file.
        media: its media type.
        name: under which it is kept, plain letters only.
    """

    def __init__(self, data: bytes, *, media: str, name: str) -> None:
        kept = {
            "Content-Disposition": f'attachment; filename="{name}"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Cache-Control": "no-store",
        }
        super().__init__(data, content_type=media, headers=kept)
