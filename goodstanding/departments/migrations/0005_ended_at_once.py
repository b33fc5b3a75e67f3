"""A representation can be ended at once: from ``ended_on`` on, that day included, it is gone.

What says that grants neither overlap nor contradict counts only the days that are left.
"""

from django.db import migrations, models
from django.db.models import F, Q

_DAYS_LEFT = "daterange({0}granted_from, LEAST({0}granted_to + 1, {0}ended_on), '[)')"
_DAYS_GIVEN = "daterange({0}granted_from, {0}granted_to, '[]')"

_NO_OVERLAP = """
ALTER TABLE departments_representation
    DROP CONSTRAINT an_organisation_is_represented_once_on_any_day;
ALTER TABLE departments_representation
    ADD CONSTRAINT an_organisation_is_represented_once_on_any_day EXCLUDE USING gist (
        departments_word(account_id || '/' || organisation || '/' || power,
                         account_id || '/' || organisation || '/' || power, '[]') WITH &&,
        {days} WITH &&);
"""

_GRANTS_AGREE = """
CREATE OR REPLACE FUNCTION departments_roles_agree() RETURNS trigger LANGUAGE plpgsql AS $$
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
          AND {other} && daterange(NEW.granted_from, NEW.granted_to, '[]')
    ) THEN
        RAISE EXCEPTION 'who serves a department represents no organisation' USING
            ERRCODE = 'exclusion_violation',
            CONSTRAINT = 'who_serves_a_department_represents_no_organisation';
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION departments_representations_agree() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM departments_account WHERE id = NEW.account_id FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT 1 FROM departments_rolegrant other
        WHERE other.account_id = NEW.account_id
          AND daterange(other.granted_from, other.granted_to, '[]') && {new}
    ) THEN
        RAISE EXCEPTION 'who serves a department represents no organisation' USING
            ERRCODE = 'exclusion_violation',
            CONSTRAINT = 'who_serves_a_department_represents_no_organisation';
    END IF;
    RETURN NEW;
END $$;
"""


def _sql(days: str) -> str:
    return (_NO_OVERLAP + _GRANTS_AGREE).format(
        days=days.format(""), other=days.format("other."), new=days.format("NEW.")
    )


class Migration(migrations.Migration):
    """The column, its constraint, and what counts the days that are left."""

    dependencies = [("departments", "0004_colleagues")]

    operations = [
        migrations.AddField(
            model_name="representation",
            name="ended_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="representation",
            constraint=models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("granted_from")),
                name="a_representation_is_not_ended_before_it_begins",
            ),
        ),
        migrations.RunSQL(_sql(_DAYS_LEFT), _sql(_DAYS_GIVEN)),
    ]
