"""One broken pack for each way to be broken: the code is the name of its file."""

import re
from pathlib import Path

import pytest

from goodstanding.rules.catalogue import Problem, decode, lint, lint_chain
from goodstanding.rules.catalogue.problems import PackProblem
from goodstanding.rules.errors import Refused
from tests.rules.catalogue.packs import DONGGUAN_FILES, FIXTURES, HARBOUR_FILES, read_pack

BROKEN = sorted((FIXTURES / "broken").glob("*.yaml"))
BROKEN_AMENDMENTS = sorted((FIXTURES / "broken-amendments").glob("*.yaml"))
SOUND = sorted((FIXTURES / "sound").glob("*.yaml"))
CODES = {path.stem.split("-")[0] for path in (*BROKEN, *BROKEN_AMENDMENTS)}
BASE = decode(read_pack(FIXTURES / "harbour-later"))
BARE = read_pack(FIXTURES / "harbour-bare")
LINE = re.compile(rb"# .* line: (\d+)")


def test_the_tiny_pack_has_no_problem() -> None:
    assert lint(HARBOUR_FILES) == []


def test_the_pack_dongguan_2018_has_no_problem() -> None:
    assert lint(DONGGUAN_FILES) == []


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_pack_is_told_what_is_wrong_where_and_how_to_mend_it(path: Path) -> None:
    name, data = f"z-{path.name}", path.read_bytes()
    (found,) = lint({**HARBOUR_FILES, name: data})
    assert_told(found, name, path, data)


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_what_is_just_lawful_is_no_problem(path: Path) -> None:
    assert lint({**HARBOUR_FILES, path.name: path.read_bytes()}) == []


def assert_told(found: Problem, name: str, path: Path, data: bytes) -> None:
    """With the code that names the fixture, the line its first comment gives, and a cure."""
    line = LINE.match(data)
    assert line
    place = (path.stem.split("-")[0], name, int(line[1]))
    assert (found.code, found.file, found.line) == place
    assert found.place.startswith(f"line {found.line}")
    assert found.sentence
    assert found.cure
    assert "{" not in found.sentence + found.cure


def test_every_code_has_a_broken_pack() -> None:
    codes = {kind.__name__ for kind in PackProblem.__subclasses__()}
    assert codes - CODES == {"PackHeadMissing"}


def judged(name: str, data: bytes) -> list[Problem]:
    """A broken amendment; one with a head of its own is read with the packs there are."""
    if b"\npack:" not in data:
        return lint({**BARE, name: data}, BASE)
    packs = {"harbour": read_pack(FIXTURES / "harbour-later"), "harbour-2026": {name: data}}
    if b"amends: haven" in data:
        return lint({name: data}, BASE)
    return lint_chain({name: data}, packs.get)


@pytest.mark.parametrize("path", BROKEN_AMENDMENTS, ids=lambda path: path.stem)
def test_a_broken_amendment_is_told_the_line_and_the_cure(path: Path) -> None:
    data = path.read_bytes()
    (found,) = judged(path.name, data)
    assert_told(found, path.name, path, data)


def test_there_are_more_than_eighty_broken_packs() -> None:
    assert len(BROKEN) + len(BROKEN_AMENDMENTS) > 80


def test_an_id_keeps_its_meaning_in_the_version_that_follows() -> None:
    (name, data), *_ = HARBOUR_FILES.items()
    changed = {name: data.replace(b"unit: working_days", b"unit: calendar_days")}
    first = decode(HARBOUR_FILES)
    assert lint(HARBOUR_FILES, previous=first) == []
    (found,) = lint(changed, previous=first)
    assert (found.code, found.file) == ("IdReused", name)
    assert "unit was working_days, is calendar_days" in found.sentence
    with pytest.raises(Refused):
        decode(changed, previous=first)
    assert decode(changed).digest


def test_a_pack_without_files_has_no_head() -> None:
    assert [found.code for found in lint({})] == ["PackHeadMissing"]


def test_decode_refuses_with_every_problem_at_once() -> None:
    names = ("PersonTarget", "TranslationMissing", "SourceAndDefault", "NotYaml")
    broken = {f"z-{name}": (FIXTURES / "broken" / f"{name}.yaml").read_bytes() for name in names}
    with pytest.raises(Refused) as refused:
        decode({**HARBOUR_FILES, **broken})
    assert sorted(refused.value.codes) == sorted(names)


@pytest.mark.parametrize(
    "data",
    [b"\xff\xfe", b"- a", b"procedures: 3", b"? [a]\n: b", b"a: &a [*a]", b"\x00", b"pack: []"],
)
def test_a_file_that_is_no_pack_is_a_problem_and_never_a_crash(data: bytes) -> None:
    assert lint({**HARBOUR_FILES, "z.yaml": data})


def test_a_word_near_a_known_one_is_suggested() -> None:
    path = FIXTURES / "broken" / "UnknownDepartment.yaml"
    (found,) = lint({**HARBOUR_FILES, "z.yaml": path.read_bytes()})
    assert "Did you mean market-regulation?" in found.sentence
