from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("enquiries", "0002_append_only"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="receipt",
            index=models.Index(fields=["recipient", "case_number"], name="receipts_of_a_case"),
        ),
    ]
