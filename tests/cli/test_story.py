"""Stories from the command line: on a server of their own, exit 0 only if all holds."""

from tests.cli.running import ROOT

STORY = ROOT / "tests" / "stories" / "withdrawn.yaml"


def test_a_story_that_holds_and_one_that_does_not(shell, tmp_path):
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(STORY.read_text().replace("answer: stayed, act_as", "answer: clear, act_as"))
    (tmp_path / "broken.yaml").write_text("steps: [{")
    done = shell("story", STORY, wrong, tmp_path / "broken.yaml", "--json")
    assert done.status == 1
    told = done.document
    assert told["held"] is False
    assert [each["held"] for each in told["stories"]] == [True, False, False]
    assert "expected 'clear', found 'stayed'" in told["stories"][1]["failures"][0]
    assert told["stories"][2]["failures"][0].startswith("StoryUnreadable")
