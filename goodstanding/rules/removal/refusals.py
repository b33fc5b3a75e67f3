"""What stands against destroying contents."""

from goodstanding.rules.errors import Conflict, Refusal


class RemovalBasisUnknown(Refusal):
    """There is no basis {basis}; contents are destroyed under one of: {bases}."""


class RemovalCitationMissing(Refusal):
    """Name what the destruction rests on: the instrument and its article, or the court that ordered
    it."""


class RemovalOrderMissing(Refusal):
    """Name the number of the document by which the court ordered the destruction."""


class RemovalReasonsMissing(Refusal):
    """Give reasons: they say why nobody needs these contents any more."""


class StillStanding(Conflict):
    """It still stands: only what was withdrawn, repaired, dropped or has ended can lose its contents.
    Withdraw it first, or wait for its last day."""


class RetentionRuns(Conflict):
    """Its contents are kept until {until}; propose the destruction after that day, or name the court
    order or the statute that asks for it earlier."""


class RetentionUnknown(Refusal):
    """The rulebook in force names no time for which contents are kept (retention/content): name the
    court order or the statute the destruction rests on."""


class StillDisputed(Conflict):
    """Objections, repairs, reviews or court cases are not decided yet: {open}. Their files need these
    contents; see them decided first."""


class StillRestedOn(Conflict):
    """Designations still rest on it: {cases}. Its contents are their evidence; propose the destruction
    after they have ended."""


class DutiesOpen(Conflict):
    """Duties are open that need these contents: {duties}. See to them first."""


class RecallsOpen(Conflict):
    """{count} who were told of it have not acknowledged its recall yet; its contents are the evidence.
    Remind them, and propose the destruction when all have answered."""


class ReopeningsOpen(Conflict):
    """{count} checks that relied on it are still to be looked at again; propose the destruction when
    each is concluded."""


class NoContentLeft(Conflict):
    """Nothing of it is left to destroy: its contents were removed before, or it never had any."""


class RemovalWaits(Conflict):
    """Its destruction is proposed already and waits for a second person ({removal}): approve it or
    drop it."""


class RemovalClosed(Conflict):
    """This proposal no longer waits: it was carried out or dropped. Propose anew what is
    still there."""


class ContentsChanged(Conflict):
    """More was written down about it since this was proposed; drop this proposal and propose anew, so
    that two people answer for the same contents."""
