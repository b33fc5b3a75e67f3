"""One broken pack for each way to be broken: the code is the name of its file."""

from pathlib import Path

import pytest

from goodstanding.rules.catalogue import decode, lint, problems
from goodstanding.rules.catalogue.problems import PackProblem
from goodstanding.rules.errors import Refused
from tests.rules.catalogue.packs import DONGGUAN_FILES, FIXTURES, HARBOUR_FILES

BROKEN = sorted((FIXTURES / "broken").glob("*.yaml"))
CODES = {path.stem.split("-")[0] for path in BROKEN}


def test_the_tiny_pack_has_no_problem() -> None:
    assert lint(HARBOUR_FILES) == []


def test_the_pack_dongguan_2018_has_no_problem() -> None:
    assert lint(DONGGUAN_FILES) == []


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_pack_is_told_what_is_wrong_where_and_how_to_mend_it(path: Path) -> None:
    name = f"z-{path.name}"
    (found,) = lint({**HARBOUR_FILES, name: path.read_bytes()})
    assert found.code == path.stem.split("-")[0]
    assert found.file == name
    assert found.place.startswith("line ")
    assert found.sentence
    assert found.cure
    assert "{" not in found.sentence + found.cure


def test_every_code_has_a_broken_pack() -> None:
    codes = {
        name
        for name, kind in vars(problems).items()
        if isinstance(kind, type) and issubclass(kind, PackProblem) and kind is not PackProblem
    }
    assert codes - CODES == {"PackHeadMissing"}


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
