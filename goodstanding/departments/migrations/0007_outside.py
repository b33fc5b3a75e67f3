"""Who works for an institution outside the administration does nothing else on the same days."""

from django.db import migrations

_LEFT = "daterange({0}granted_from, LEAST({0}granted_to + 1, {0}ended_on), '[)')"
_ROLE = "daterange({0}granted_from, {0}granted_to, '[]')"

_ONE = f"""
ALTER TABLE departments_membership
    ADD CONSTRAINT an_account_works_for_one_institution_on_any_day EXCLUDE USING gist (
        departments_word(account_id, account_id, '[]') WITH &&, {_LEFT.format("")} WITH &&);
"""
_ONE_GONE = """
ALTER TABLE departments_membership
    DROP CONSTRAINT an_account_works_for_one_institution_on_any_day;
"""

_CLASH = """
    IF EXISTS (SELECT 1 FROM {table} other WHERE other.account_id = NEW.account_id
               AND {theirs} && {mine}) THEN
        RAISE EXCEPTION 'who works for an institution does nothing else' USING
            ERRCODE = 'exclusion_violation',
            CONSTRAINT = 'who_works_for_an_institution_does_nothing_else';
    END IF;
"""
_FUNCTION = """
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM departments_account WHERE id = NEW.account_id FOR NO KEY UPDATE;
    {body}
    RETURN NEW;
END $$;
CREATE TRIGGER {name} AFTER INSERT OR UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {name}();
"""
#: Each table whose rows give an account something to do, with the days that are left of a row.
_DAYS = {
    "departments_rolegrant": _ROLE,
    "departments_representation": _LEFT,
    "departments_membership": _LEFT,
}


def _guard(table: str, against: tuple[str, ...]) -> tuple[str, str]:
    name = f"{table}_outside"
    body = "".join(
        _CLASH.format(
            table=each, theirs=_DAYS[each].format("other."), mine=_DAYS[table].format("NEW.")
        )
        for each in against
    )
    made = _FUNCTION.format(name=name, body=body, table=table)
    return made, f"DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}();"


_OTHERS = ("departments_rolegrant", "departments_representation")
_GUARDS = [
    _guard("departments_membership", _OTHERS),
    *(_guard(each, ("departments_membership",)) for each in _OTHERS),
]
_KEPT = """
REVOKE DELETE ON departments_institution, departments_membership FROM goodstanding_app;
"""
_KEPT_NO_LONGER = """
GRANT DELETE ON departments_institution, departments_membership TO goodstanding_app;
"""


class Migration(migrations.Migration):
    """The overlap constraint, the triggers, and what the application role may not do."""

    dependencies = [("departments", "0006_institutions")]

    operations = [
        migrations.RunSQL(_ONE, _ONE_GONE),
        *(migrations.RunSQL(*each) for each in _GUARDS),
        migrations.RunSQL(_KEPT, _KEPT_NO_LONGER),
    ]
