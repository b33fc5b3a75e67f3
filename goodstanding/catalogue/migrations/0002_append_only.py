"""Versions of the law are kept for good."""

from django.db import migrations

from goodstanding.database import append_only

TABLES = ("catalogue_rulebookversion", "catalogue_calendarversion")


class Migration(migrations.Migration):
    """Triggers and privileges."""

    dependencies = [("catalogue", "0001_tables")]

    operations = [
        migrations.RunSQL(append_only.forward(table), append_only.backward(table))
        for table in TABLES
    ]
