"""Receipts are kept as they were given."""

from django.db import migrations

from goodstanding.database import append_only

TABLES = ("enquiries_receipt",)


class Migration(migrations.Migration):
    """Triggers and privileges."""

    dependencies = [("enquiries", "0001_tables")]

    operations = [
        migrations.RunSQL(append_only.forward(table), append_only.backward(table))
        for table in TABLES
    ]
