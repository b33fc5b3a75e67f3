"""Every story under this folder is played on a register of its own, and every expectation holds."""

from pathlib import Path

import pytest

from goodstanding.cli.stories.run import play
from goodstanding.cli.stories.story import read

HERE = Path(__file__).parent
RULEBOOK = HERE.parents[1] / "rulebook"
STORIES = sorted(HERE.glob("*.yaml"))


def test_there_are_stories():
    assert len(STORIES) >= 1


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_the_story_holds(path, database):
    played = play(read(path), rulebook=RULEBOOK)
    assert played.failures == ()
    assert played.expectations
