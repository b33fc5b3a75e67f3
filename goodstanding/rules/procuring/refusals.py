"""What stands against a step of a procedure case."""

from goodstanding.rules.errors import Conflict, NotFound, Refusal


class ProcedureWithoutStages(Refusal):
    """No cases of {procedure} are kept, because the rulebook gives it no stages. Ask about it with a
    check."""


class ProcedureStageUnknown(Refusal):
    """{procedure} has no stage {stage}; its stages are: {stages}."""


class CaseNumberMissing(Refusal):
    """Give the number under which your department keeps the case."""


class CaseNumberTaken(Conflict):
    """Your department keeps a case {number} of this procedure already; go on with that one."""


class RuleDocumentMissing(Refusal):
    """Points are promised by a document of the case: give its number, and the place in it."""


class PointsNotUsable(Refusal):
    """{points} is no number of points. Write one above 0 with at most two decimals, for example 1.5."""


class PointsAboveCap(Refusal):
    """{points} points are above the cap of the rulebook for {measure}: promise at most {cap}."""


class NoSuchBonus(Refusal):
    """The rulebook knows no bonus {effect} at this procedure today; leave it out."""


class ProcedureCaseUnknown(NotFound):
    """Your department keeps no case {case}. A case is its own department's alone."""


class ProcedureCaseClosed(Conflict):
    """The case was closed on {closed_on}: nothing more is entered in it."""


class CaseStagePassed(Conflict):
    """The case is at the stage {stage} already; it moves forward only."""


class StageLeftOut(Conflict):
    """After {stage} comes {next}; no stage is left out."""


class BiddersClosed(Conflict):
    """Bidders are entered at the stage {first}; the case is at {stage}."""


class BidderTwice(Conflict):
    """Row {row}: {organisation} is in the case already. Leave the row out."""


class BiddersTooMany(Refusal):
    """A case takes at most {limit} bidders; with these it would have {count}."""


class BiddersLacking(Conflict):
    """There is no bidder in the case yet. Enter them first."""


class BidderUnknown(NotFound):
    """{organisation} is no bidder of this case."""


class ResultUnknown(Refusal):
    """{result} is no result; it is one of: {results}."""


class ResultOutOfTime(Conflict):
    """Results are recorded at the stage {due}; the case is at {stage}."""


class ExclusionUnanswered(Refusal):
    """Row {row}: a restriction in force keeps {organisation} out of this procedure. Say why it does not
    apply to this case, or record that it was not awarded."""


class ResultsLacking(Conflict):
    """{count} bidders have no result yet. Record every result before the case goes on."""


class NobodyAwarded(Conflict):
    """The case was awarded to nobody, so nothing is paid. Close it."""


class NotAtPayment(Conflict):
    """A payment basis is drawn up at the stage pay; the case is at {stage}."""


class PayWithoutCheck(Conflict):
    """{count} of those awarded were not asked about today, at the stage of payment. Ask again, then
    draw up the payment basis."""


class AnswersMoved(Conflict):
    """Since you looked, the answers about {count} bidders changed. Look again before you go on."""


class ThirdPartySourceMissing(Refusal):
    """Say who made the report, for example the agency's name and the day of the report."""


class ThirdPartyReportGraded(Refusal):
    """The report carries a grade, a score or a rank, and nothing of it was kept. Ask for one that tells
    facts alone."""


class ThirdPartyReportUnread(Refusal):
    """The text of the report cannot be read here. State that it carries no grade and no score, or send
    one with a text layer."""
