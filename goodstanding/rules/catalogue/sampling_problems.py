"""What can be wrong with a table of sampling."""

from goodstanding.rules.catalogue.problems import PackProblem


class SharesOutOfOrder(PackProblem):
    """The shares are not in order: reduced, ordinary, raised."""

    cure = "Give a reduced share that is at most the ordinary one, and that at most the raised one."


class SamplingRuleUnfinished(PackProblem):
    """The rule of sampling says too little or too much; one of this kind has: {needs}."""

    cure = "Write exactly these keys: {needs}."


class MeasureIsNoAdvantage(PackProblem):
    """The measure {measure} is a burden; only an advantage leads to the reduced rate."""

    cure = "Name a measure whose sense is advantage."


class RecordKindNotAdverse(PackProblem):
    """A record of the kind {kind} never speaks against anybody, so it raises no rate."""

    cure = "Name kinds of record that are adverse."


class ItemWithoutTable(PackProblem):
    """No table of sampling is for the field {field}, so the item cannot be drawn for."""

    cure = "Add a table of the field to sampling_tables, or correct the field."
