"""A dated list of exemplars: how long a copy of it may be used."""

from datetime import date, timedelta

#: As long as open data is given after it was made: a consent may be taken back on any day.
DAYS = 7


def good_until(day: date) -> date:
    """The last day on which a list as at ``day`` may be used; a line ends with its own last day."""
    return day + timedelta(days=DAYS)
