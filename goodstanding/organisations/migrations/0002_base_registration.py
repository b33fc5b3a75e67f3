from django.db import migrations, models

# A name ends the day before the next one begins: what a rebuild would give for what is stored.
UNTIL = """
    UPDATE organisations_name AS name SET until = next.since - 1
      FROM organisations_name AS next
     WHERE next.code = name.code AND next.ordinal = name.ordinal + 1
"""


class Migration(migrations.Migration):
    dependencies = [("organisations", "0001_tables")]

    operations = [
        migrations.CreateModel(
            name="Link",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "code",
                        "direction",
                        "ordinal",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("code", models.TextField()),
                ("direction", models.TextField()),
                ("ordinal", models.IntegerField()),
                ("other", models.TextField()),
                ("by", models.TextField()),
                ("manner", models.TextField()),
                ("on", models.DateField()),
            ],
            options={
                "indexes": [models.Index(fields=["other"], name="links_from_the_other_side")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("other", models.F("code")), _negated=True),
                        name="nobody_succeeds_itself",
                    )
                ],
            },
        ),
        migrations.AddField("organisation", "established_on", models.DateField(null=True)),
        migrations.AddField("organisation", "status", models.TextField(default="")),
        migrations.AddField("organisation", "status_since", models.DateField(null=True)),
        migrations.AddField("organisation", "end_reason", models.TextField(default="")),
        migrations.AddField("name", "until", models.DateField(null=True)),
        migrations.RunSQL(UNTIL, migrations.RunSQL.noop),
    ]
