"""Author and department of an act are columns of their own; indexes that answered nothing go.

An index on what a header says had PostgreSQL read every header twice as JSON. An act's id is asked for
nowhere: its place in the chain is its key. The indexes that Django makes for LIKE repeat the key of
their table wherever text is ordered by code point.
"""

from django.db import migrations, models

# Worked out once for the acts that are there, then columns like any other: no act is updated.
COLUMNS = """
    ALTER TABLE register_act
        ADD COLUMN by text NOT NULL GENERATED ALWAYS AS (header_says(header, 'by')) STORED,
        ADD COLUMN department text NOT NULL
            GENERATED ALWAYS AS (header_says(header, 'department')) STORED;
    ALTER TABLE register_act
        ALTER COLUMN by DROP EXPRESSION, ALTER COLUMN department DROP EXPRESSION;
    DROP INDEX acts_by_author, acts_by_department;
"""
BACK = """
    ALTER TABLE register_act DROP COLUMN by, DROP COLUMN department;
    CREATE INDEX acts_by_author ON register_act (header_says(header, 'by'), position);
    CREATE INDEX acts_by_department ON register_act (header_says(header, 'department'), position);
"""
TWICE = """
    DO $$
    DECLARE twice text;
    BEGIN
        FOR twice IN
            SELECT indexname FROM pg_indexes
             WHERE schemaname = current_schema() AND indexname LIKE '%\\_like'
               AND tablename IN ('register_storedstate', 'register_stream')
        LOOP
            EXECUTE format('DROP INDEX %I', twice);
        END LOOP;
    END $$;
"""


class Migration(migrations.Migration):
    """Two narrow columns with an index each, and three indexes fewer."""

    dependencies = [("register", "0005_removal")]

    operations = [
        migrations.RunSQL(
            COLUMNS,
            BACK,
            state_operations=[
                migrations.AddField("act", "by", models.TextField()),
                migrations.AddField("act", "department", models.TextField()),
            ],
        ),
        migrations.AddIndex(
            "act", models.Index(fields=["by", "position"], name="acts_of_an_author")
        ),
        migrations.AddIndex(
            "act", models.Index(fields=["department", "position"], name="acts_of_a_department")
        ),
        migrations.AlterField("act", "act_id", models.UUIDField()),
        migrations.RunSQL(TWICE, migrations.RunSQL.noop),
    ]
