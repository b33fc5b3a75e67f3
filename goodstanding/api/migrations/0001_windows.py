"""The windows that requests are counted in; unlogged, because a crash may forget them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One table, written at every request and never backed up."""

    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Window",
            fields=[
                ("client", models.TextField(primary_key=True, serialize=False)),
                ("number", models.BigIntegerField()),
                ("used", models.IntegerField()),
            ],
        ),
        migrations.RunSQL(
            "ALTER TABLE api_window SET UNLOGGED", "ALTER TABLE api_window SET LOGGED"
        ),
    ]
