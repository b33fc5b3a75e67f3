"""What stands against confirming the list of a month."""

from goodstanding.rules.errors import Conflict, Refusal


class MonthNotOver(Refusal):
    """The month {month} is not over and its list can still grow. Confirm it from the first day of the
    next month on."""


class NoReturnOwed(Refusal):
    """{department} owes no return for {month}: it decides on no ground then, or the register was not
    in use. Choose a month from the list of returns."""


class ListMovedOn(Conflict):
    """The register changed after this list was shown. Read the list again and confirm it as it is
    now."""


class ReturnUpToDate(Conflict):
    """The list of {month} is confirmed as the register stands; there is nothing to confirm again."""
