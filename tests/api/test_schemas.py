"""What strangers see is named here, field by field; and the description is the committed one."""

import json
from pathlib import Path

from goodstanding.api import public_schemas
from goodstanding.api.description import FILE, description
from tests.api.world import ACME

PUBLIC = {
    "FoundOut": ["code", "name", "matched_by", "matched"],
    "SearchOut": ["items", "next"],
    "PublicRecordOut": [
        *("id", "record_kind", "authority", "department", "document", "decided_on", "disputed"),
        *(
            "not_after",
            "text_under_review",
            "corrected_on",
            "correction",
            "conduct",
            "facts",
            "penalty",
            "licensed",
            "basis",
        ),
    ],
    "GoneOut": ["on", "basis", "cited", "document"],
    "StubOut": ["id", "document", "withdrawn_on", "reason", "not_after", "content_removed"],
    "PublicDesignationOut": [
        *("id", "ground", "department", "authority", "document", "state", "first_day"),
        *("last_day", "way_back"),
    ],
    "ExemplarOut": [
        *("id", "organisation", "name", "ground", "field", "department", "document"),
        *("decided_on", "first_day", "not_after"),
    ],
    "ExemplarsOut": ["on", "valid_until", "position", "items", "next"],
    "BorneNameOut": ["name", "since", "until"],
    "FormerCodeOut": ["code", "replaced_on"],
    "LinkedOut": ["code", "name", "by", "manner", "on"],
    "RegistrationOut": [
        *("code", "names", "former_codes", "established_on", "status", "status_since"),
        *("end_reason", "predecessors", "successors"),
    ],
    "PublicPromiseOut": [
        *("id", "organisation", "name", "template", "area", "standard", "standard_scope"),
        *("standard_edition", "department", "made_on", "due_on", "state", "by_rule", "not_after"),
    ],
    "PublicPromisesOut": ["items", "next"],
    "PublicOrganisationOut": [
        *("code", "name", "registration", "on", "records", "withdrawn", "designations"),
        "shield",
    ],
}


def test_strangers_see_these_fields_and_no_others():
    found = {
        name: list(schema.model_fields)
        for name, schema in vars(public_schemas).items()
        if isinstance(schema, type) and schema.__module__ == public_schemas.__name__
    }
    assert found == PUBLIC


def test_the_public_page_shows_what_is_named_and_nothing_else(world):
    record = world.record()
    world.listed(record)
    page = world.caller("visitor").read(f"/organisations/{ACME}")
    assert list(page) == PUBLIC["PublicOrganisationOut"]
    assert list(page["records"][0]) == PUBLIC["PublicRecordOut"]
    assert list(page["designations"][0]) == PUBLIC["PublicDesignationOut"]


def test_the_description_is_the_committed_one():
    """After a change of the API: python -m goodstanding.api.description, and look at the diff."""
    committed = json.loads(Path(FILE).read_text(encoding="utf-8"))
    assert committed == description()


def test_the_description_is_openapi_3_1_and_tells_of_every_no():
    told = description()
    assert told["openapi"].startswith("3.1")
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            assert "default" in operation["responses"], (path, method)
            assert operation["operationId"], (path, method)
            assert operation["description"], (path, method)


def test_the_description_is_served(world):
    assert world.caller("visitor").read("/openapi.json") == description()
