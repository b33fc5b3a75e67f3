"""What names are found by: kept beside each name, so that the index is never behind them."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

from goodstanding.rules.names.keys import keys_of
from goodstanding.rules.names.parts import parts_of

CHUNK = 2_000


def fill(apps, schema_editor):
    """The names that are there already, as `organisations.rows` would write them."""
    held = apps.get_model("organisations", "Name").objects.using(schema_editor.connection.alias)
    changed = []
    for name in held.order_by("code", "ordinal").iterator(CHUNK):
        parts = parts_of(name.name)
        name.folded, name.core, name.keys = parts.whole, parts.core, list(keys_of(parts))
        changed.append(name)
        if len(changed) == CHUNK:
            held.bulk_update(changed, ["folded", "core", "keys"])
            changed.clear()
    held.bulk_update(changed, ["folded", "core", "keys"])


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0002_base_registration"),
    ]

    operations = [
        migrations.AddField(
            model_name="name",
            name="core",
            field=models.TextField(default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="name",
            name="keys",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), default=list, size=None
            ),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="name",
            index=models.Index(
                django.contrib.postgres.indexes.OpClass(models.F("core"), name="text_pattern_ops"),
                name="names_by_core",
            ),
        ),
        migrations.AddIndex(
            model_name="name",
            index=django.contrib.postgres.indexes.GinIndex(fields=["keys"], name="names_by_keys"),
        ),
    ]
