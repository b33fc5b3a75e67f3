"""Uploaded bytes stay in memory: a file may hold what must never lie on a disk in the clear."""

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import MemoryFileUploadHandler

LARGEST = 16 * 1024 * 1024


class InMemory(MemoryFileUploadHandler):
    """Keeps every file in memory, and refuses a request that is larger than one may be."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],  # noqa: N803 - Django's name
        content_length: int,
        boundary: bytes,
        encoding: str | None = None,
    ) -> None:
        """Decide by the announced length, before anything is read."""
        if content_length > LARGEST:
            raise RequestDataTooBig
        self.activated = True
