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


class JournalBehind(Conflict):
    """The removal journal {path} lacks {missing} destructions this register carried out: without them a
    restored backup would bring back what was destroyed. Bring the journal back from where it is kept,
    or write it anew with `goodstanding removals journal`."""


class JournalMissing(Conflict):
    """There is no removal journal at {path}: what was destroyed after this backup would come back. Name
    the journal (GOODSTANDING_REMOVAL_JOURNAL, or --journal); or state with --nothing-was-removed that
    nothing was destroyed since."""


class RestoredHeadDiffers(Refusal):
    """After the restore the register does not verify: {findings}. Nothing was kept."""
