"""Tables that only grow: by trigger for everybody, by privilege for the application."""

_FUNCTION = """
CREATE OR REPLACE FUNCTION rows_are_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP;
END $$;
"""

# Row triggers reach the partitions of a table; TRUNCATE knows statement triggers only.
_TRIGGERS = """
CREATE TRIGGER rows_are_append_only BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION rows_are_append_only();
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION rows_are_append_only();
"""

# A server outside may have one role only; it then relies on the triggers.
_PRIVILEGES = """
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'goodstanding_app')
       AND current_user <> 'goodstanding_app' THEN
        REVOKE ALL ON {table} FROM goodstanding_app;
        GRANT SELECT, INSERT ON {table} TO goodstanding_app;
    END IF;
END $$;
"""

_UNDONE = """
DROP TRIGGER rows_are_append_only ON {table};
DROP TRIGGER rows_are_not_emptied ON {table};
"""


def forward(table: str) -> str:
    """The SQL that makes a table append-only; for migrations."""
    return _FUNCTION + (_TRIGGERS + _PRIVILEGES).format(table=table)


def backward(table: str) -> str:
    """The SQL that takes `forward` back."""
    return _UNDONE.format(table=table)
