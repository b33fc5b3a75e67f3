"""Who did what is found without reading the whole chain: the headers say it, an index finds it."""

from django.db import migrations

# The bytes of a header are UTF-8 whatever the database's own encoding: so this never changes.
_SAYS = """
CREATE FUNCTION header_says(header bytea, field text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT convert_from(header, 'UTF8')::jsonb ->> field $$;
"""


def _index(name: str, field: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE INDEX {name} ON register_act (header_says(header, '{field}'), position)",
        f"DROP INDEX {name}",
    )


class Migration(migrations.Migration):
    """What a header says, and two indexes on it."""

    dependencies = [("register", "0002_append_only")]

    operations = [
        migrations.RunSQL(_SAYS, "DROP FUNCTION header_says(bytea, text)"),
        _index("acts_by_author", "by"),
        _index("acts_by_department", "department"),
    ]
