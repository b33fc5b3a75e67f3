"""What was pulled only grows; consents are a shelf and stay the writer's."""

from django.db import migrations

from goodstanding.database import append_only


class Migration(migrations.Migration):
    """Triggers and privileges of the log of pulls."""

    dependencies = [("consents", "0001_tables")]

    operations = [
        migrations.RunSQL(
            append_only.forward("consents_pull"), append_only.backward("consents_pull")
        ),
    ]
