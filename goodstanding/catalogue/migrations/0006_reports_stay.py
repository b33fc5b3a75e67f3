"""A report stays as it was signed."""

from django.db import migrations

from goodstanding.database import append_only

TABLE = "catalogue_report"


class Migration(migrations.Migration):
    """Triggers and privileges."""

    dependencies = [("catalogue", "0005_dry_run_reports")]

    operations = [migrations.RunSQL(append_only.forward(TABLE), append_only.backward(TABLE))]
