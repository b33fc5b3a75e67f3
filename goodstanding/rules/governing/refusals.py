"""What stands against putting a version of the law in force."""

from goodstanding.rules.errors import Conflict, NotFound, Refusal


class ApprovalsNeeded(Conflict):
    """The register is in use: a new version of the law is drafted and approved by two people. Only
    an empty register is set up with one step."""


class AlreadyDrafted(Conflict):
    """This very version is put forward already and waits for approval: approve it, or withdraw it."""


class AlreadyInForce(Conflict):
    """This very version was approved or activated already; there is nothing to put forward."""


class DraftUnknown(NotFound):
    """Nothing was drafted with the digest {digest}; take the digest from the list of versions."""


class DraftClosed(Conflict):
    """This draft no longer waits: it was withdrawn, or two people approved it. Draft a version anew."""


class FirstDayPassed(Refusal):
    """The first day of this version, {first}, has passed: no version changes what already was. Give
    it a later first day and draft it again."""


class UnsureNotAcknowledged(Refusal):
    """These values burden organisations and are still to be confirmed: {unsure}. Look at each and
    acknowledge it, or have it confirmed first."""


class NotUnsure(Refusal):
    """Nothing of this version is to be confirmed under {unsure}; take the ids from its page."""


class ReportMissing(Conflict):
    """Nobody has had this very version run dry: run it dry, look at the report, then approve."""


class ReportOfAnother(Refusal):
    """The report {report} is not about this version, or is not kept here: take that of its page."""


class ReportTooOld(Conflict):
    """The dry run report is of {made_on}, and may be {days} days old at most: run it dry again and look
    at the new report."""


class ReportBehind(Conflict):
    """Another version or calendar came after position {position}, where the register stood for the
    report: run it dry again and look at the new report."""


class DryRunRuns(Conflict):
    """This version is being run dry at the moment: wait for the end, its page tells how far it is."""


class CalendarNotRunDry(Refusal):
    """A calendar is not run dry: its page tells which due days become definite."""


class PackFilesMissing(Refusal):
    """Choose the files of the version: all of a pack, or the years of a calendar."""


class PackFileNameUnusable(Refusal):
    """The file {name} cannot be taken: send YAML files, each with a name of its own that ends in
    .yaml."""


class PackTooLarge(Refusal):
    """The files are too large: at most {files} files and {kilobytes} KB together. A version of the
    law is far smaller; look at what was chosen."""
