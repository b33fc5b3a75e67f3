"""Programs that call the API: their keys, their days, their scopes."""

from datetime import date, timedelta

import pytest

from goodstanding.departments.clients import (
    close_client,
    digest_of,
    register_client,
    renew_token,
)
from goodstanding.departments.models import ApiClient, ClientKind
from goodstanding.departments.queries import actor_of_token
from goodstanding.rules.actors import Actor, Role, Scope
from goodstanding.rules.errors import Refused
from tests.departments.people import CODE, FIRST

LAST = date(2018, 6, 30)
DAY = timedelta(days=1)


@pytest.fixture
def trading(database):
    return register_client(
        name="bids",
        kind=ClientKind.DEPARTMENT,
        department="public-resources-trading",
        scopes=[Scope.CHECKS, Scope.RECALLS],
        first=FIRST,
        last=LAST,
    )


def test_a_token_is_shown_once_and_kept_as_a_digest(trading):
    _, token = trading
    stored = ApiClient.objects.values().get()
    assert token not in map(str, stored.values())
    assert stored["key_digest"] == digest_of(token)
    assert len(token) >= 43
    assert token.startswith("gs_")


@pytest.mark.parametrize(
    ("day", "known"), [(FIRST - DAY, False), (FIRST, True), (LAST, True), (LAST + DAY, False)]
)
def test_a_client_calls_from_its_first_through_its_last_day(trading, day, known):
    assert (actor_of_token(trading[1], on=day) is not None) is known


def test_a_client_acts_for_its_department_within_its_scopes(trading):
    client, token = trading
    assert actor_of_token(token, on=FIRST) == Actor(
        id=client.id,
        department="public-resources-trading",
        roles=frozenset({Role.CLIENT}),
        scopes=frozenset({"checks", "recalls"}),
        client=client.id,
    )


@pytest.mark.parametrize("token", ["", "gs_", "gs_wrong", "\0", "岚" * 50, "' OR 1=1"])
def test_an_unknown_token_is_nobody(trading, token):
    assert actor_of_token(token, on=FIRST) is None


def test_a_renewed_token_replaces_the_old_one(trading):
    client, old = trading
    new = renew_token(client)
    assert actor_of_token(old, on=FIRST) is None
    assert actor_of_token(new, on=FIRST).id == client.id


def test_a_closed_client_is_unknown_at_once(trading):
    client, token = trading
    close_client(client, on=FIRST + DAY)
    assert actor_of_token(token, on=FIRST)
    assert actor_of_token(token, on=FIRST + DAY) is None


def test_what_was_told_to_a_public_body_is_told_to_its_client(database):
    client, token = register_client(
        name="hospital", kind=ClientKind.PUBLIC_BODY, scopes=[Scope.CHECKS], first=FIRST
    )
    assert actor_of_token(token, on=FIRST).recipient == client.id


def test_an_organisations_client_reads_for_that_organisation(database):
    _, token = register_client(
        name="erp",
        kind=ClientKind.ORGANISATION,
        organisation=CODE,
        scopes=[Scope.DOSSIER],
        first=FIRST,
    )
    assert actor_of_token(token, on=FIRST).represents == {CODE}


@pytest.mark.parametrize(
    ("kind", "named", "scopes", "rule"),
    [
        ("department", {}, [], "a client of a department and no other names it"),
        ("public-body", {"department": "tax"}, [], "a client of a department and no other names"),
        ("organisation", {}, [], "a client of an organisation and no other names it"),
        ("public-body", {}, [Scope.RECORDS], "a client has the scopes of its kind"),
        ("organisation", {"organisation": CODE}, [Scope.CHECKS], "a client has the scopes"),
    ],
)
def test_a_client_that_makes_no_sense_is_refused(database, kind, named, scopes, rule):
    with pytest.raises(Refused, match=rule):
        register_client(name="x", kind=ClientKind(kind), scopes=scopes, first=FIRST, **named)


def test_a_name_is_taken_once(trading):
    with pytest.raises(Refused) as refused:
        register_client(name="bids", kind=ClientKind.PUBLIC_BODY, scopes=[], first=FIRST)
    assert refused.value.codes == ("ClientNameTaken",)
