"""Contents may be deleted, and only where an act of destruction names them.

The trigger holds for everybody, the owner included: a row of content goes only if a later act of
destruction names its position. The application has no right to delete at all: it calls the one
function that deletes what such an act names.
"""

from django.db import migrations, models

CONTENTS = """
CREATE FUNCTION contents_go_by_destruction() RETURNS trigger LANGUAGE plpgsql
SET search_path = public AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM register_act
         WHERE kind = 'content-removed/1' AND position > OLD.position
           AND convert_from(effect, 'UTF8')::jsonb -> 'positions' @> to_jsonb(OLD.position)
    ) THEN
        RAISE EXCEPTION 'no act of destruction names content %: DELETE refused', OLD.position;
    END IF;
    RETURN OLD;
END $$;

DROP TRIGGER acts_are_append_only ON register_content;
CREATE TRIGGER acts_are_append_only BEFORE UPDATE OR TRUNCATE ON register_content
    FOR EACH STATEMENT EXECUTE FUNCTION acts_are_append_only();
CREATE TRIGGER contents_go_by_destruction BEFORE DELETE ON register_content
    FOR EACH ROW EXECUTE FUNCTION contents_go_by_destruction();

CREATE FUNCTION remove_contents(removed_by bigint) RETURNS bigint LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public AS $$
DECLARE
    gone bigint;
BEGIN
    DELETE FROM register_content WHERE position IN (
        SELECT jsonb_array_elements_text(convert_from(effect, 'UTF8')::jsonb -> 'positions')::bigint
          FROM register_act WHERE position = removed_by AND kind = 'content-removed/1'
    );
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;
REVOKE ALL ON FUNCTION remove_contents(bigint) FROM PUBLIC;
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'goodstanding_app') THEN
        GRANT EXECUTE ON FUNCTION remove_contents(bigint) TO goodstanding_app;
    END IF;
END $$;
"""

BACK = """
DROP FUNCTION remove_contents(bigint);
DROP TRIGGER contents_go_by_destruction ON register_content;
DROP TRIGGER acts_are_append_only ON register_content;
CREATE TRIGGER acts_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON register_content
    FOR EACH STATEMENT EXECUTE FUNCTION acts_are_append_only();
DROP FUNCTION contents_go_by_destruction();
"""


class Migration(migrations.Migration):
    """The way, the only one, by which content leaves the register."""

    dependencies = [("register", "0004_acts_of_a_new_version")]

    operations = [
        migrations.AddIndex(
            model_name="act",
            index=models.Index(
                condition=models.Q(("kind", "content-removed/1")),
                fields=["position"],
                name="acts_of_removal",
            ),
        ),
        migrations.RunSQL(CONTENTS, BACK),
    ]
