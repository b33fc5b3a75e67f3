"""What was expected stays as it was said."""

from django.db import migrations

from goodstanding.database import append_only

TABLE = "catalogue_expectation"


class Migration(migrations.Migration):
    """Triggers and privileges."""

    dependencies = [("catalogue", "0003_expectations")]

    operations = [migrations.RunSQL(append_only.forward(TABLE), append_only.backward(TABLE))]
