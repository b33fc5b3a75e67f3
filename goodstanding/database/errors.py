"""Why there is no database to work on."""

from goodstanding.rules.errors import Refusal


class DatabaseProgramsMissing(Refusal):
    """No PostgreSQL programs were found. Install the locked requirements, or name a folder that
    holds initdb and pg_ctl of PostgreSQL 15 or later in GOODSTANDING_POSTGRES.
    """

    status = 503


class NoAccountForTheDatabase(Refusal):
    """PostgreSQL does not run as root, and this machine has none of the accounts {accounts}. Work
    as an ordinary user, or name a server in DATABASE_URL.
    """

    status = 503


class DatabasePlaceUnreachable(Refusal):
    """The account {account} cannot write in {place}. Name another folder in GOODSTANDING_DATA."""

    status = 503


class DatabaseProgramFailed(Refusal):
    """The program {program} failed: {said}"""

    status = 503


class DatabaseUnreachable(Refusal):
    """The database does not answer: {said}"""

    status = 503


class DatabaseTooOld(Refusal):
    """The database is PostgreSQL {version}; version 15 or later is needed."""

    status = 503


class DatabaseLocaleUnfit(Refusal):
    """The database does not handle Chinese text as the register needs: {problems}. Create it with
    encoding UTF8, LC_COLLATE C and LC_CTYPE C.UTF-8.
    """

    status = 503
