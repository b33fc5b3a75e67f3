"""Watches and their steps are kept as they were."""

from django.db import migrations

from goodstanding.database import append_only

TABLES = ("enquiries_watch", "enquiries_watchstep")


class Migration(migrations.Migration):
    """Triggers and privileges."""

    dependencies = [("enquiries", "0004_watches")]

    operations = [
        migrations.RunSQL(append_only.forward(table), append_only.backward(table))
        for table in TABLES
    ]
