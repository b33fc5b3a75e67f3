"""Acts and contents are append-only: by trigger for everybody, by privilege for the application.

The application's privileges on all other tables come from the owner's default privileges, set
when the database is made: a new shelf needs no grant of its own, and forgetting one is
impossible. What must be taken away is taken away here.
"""

from django.db import migrations

TABLES = ("register_act", "register_content")

APPEND_ONLY = """
CREATE FUNCTION acts_are_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'acts are append-only: % of % refused', TG_OP, TG_TABLE_NAME;
END $$;
"""

TRIGGER = """
CREATE TRIGGER acts_are_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION acts_are_append_only();
"""

# A server outside may have one role only; it then relies on the triggers.
PRIVILEGES = """
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'goodstanding_app')
       AND current_user <> 'goodstanding_app' THEN
        REVOKE ALL ON {table} FROM goodstanding_app;
        GRANT SELECT, INSERT ON {table} TO goodstanding_app;
    END IF;
END $$;
"""

HEAD = """
INSERT INTO register_head (id, position, recorded_at, sealed_until, digest)
VALUES (1, 0, 'epoch', 'epoch', decode(repeat('00', 32), 'hex'));
"""


class Migration(migrations.Migration):
    """Triggers, privileges, the head of an empty chain."""

    dependencies = [("register", "0001_initial")]

    operations = [
        migrations.RunSQL(APPEND_ONLY, "DROP FUNCTION acts_are_append_only()"),
        *(
            migrations.RunSQL(
                TRIGGER.format(table=table), f"DROP TRIGGER acts_are_append_only ON {table}"
            )
            for table in TABLES
        ),
        *(
            migrations.RunSQL(PRIVILEGES.format(table=table), migrations.RunSQL.noop)
            for table in TABLES
        ),
        migrations.RunSQL(HEAD, "DELETE FROM register_head"),
    ]
