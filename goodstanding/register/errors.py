"""What the register itself refuses."""

from goodstanding.rules.errors import Conflict, Refusal


class IdempotencyKeyReused(Conflict):
    """The idempotency key {key} was used before with another request; use a new key."""


class RegisterNotEmpty(Conflict):
    """The database already holds data in {tables}; restore only into an empty, migrated one."""


class BackupUnreadable(Refusal):
    """The backup cannot be used: {problem}"""


class BackupOfAnotherSchema(Conflict):
    """The backup was made with other migrations than this database has: {migrations}. Migrate the
    empty database with the same version of the programs, restore, then upgrade.
    """


class RestoredHeadDiffers(Refusal):
    """After the restore the register does not verify: {findings}. Nothing was kept."""
