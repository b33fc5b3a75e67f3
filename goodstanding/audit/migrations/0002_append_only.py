"""What was read stays noted."""

from django.db import migrations

from goodstanding.database import append_only

TABLE = "audit_read"


class Migration(migrations.Migration):
    """Triggers and privileges."""

    dependencies = [("audit", "0001_tables")]

    operations = [
        migrations.RunSQL(append_only.forward(TABLE), append_only.backward(TABLE)),
    ]
