"""What can be wrong with what a pack says a measure does at a procedure."""

from goodstanding.rules.catalogue.problems import PackProblem


class BonusWithoutCap(PackProblem):
    """Bonus points without a cap: a case's own rule could promise any number."""

    cure = "Add cap: points, with its citation or to_confirm: true."


class CapWithoutBonus(PackProblem):
    """A cap on what gives no points ({does})."""

    cure = "Remove cap; only a bonus has points."


class CapNotUsable(PackProblem):
    """The cap is {points} points; it must be above 0, at most 100, with at most two decimals."""

    cure = 'Write the points as text, for example "2.5".'


class EffectAgainstItsSense(PackProblem):
    """The measure {measure} is {sense}, and {does} is not."""

    cure = (
        "An advantage gives bonus, priority or simplified-steps; a restriction is an exclusion or a "
        "closer-look."
    )


class MeasureNotAtProcedure(PackProblem):
    """A check for {procedure} never shows the measure {measure}."""

    cure = "Add {procedure} to procedures of the measure, or remove the entry."


class StageNotOfProcedure(PackProblem):
    """The procedure {procedure} has no stage {stage}; it has: {stages}."""

    cure = "Name stages of the procedure, or none for all of them."


class StagesOutOfOrder(PackProblem):
    """The stages {stages} are not in order, each once, beginning with accept."""

    cure = "Write them in the order accept, award or decide, pay."


class EffectUnsaid(PackProblem):
    """The measure touches the procedure {procedure}, which has stages, and nothing says what it does
    there."""

    cure = "Add an entry to procedure_effects for this measure and procedure."
