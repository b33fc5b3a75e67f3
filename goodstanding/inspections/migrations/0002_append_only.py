"""What acts hold by digest is only ever added."""

from django.db import migrations

from goodstanding.database import append_only

TABLES = (
    "inspections_listed",
    "inspections_pooled",
    "inspections_framed",
    "inspections_drawnvisit",
)


class Migration(migrations.Migration):
    """Triggers and privileges."""

    dependencies = [("inspections", "0001_tables")]

    operations = [
        migrations.RunSQL(append_only.forward(table), append_only.backward(table))
        for table in TABLES
    ]
