"""What can be wrong with an item that is handled on application."""

from goodstanding.rules.catalogue.problems import PackProblem


class LawfulPaperSecondary(PackProblem):
    """The paper {paper} is required by law and is marked as secondary."""

    cure = "Mark it main: true. What a law requires is never left for later."


class PaperTwice(PackProblem):
    """The paper {paper} stands twice among the papers of the item."""

    cure = "Remove one of the two, or give the other an id of its own."


class NothingMayFollow(PackProblem):
    """The item gives a time for papers to follow, and none of its papers may."""

    cure = "Mark a paper that no law requires main: false, or remove follow."


class ConsequenceMissing(PackProblem):
    """The item lets papers follow and does not say what comes where they never do."""

    cure = "Add not_supplied: what the department may do after notice, in both languages."


class FastLaneLonger(PackProblem):
    """From {day} the fast lane takes {fast} working days, the ordinary way {ordinary}."""

    cure = "Give the fast lane at most {ordinary} working days, or remove fast."
