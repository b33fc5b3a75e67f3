"""What only a page refuses: what was typed cannot be read as what the step needs."""

from goodstanding.rules.errors import NotFound, Refusal


class IdentityNumberInText(Refusal):
    """Take the identity number of a person out of the text: the register never holds one."""


class FileMissing(Refusal):
    """Choose a file."""


class PageUnknown(NotFound):
    """There is nothing at this address; look it up again by name, code or document number."""
