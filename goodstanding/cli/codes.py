"""``goodstanding code``: is this a unified social credit code, and of what class?"""

from typing import Any

import click

from goodstanding.cli import telling
from goodstanding.rules.identifiers import CodeJudgement, judge


@click.command("code")
@click.argument("code")
@telling.as_json
def command(code: str, as_json: bool) -> int:
    """Say whether CODE is valid (GB 32100), its class, and every problem. Needs no database."""
    judged = judge(code)
    document = _document(judged)
    telling.tell(document, _words(document), as_json=as_json)
    return telling.DONE if judged.valid else telling.REFUSED


def _document(judged: CodeJudgement) -> dict[str, Any]:
    return {
        "code": judged.code if judged.valid else telling.hidden(judged.code),
        "valid": judged.valid,
        "class": judged.class_id,
        "problems": [telling.said(problem) for problem in judged.problems],
        "warnings": [telling.said(warning) for warning in judged.warnings],
    }


def _words(document: dict[str, Any]) -> list[str]:
    found = [*document["problems"], *document["warnings"]]
    verdict = f"valid, {document['class']}" if document["valid"] else "not valid"
    return [
        f"{document['code']}: {verdict}",
        *(f"  {each['code']}: {each['sentence']}" for each in found),
    ]
