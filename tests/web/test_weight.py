"""What a page costs: so many queries and no more, and light enough for a slow phone."""

from pathlib import Path

import pytest
import yaml
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web.pages import pages

FEW = Path(__file__).parent / "cases" / "queries.yaml"
STATIC = Path(__file__).parents[2] / "goodstanding" / "web" / "static" / "web"
#: A page with the style it needs, nothing of it compressed.
LIGHT = 100_000


@pytest.fixture
def looked_at(city):
    """Each page opened by its first reader a second time: its bytes and its queries."""
    found = {}
    for name, (address, readers) in pages(city).items():
        client = city.client(readers[0])
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            body = client.get(address).content
        found[name] = len(body), len(queries)
    return found


def test_every_page_costs_what_it_cost_and_stays_light(looked_at):
    fixed = yaml.safe_load(FEW.read_text())
    asked = {name: queries for name, (_, queries) in looked_at.items()}
    more = {name: n for name, n in asked.items() if n > fixed.get(name, 0)}
    assert more == {}, "a page asks more than it did, or is new: say so in cases/queries.yaml"
    assert sorted(fixed) == sorted(asked)
    style = sum(file.stat().st_size for file in STATIC.glob("*.css"))
    assert {name: size for name, (size, _) in looked_at.items() if size + style > LIGHT} == {}
