import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0001_tables"),
    ]

    operations = [
        migrations.AddField(
            model_name="batch",
            name="last_row",
            field=models.IntegerField(default=0),
        ),
        migrations.CreateModel(
            name="Staged",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                ("kind", models.TextField()),
                ("department", models.TextField()),
                ("file_digest", models.TextField()),
                ("size", models.BigIntegerField()),
                ("by", models.TextField()),
                ("state", models.TextField(default="waiting")),
                ("read", models.IntegerField()),
                ("accepted", models.IntegerField()),
                ("duplicates", models.IntegerField()),
                ("rejected", models.IntegerField()),
                ("quarantined", models.IntegerField()),
                ("after_row", models.IntegerField(default=0)),
                ("done", models.IntegerField(default=0)),
                ("staged_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("ordered_by", models.TextField(default="")),
                ("ordered_at", models.DateTimeField(null=True)),
                ("moved_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["department", "state"], name="staged_of_a_department")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["waiting", "entering", "cancelled", "expired"])
                        ),
                        name="a_staged_file_waits_is_entered_or_is_gone",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "entering"), ("ordered_at__isnull", True), _connector="OR"
                        ),
                        name="only_what_was_ordered_is_entered",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StagedPart",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "staged_id",
                        "number",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("number", models.IntegerField()),
                ("rows", models.IntegerField()),
                ("last_row", models.IntegerField()),
                ("accepted", models.TextField()),
                ("outcomes", models.TextField()),
                (
                    "staged",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="intake.staged",
                    ),
                ),
            ],
        ),
    ]
