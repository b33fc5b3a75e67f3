"""Figures are counted when something is done, not when somebody asks for them."""

from django.db import migrations, models

# What the writer counts from now on, counted once for what is there.
COUNTED = """
    INSERT INTO clocks_done (department, kind, record_kind, due_month, met_month, in_time, many)
    SELECT clock.department, clock.kind, coalesce(entry.record_kind, ''),
           date_trunc('month', clock.due_on::timestamp)::date,
           date_trunc('month', clock.met_on::timestamp)::date,
           clock.met_on <= clock.due_on, count(*)
      FROM clocks_clock AS clock
      LEFT JOIN publication_entry AS entry
        ON clock.kind = 'publication' AND entry.record = clock.aggregate
     WHERE clock.due_on IS NOT NULL AND clock.met_on IS NOT NULL
     GROUP BY 1, 2, 3, 4, 5, 6
"""


class Migration(migrations.Migration):
    dependencies = [
        ("clocks", "0004_publications_by_their_day"),
        # Its rows say what kind of record a duty to publish is about.
        ("publication", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Done",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "department",
                        "kind",
                        "record_kind",
                        "due_month",
                        "met_month",
                        "in_time",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("department", models.TextField()),
                ("kind", models.TextField()),
                ("record_kind", models.TextField()),
                ("due_month", models.DateField()),
                ("met_month", models.DateField()),
                ("in_time", models.BooleanField()),
                ("many", models.BigIntegerField()),
            ],
        ),
        migrations.RemoveIndex(
            model_name="clock",
            name="clocks_running_in_a_department",
        ),
        migrations.RemoveIndex(
            model_name="clock",
            name="lifts_by_the_day_reported",
        ),
        migrations.RemoveIndex(
            model_name="clock",
            name="publications_by_their_day",
        ),
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(
                condition=models.Q(("met_on__isnull", True)),
                fields=["department", "opens_on"],
                name="clocks_waiting_in_a_department",
            ),
        ),
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(fields=["kind", "met_on"], name="clocks_by_the_day_done"),
        ),
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(
                condition=models.Q(("opens_on__gt", models.F("met_on"))),
                fields=["opens_on"],
                name="clocks_done_before_they_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="done",
            constraint=models.CheckConstraint(
                condition=models.Q(("many__gte", 0)), name="no_fewer_than_none_were_done"
            ),
        ),
        migrations.RunSQL(COUNTED, migrations.RunSQL.noop),
    ]
