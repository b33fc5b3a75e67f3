from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("remedies", "0003_provisional_repairs"),
    ]

    operations = [
        migrations.AddField(
            model_name="repair", name="decided_elsewhere_by", field=models.TextField(default="")
        ),
        migrations.AddField(
            model_name="repair",
            name="decided_elsewhere_document",
            field=models.TextField(default=""),
        ),
        migrations.AlterField(
            model_name="repair", name="performed_on", field=models.DateField(null=True)
        ),
        migrations.AlterField(
            model_name="repair", name="commitment_on", field=models.DateField(null=True)
        ),
    ]
