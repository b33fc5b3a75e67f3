"""The index that Django makes for LIKE repeats the key of the table: nobody asks for a part of an id."""

from django.db import migrations

TWICE = """
    DO $$
    DECLARE twice text;
    BEGIN
        FOR twice IN
            SELECT indexname FROM pg_indexes
             WHERE schemaname = current_schema() AND indexname LIKE '%\\_like'
               AND tablename = 'publication_entry'
        LOOP
            EXECUTE format('DROP INDEX %I', twice);
        END LOOP;
    END $$;
"""


class Migration(migrations.Migration):
    """One index fewer on records."""

    dependencies = [("publication", "0008_taken_back_as_wrong")]

    operations = [migrations.RunSQL(TWICE, migrations.RunSQL.noop)]
