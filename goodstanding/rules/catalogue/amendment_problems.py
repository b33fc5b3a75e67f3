"""What can be wrong with a pack that amends another."""

from goodstanding.rules.catalogue.problems import PackProblem


class BaseMissing(PackProblem):
    """The pack amends {amends}, and that rulebook is not at hand."""

    cure = "Correct amends, or put the pack {amends} beside this one."


class AmendsAnother(PackProblem):
    """The pack amends {amends}, but it is read over {base}."""

    cure = "Correct amends in the section pack, or read the pack over {amends}."


class AmendsInACircle(PackProblem):
    """The packs amend one another in a circle: {circle}."""

    cure = "Let one of them stand alone: remove its amends."


class AmendmentTooEarly(PackProblem):
    """The first day {first} is not after {base_first}, the first day of {base}."""

    cure = "Give a later in_force_from; before it the rules of {base} hold."


class NotAnAmendment(PackProblem):
    """{key} is for a pack that amends another; this pack stands alone."""

    cure = "Remove {key}, or say in the section pack which rulebook it amends."


class TransitionMissing(PackProblem):
    """The entry replaces {id} and does not say what open matters take."""

    cure = "Add transition: keep (the old), new, or lighter (what weighs less)."


class ReplacedOnAnotherDay(PackProblem):
    """The entry replaces {id} from {day}, but the amendment is in force from {first}."""

    cure = "Write in_force: from {first}; a change of another day is an amendment of its own."


class ChangesThePast(PackProblem):
    """The change holds from {day}, before {first}, the first day of the amendment."""

    cure = "Let it hold from {first} or later; earlier days keep the rules they had."


class AlreadyEnded(PackProblem):
    """{id} has ended by {day} already."""

    cure = "Remove it from ends, or correct the id or the day."


class EndedAndReplaced(PackProblem):
    """{id} is ended and replaced by the same amendment."""

    cure = "Either replace it and give the new entry an until, or end it."


class IdReused(PackProblem):
    """The id {id} stands for something else in {base}: {what}."""

    cure = (
        "Give the new entry an id of its own and end the old one; an id keeps its meaning for ever."
    )
