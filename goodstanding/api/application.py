"""The API as a whole: its routes, and its description as OpenAPI 3.1."""

from typing import Any

from django.http import Http404
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import REF_TEMPLATE, OpenAPISchema
from ninja.operation import Operation
from pydantic.json_schema import models_json_schema

from goodstanding.api import door
from goodstanding.api.once import once
from goodstanding.api.problem_schemas import ProblemOut
from goodstanding.api.problems import MEDIA_TYPE
from goodstanding.api.routes import (
    applications,
    changes,
    checks,
    consents,
    designations,
    evidence,
    exemplars,
    inspections,
    intake,
    letters,
    messages,
    organisations,
    procedures,
    proceedings,
    promises,
    recalls,
    records,
    removals,
    repairs,
    returns,
    sandbox,
    service,
    tasks,
    watches,
)
from goodstanding.api.texts import GuardedJson

_DESCRIPTION = """The register of organisations' administrative standing, for programs.

Sign in with `Authorization: Bearer TOKEN`, or with the session of the site and its `X-CSRFToken`.
A write may carry `Idempotency-Key`: sent twice it is done once. Sentences come in the language of
`Accept-Language`; codes never change."""

_SECURITY = {
    "token": {"type": "http", "scheme": "bearer"},
    "session": {"type": "apiKey", "in": "cookie", "name": "sessionid"},
}
_KEY = {
    "in": "header",
    "name": "Idempotency-Key",
    "required": False,
    "schema": {"type": "string", "maxLength": 200},
    "description": "Sent twice with one key, a write is done once, for seven days.",
}


class Api(NinjaAPI):
    """The API, whose description tells of problems, of sign-in and of idempotency too."""

    def get_openapi_schema(self, **named: Any) -> OpenAPISchema:
        """The description of every route."""
        schema = super().get_openapi_schema(**named)
        parts = schema["components"]
        _, defined = models_json_schema([(ProblemOut, "serialization")], ref_template=REF_TEMPLATE)
        parts["schemas"] |= defined["$defs"]
        parts["securitySchemes"] = _SECURITY
        schema["security"] = [{}, {"token": []}, {"session": []}]
        for path in schema["paths"].values():
            for method, operation in path.items():
                _tell(method, operation)
        return schema

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Noun and step: stable, and fit for the name of a function of a client."""
        noun = operation.view_func.__module__.rsplit(".", 1)[-1]
        return f"{noun}-{operation.view_func.__name__}"


def _tell(method: str, operation: dict[str, Any]) -> None:
    problem = {"schema": {"$ref": REF_TEMPLATE.format(model="ProblemOut")}}
    operation["responses"]["default"] = {
        "description": "Everything that stands against the request",
        "content": {MEDIA_TYPE: problem},
    }
    if method != "get":
        operation["parameters"].append(_KEY)


api = Api(
    title="Goodstanding",
    version="1",
    description=_DESCRIPTION,
    urls_namespace="api",
    parser=GuardedJson(),
)
api.add_decorator(once, mode="view")
for error in (Exception, Http404, HttpError, ValidationError):
    api.add_exception_handler(error, door.refused)  # type: ignore[arg-type]
for room in (
    organisations,
    checks,
    intake,
    designations,
    exemplars,
    records,
    repairs,
    promises,
    removals,
    evidence,
    procedures,
    proceedings,
    applications,
    letters,
    service,
    tasks,
    recalls,
    watches,
    consents,
    inspections,
    changes,
    returns,
    messages,
    sandbox,
):
    api.add_router("", room.router)
