"""What can be wrong with a row that corrects a fact of the base registration."""

from goodstanding.rules.errors import Refusal


class FactNotSaid(Refusal):
    """Say which fact is corrected. Choose from the list: 名称, 成立日期, 状态, 合并分立, 曾用代码."""


class FactNotRegistered(Refusal):
    """The register has no such fact of this organisation. Compare what it has, and its day, with the
    organisation's page."""


class FactAmbiguous(Refusal):
    """The register has this fact on several days. Enter the day that it has for the wrong one."""


class RightFactNotSaid(Refusal):
    """A right day needs the right fact beside it. Repeat the fact if only its day was wrong; leave
    both empty if it never was."""


class NothingRefuted(Refusal):
    """The right fact is the one the register has. Leave the row out."""


class FactNeeded(Refusal):
    """An organisation has a name and a day of founding. Enter the right one."""


class FactsClash(Refusal):
    """The right fact contradicts another that the register has from {day} on. Correct that one
    first, or compare both days."""


class EndNotCorrectedSo(Refusal):
    """A status does not become an end by a correction. Strike the wrong one out, and send a row of
    base registration with the end, its reason and its day."""


class OrganisationNotMet(Refusal):
    """The register has not met the organisation {organisation}. Compare the code; a successor's or
    former code's base registration comes first."""
