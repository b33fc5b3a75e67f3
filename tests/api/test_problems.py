"""Every no has one form: typed, translated, complete, and with nothing in it that was sent."""

import ast
import json
from importlib import import_module
from inspect import getfile, signature
from pathlib import Path
from pkgutil import walk_packages
from string import Formatter

import pytest
from django.utils import translation

import goodstanding
from goodstanding.api.problems import TITLES, problem, status_of
from goodstanding.rules.errors import Refusal, Refused
from goodstanding.rules.policy import RoleMissing, SignInNeeded
from tests.rules.penalty_rows import identity_number

ROOMS = ("rules", "flow", "register", "departments", "catalogue", "files", "api", "web", "cli")
MEMBERS = {"type", "title", "status", "code", "detail", "refusals"}


def all_refusals():
    for room in ROOMS:
        package = import_module(f"goodstanding.{room}")
        for module in walk_packages(package.__path__, f"goodstanding.{room}."):
            if ".migrations" not in module.name:
                import_module(module.name)
    found, waiting = [], [Refusal]
    while waiting:
        one = waiting.pop()
        waiting += one.__subclasses__()
        found.append(one)
    ours = tuple(f"goodstanding.{room}." for room in ROOMS)
    found = [each for each in found if each.__module__.startswith(ours)]
    return sorted(set(found), key=lambda each: each.__name__)


def made(kind):
    """A refusal of the kind with something in each of its fields."""
    fields = [field for _, field, _, _ in Formatter().parse(kind.template()) if field]
    wanted = signature(kind.__init__).parameters
    needed = [name for name, each in wanted.items() if each.kind is each.KEYWORD_ONLY]
    own = {"suggestion"} if "known" in wanted else set()
    return kind(**{"code": "X", **{n: "岚港" for n in (*needed, *fields) if n not in own}})


def test_every_refusal_is_told_in_the_one_form():
    kinds = all_refusals()
    assert len(kinds) > 100
    for kind in kinds:
        response = problem(Refused([made(kind)]))
        body = json.loads(response.content)
        assert set(body) == MEMBERS, kind
        assert response["Content-Type"] == "application/problem+json"
        assert body["status"] == response.status_code, kind
        assert body["status"] in TITLES, kind
        [told] = body["refusals"]
        assert told["code"] == body["code"], kind
        assert told["sentence"], kind
        assert "{" not in told["sentence"], kind
        assert body["type"].endswith(body["code"])


def test_a_code_names_one_refusal_only():
    """The name of the class is the code of the API: two classes of a name would be one code."""
    names = [kind.__name__ for kind in all_refusals()]
    assert {name for name in names if names.count(name) > 1} == set()


def test_who_is_not_known_is_told_to_sign_in_before_anything_else():
    assert status_of(Refused([RoleMissing(roles=["x"]), SignInNeeded()])) == 401


def test_a_persons_number_is_never_repeated():
    refused = Refused([RoleMissing(roles=[f"a {identity_number()} b"])])
    assert identity_number()[6:14] not in problem(refused).content.decode()


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_sentences_come_in_the_readers_language(language):
    with translation.override(language):
        body = json.loads(problem(Refused([SignInNeeded()])).content)
    assert body["refusals"][0]["sentence"]


def test_the_room_says_no_in_no_other_form():
    """No view answers an error of its own making."""
    source = Path(getfile(goodstanding)).parent / "api" / "routes"
    for file in source.glob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        assert not names & {"HttpResponse", "JsonResponse", "HttpError", "Http404"}, file
