"""What stands against a file of evidence."""

from goodstanding.rules.errors import Conflict, NotFound, Refusal


class EvidenceEmpty(Refusal):
    """The file is empty. Look whether it opens, and send it again."""


class EvidenceTooLarge(Refusal):
    """The file is larger than {megabytes} MB. Scan it in grey at 150 dots to the inch, or send it in
    parts."""


class EvidenceTypeUnknown(Refusal):
    """This is no PDF, PNG or JPEG, whatever its name says. Save or scan it as one of these."""


class EvidenceUnreadable(Refusal):
    """The file says it is a PDF, but it cannot be read. Print it into a new PDF and send that."""


class EvidenceEncrypted(Refusal):
    """The PDF is protected by a password. Remove the password and send it again."""


class EvidenceTooManyPages(Refusal):
    """The PDF has more than {pages} pages. Send the pages that matter, or send it in parts."""


class EvidenceNamesPerson(Refusal):
    """The text in this file holds a citizen's identity number. Blacken it, so that it is no longer in
    the file, and send the file again; nothing of it was kept."""


class EvidenceLabelMissing(Refusal):
    """Say in a few words what the file shows, for example: receipt of the fine."""


class EvidenceLabelTooLong(Refusal):
    """What the file shows takes at most {characters} characters."""


class EvidenceTooMany(Conflict):
    """At most {files} files belong to one matter. Remove one that was not handed in yet, or put several
    into one PDF."""


class EvidenceSentBefore(Conflict):
    """This very file was sent for this matter before; it is in the list."""


class MatterClosed(Conflict):
    """This matter is decided: nothing more is handed in for it. If there is something new, object or
    apply again and say that there is new evidence."""


class MatterTakesNone(NotFound):
    """Files are handed in for an objection, a repair or a case; {id} is none of these."""


class EvidenceUnknown(NotFound):
    """There is no such file: it was removed, or it was deleted when its time was over."""


class EvidenceHandedInBefore(Conflict):
    """The file was handed in and is part of the matter: it is deleted by date, by nobody before."""


class EvidenceOfAnother(Conflict):
    """Only who sent this file removes it before it is handed in."""


class NothingToHandIn(Conflict):
    """No file waits to be handed in. Send one first."""
