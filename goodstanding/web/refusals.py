"""What only a page refuses: what was typed cannot be read as what the step needs."""

from goodstanding.rules.errors import Conflict, NotFound, Refusal


class IdentityNumberInText(Refusal):
    """Take the identity number of a person out of the text: the register never holds one."""


class FileMissing(Refusal):
    """Choose a file."""


class UploadTooLarge(Refusal):
    """The file is too large: at most {megabytes} MB are taken, and nothing of it was kept. Split it
    into several files, each with the header, and send them one after another."""

    status = 413


class UploadCutOff(Refusal):
    """The connection broke before the whole file had come, and nothing of it was kept. Send it
    again."""

    status = 400


class BiddersMissing(Refusal):
    """Paste the codes of the bidders, or choose a file that has them."""


class BiddersTwice(Refusal):
    """There are codes in the field and a file as well. Use one of the two, so that nobody is left
    out by mistake."""


class NoCodeInList(Refusal):
    """None of the lines holds a unified social credit code that can be asked about ({problems}).
    Copy the codes from the bid documents again."""


class TooManyBidders(Refusal):
    """The list has {count} lines; at most {limit} are asked about at once. Split it."""


class CaseUnknown(NotFound):
    """Your department has asked nothing under this number and procedure. Compare the number."""


class PageUnknown(NotFound):
    """There is nothing at this address; look it up again by name, code or document number."""


class OpenDataTooOld(NotFound):
    """These files are more than a week old and are not given out any more: they would show what has
    ended since. Look things up one by one, and ask the operator to make the files anew."""


class FormSentBefore(Conflict):
    """This form was sent before with other words, and that is done. Check them and send it again."""
