"""What can stand against a step of service."""

from goodstanding.rules.errors import Conflict, Refusal


class WitnessMissing(Refusal):
    """A letter that is left needs a witness. Choose by role who saw it, one of: {witnesses}."""


class ConsentMissing(Refusal):
    """Electronic service needs consent: say where it is kept, for example the number of the form."""


class EntrustedToMissing(Refusal):
    """Say which authority was entrusted with the service."""


class FailureUnknown(Refusal):
    """There is no reason {reason} why service failed; it is one of: {reasons}."""


class AttemptedInTheFuture(Refusal):
    """The day {attempted_on} is still to come; enter an attempt once it was made."""


class NothingToServe(Conflict):
    """No letter waits to be served here. The next one is there once something is decided."""


class LetterNotWaiting(Conflict):
    """The letter {letter} does not wait to be served here; what waits is: {waiting}."""


class AlreadyServed(Conflict):
    """This letter was served on {served_on} already. A letter is served once; the first day counts."""


class ServedBeforeDecision(Refusal):
    """The day of service {served_on} is before the day {decided_on} on which the letter was made."""


class PublicNoticeTooEarly(Conflict):
    """Public notice comes last. First enter failed attempts by {missing}, or one that says that the
    whereabouts of the organisation are unknown."""


class AnnouncedBeforeItFailed(Refusal):
    """The public notice of {published_on} is earlier than the attempt that failed on {failed_on}."""


class PublicNoticeNotBegun(Conflict):
    """No public notice was put up for this letter. Enter the day it was put up first."""


class PublicNoticeBegunBefore(Conflict):
    """A public notice of this letter runs since {published_on}. It is put up once."""


class PublicNoticeRuns(Conflict):
    """The public notice runs until {until}. The letter counts as served once that day is over."""


class PublicNoticeEndsAnotherDay(Refusal):
    """By public notice the letter is served on {ends_on}, the day its period ends, and no other."""


class NoticeNumberMissing(Refusal):
    """Enter the number of the public notice; it is all that is shown, with title and department."""
