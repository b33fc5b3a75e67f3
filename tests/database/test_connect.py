"""Addresses become Django's connections; secrets stay in the data folder."""

import base64
from pathlib import Path

import pytest

from config.secret_key import report_key, secret_key
from goodstanding.database import connect


def test_every_part_of_an_address_arrives():
    found = connect.connection("postgresql://a%40b:p%2Fw@db.example:6432/name?sslmode=require")
    assert found["USER"] == "a@b"
    assert found["PASSWORD"] == "p/w"
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("db.example", "6432", "name")
    assert found["OPTIONS"]["sslmode"] == "require"


def test_the_owner_is_another_connection_only_if_named():
    url = "postgresql://app@h/n"
    alone = connect.databases({"DATABASE_URL": url})
    both = connect.databases({"DATABASE_URL": url, "DATABASE_OWNER_URL": "postgresql://own@h/n"})
    assert alone["owner"]["USER"] == "app"
    assert both["owner"]["USER"] == "own"


@pytest.mark.parametrize(("asked", "pooled"), [("1", True), ("", False)])
def test_only_a_serving_process_keeps_a_pool(asked, pooled):
    found = connect.databases({"DATABASE_URL": "postgresql://h/n", "GOODSTANDING_POOL": asked})
    assert ("pool" in found["default"]["OPTIONS"]) is pooled
    assert "pool" not in found["owner"]["OPTIONS"]


def test_a_key_is_made_once_and_for_its_owner_alone(tmp_path: Path):
    first = secret_key({}, tmp_path / "data")
    assert len(first) > 40
    assert secret_key({}, tmp_path / "data") == first
    assert (tmp_path / "data" / "secret-key").stat().st_mode & 0o077 == 0
    assert secret_key({"GOODSTANDING_SECRET_KEY": "named"}, tmp_path) == "named"
    signing = report_key({}, tmp_path / "data")
    assert (len(base64.b64decode(signing)), report_key({}, tmp_path / "data")) == (32, signing)
    assert (tmp_path / "data" / "report-key").stat().st_mode & 0o077 == 0
    assert report_key({"GOODSTANDING_REPORT_KEY": "named"}, tmp_path) == "named"
