"""A sampling rate looks at an organisation's own records in the field of the plan, at nothing else."""

from .source import PRODUCT

RATED = ("flow/sampling_facts.py", "rules/inspection/rates.py")


def test_no_standing_condition_is_asked_for_a_rate():
    """Three clean years look at the records of every field (`scope.md` 4, decision 0048)."""
    asked = [each for each in RATED if "rules.condition" in (PRODUCT / each).read_text()]
    assert asked == []
