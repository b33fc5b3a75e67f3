"""Whoever destroys the contents of an objection, a repair or a case destroys its files with them.

So a restore that destroys again what its journal tells of destroys the files too.
"""

from django.db import migrations

FUNCTION = """
CREATE OR REPLACE FUNCTION remove_contents(removed_by bigint) RETURNS bigint LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public AS $$
DECLARE
    named bigint[];
    matters text[];
    gone bigint;
BEGIN
    SELECT array_agg(each::bigint) INTO named
      FROM register_act, jsonb_array_elements_text(
           convert_from(effect, 'UTF8')::jsonb -> 'positions') AS each
     WHERE position = removed_by AND kind = 'content-removed/1';
    SELECT array_agg(DISTINCT aggregate) INTO matters FROM register_act WHERE position = ANY(named);
    DELETE FROM evidence_sealed WHERE file_id IN (
        SELECT id FROM evidence_file WHERE matter = ANY(matters));
    UPDATE evidence_file SET label = '', deleted_on =
           (SELECT effective_on FROM register_act WHERE position = removed_by)
     WHERE matter = ANY(matters) AND deleted_on IS NULL;
    DELETE FROM register_content WHERE position = ANY(named);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;
"""


class Migration(migrations.Migration):
    """The function that removes contents knows the files beside them."""

    dependencies = [("evidence", "0001_tables"), ("register", "0005_removal")]

    operations = [migrations.RunSQL(FUNCTION, migrations.RunSQL.noop)]
