"""The description of the API as it is committed: ``manage.py describe_api`` refreshes it."""

import json
from pathlib import Path
from typing import Any

from goodstanding.api.application import api

FILE = Path(__file__).resolve().parents[2] / "docs" / "api" / "openapi.json"


def description() -> dict[str, Any]:
    """The description as OpenAPI 3.1, in plain values."""
    schema: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/")))
    return schema


def write() -> None:
    """Bring the committed file up to date."""
    text = json.dumps(description(), ensure_ascii=False, indent=2, sort_keys=True)
    FILE.write_text(text + "\n", encoding="utf-8")
