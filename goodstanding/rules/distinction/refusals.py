"""Why “not the same as” is not stated, confirmed or taken back."""

from goodstanding.rules.errors import Refusal


class DistinctFromItself(Refusal):
    """Both codes are the same. Enter the code of the other organisation."""


class OtherUnknown(Refusal):
    """The register has not met the organisation {code}. Enter a code it holds."""


class NamesNotAlike(Refusal):
    """The names of the two are not alike: nobody takes one for the other. Check the second code."""


class DistinctionStated(Refusal):
    """It was stated already that the two are not the same. Confirm that statement, or read it."""

    status = 409


class DistinctionReasonsMissing(Refusal):
    """No reasons were given. Say what tells the two apart, for example address and registration."""


class DistinctionConfirmedBefore(Refusal):
    """This statement was confirmed on {day}. Nothing is left to confirm."""

    status = 409


class DistinctionWithdrawnBefore(Refusal):
    """This statement was taken back on {day}. State it anew if the two are not the same."""

    status = 409
