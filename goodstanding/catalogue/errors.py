"""What the catalogue refuses."""

from goodstanding.rules.errors import NotFound, Refusal


class NoRulebookInForce(Refusal):
    """No rulebook is in force on {on}; ask about a later day, or activate one."""


class VersionUnknown(NotFound):
    """The register keeps no version of the law with the digest {digest}."""
