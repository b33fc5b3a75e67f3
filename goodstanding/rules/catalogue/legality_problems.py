"""What a pack may say in good form and yet may not do."""

from goodstanding.rules.catalogue.problems import PackProblem


class Unconnected(PackProblem):
    """The ground is of the field {field}; the measure {measure} is connected with {fields}."""

    cure = (
        "Remove the pair. Where the article itself ties this conduct to this measure, and is of a law, "
        "an administrative regulation or a local regulation, mark that citation connects: true."
    )


class FieldsMissing(PackProblem):
    """The restriction does not say which fields it is connected with."""

    cure = "Add fields: the fields whose grounds may lead to it, named one by one."


class UnknownField(PackProblem):
    """No ground of the pack is of the field {field}.{suggestion}"""

    cure = "Correct the field, or add a ground of it."


class NotCompetentToDecide(PackProblem):
    """The department {department} is not competent to decide in the field {field} on {day}."""

    cure = (
        "Name a competent department in deciding, or add the competence with its dates and its law."
    )


class NotCompetentToCarryOut(PackProblem):
    """The department {department} runs none of the procedures of the measure on {day}: {procedures}."""

    cure = (
        "Name the department that runs them, or add them to implements in its competences, with the "
        "dates."
    )


class PeriodBeyondLegalMaximum(PackProblem):
    """{months} months is longer than the law allows: at most {limit} ({by})."""

    cure = "Give at most {limit} months."


class BeforeTheFirstValue(PackProblem):
    """The number {id} is needed from {day}, and its first value holds from {first}."""

    cure = "Add a value of {id} from {day} or earlier, or let the entry begin later."


class UnitDiffers(PackProblem):
    """The number {id} is in {unit}; here it must be in {expected}."""

    cure = "Name a number in {expected}, or correct its unit."


class BlockedInstrument(PackProblem):
    """The entry cites {basis}, whose decisions stay outside the register."""

    cure = "Remove the citation: speech, assembly, conscience and military service stay outside."


class BasisEndsEarlier(PackProblem):
    """The basis {instrument} ends with {day}, and the entry that rests on it runs on."""

    cure = "Give the entry the same last day, or cite what carries it on."


class NotTheMostFavourable(PackProblem):
    """The value from {since} is {value}, while {best} is the most favourable of its candidates."""

    cure = "Use {best} until the number is confirmed."


class DirectionMissing(PackProblem):
    """The number has candidates, and nothing says which is better for the organisation."""

    cure = "Add favours: longer, or favours: shorter."


class CandidatesWithoutDoubt(PackProblem):
    """The value from {since} has candidates, though it is confirmed."""

    cure = "Remove candidates, or mark the value to_confirm: true, or its citation to_confirm."


class SeesInACircle(PackProblem):
    """The instruments point at one another in a circle: {circle}."""

    cure = "Let see name the instrument that came later, and the last one none."


class OpensNothing(PackProblem):
    """The class of data {id} opens nothing."""

    cure = "Add records or facts, or remove the class."


class PurposeOfNoLender(PackProblem):
    """The purpose belongs to the procedure {procedure}, which may answer with a restriction."""

    cure = "Name loan or insurance: what they answer is advantage or clear."
