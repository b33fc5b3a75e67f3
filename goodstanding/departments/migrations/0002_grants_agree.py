"""What single rows cannot promise: grants do not overlap or contradict, and nothing is deleted."""

from django.db import migrations

# Core PostgreSQL has no overlap index over plain text; a range of one word stands in for it.
_ONE_WORD = """
CREATE TYPE departments_word AS RANGE (subtype = text, collation = "C");
"""

_ONE_WORD_GONE = "DROP TYPE departments_word;"

_NO_OVERLAP = """
ALTER TABLE departments_rolegrant
    ADD CONSTRAINT a_role_is_granted_once_for_any_day EXCLUDE USING gist (
        departments_word(account_id || '/' || role, account_id || '/' || role, '[]') WITH &&,
        daterange(granted_from, granted_to, '[]') WITH &&);
ALTER TABLE departments_representation
    ADD CONSTRAINT an_organisation_is_represented_once_on_any_day EXCLUDE USING gist (
        departments_word(account_id || '/' || organisation || '/' || power,
                         account_id || '/' || organisation || '/' || power, '[]') WITH &&,
        daterange(granted_from, granted_to, '[]') WITH &&);
"""

_NO_OVERLAP_GONE = """
ALTER TABLE departments_rolegrant DROP CONSTRAINT a_role_is_granted_once_for_any_day;
ALTER TABLE departments_representation
    DROP CONSTRAINT an_organisation_is_represented_once_on_any_day;
"""

# The account row is locked first: of two contradicting grants made at once, the second sees the
# first. An officer who also spoke for an organisation could sit on both sides of one case. The triggers run after the row
# is checked, so that an end before its beginning is told as such.
_GRANTS_AGREE = """
CREATE FUNCTION departments_roles_agree() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM departments_account WHERE id = NEW.account_id FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT 1 FROM departments_rolegrant other
        WHERE other.account_id = NEW.account_id AND other.id <> NEW.id
          AND other.department <> NEW.department
          AND daterange(other.granted_from, other.granted_to, '[]')
              && daterange(NEW.granted_from, NEW.granted_to, '[]')
    ) THEN
        RAISE EXCEPTION 'an account serves one department on any day' USING
            ERRCODE = 'exclusion_violation',
            CONSTRAINT = 'an_account_serves_one_department_on_any_day';
    END IF;
    IF EXISTS (
        SELECT 1 FROM departments_representation other
        WHERE other.account_id = NEW.account_id
          AND daterange(other.granted_from, other.granted_to, '[]')
              && daterange(NEW.granted_from, NEW.granted_to, '[]')
    ) THEN
        RAISE EXCEPTION 'who serves a department represents no organisation' USING
            ERRCODE = 'exclusion_violation',
            CONSTRAINT = 'who_serves_a_department_represents_no_organisation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION departments_representations_agree() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM departments_account WHERE id = NEW.account_id FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT 1 FROM departments_rolegrant other
        WHERE other.account_id = NEW.account_id
          AND daterange(other.granted_from, other.granted_to, '[]')
              && daterange(NEW.granted_from, NEW.granted_to, '[]')
    ) THEN
        RAISE EXCEPTION 'who serves a department represents no organisation' USING
            ERRCODE = 'exclusion_violation',
            CONSTRAINT = 'who_serves_a_department_represents_no_organisation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER departments_roles_agree AFTER INSERT OR UPDATE ON departments_rolegrant
    FOR EACH ROW EXECUTE FUNCTION departments_roles_agree();
CREATE TRIGGER departments_representations_agree
    AFTER INSERT OR UPDATE ON departments_representation
    FOR EACH ROW EXECUTE FUNCTION departments_representations_agree();
"""

_GRANTS_AGREE_GONE = """
DROP TRIGGER departments_roles_agree ON departments_rolegrant;
DROP TRIGGER departments_representations_agree ON departments_representation;
DROP FUNCTION departments_roles_agree();
DROP FUNCTION departments_representations_agree();
"""

# Who was what on which day must stay answerable: the application ends rows, it deletes none.
_KEPT = """
REVOKE DELETE ON departments_account, departments_rolegrant, departments_representation,
    departments_apiclient, departments_signin FROM goodstanding_app;
REVOKE UPDATE ON departments_signin FROM goodstanding_app;
"""

_KEPT_NO_LONGER = """
GRANT UPDATE, DELETE ON departments_account, departments_rolegrant, departments_representation,
    departments_apiclient, departments_signin TO goodstanding_app;
"""


class Migration(migrations.Migration):
    """Overlap constraints, two triggers, and what the application role may not do."""

    dependencies = [("departments", "0001_accounts")]

    operations = [
        migrations.RunSQL(_ONE_WORD, _ONE_WORD_GONE),
        migrations.RunSQL(_NO_OVERLAP, _NO_OVERLAP_GONE),
        migrations.RunSQL(_GRANTS_AGREE, _GRANTS_AGREE_GONE),
        migrations.RunSQL(_KEPT, _KEPT_NO_LONGER),
    ]
