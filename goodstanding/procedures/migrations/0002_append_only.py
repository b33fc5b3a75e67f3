"""What was told to a case, and what came of it, is kept as it was."""

from django.db import migrations

from goodstanding.database import append_only

TABLES = (
    "procedures_casestep",
    "procedures_casebidder",
    "procedures_caseanswer",
    "procedures_caseresult",
    "procedures_paymentbasis",
    "procedures_thirdpartyreport",
)


class Migration(migrations.Migration):
    """Triggers and privileges."""

    dependencies = [("procedures", "0001_tables")]

    operations = [
        migrations.RunSQL(append_only.forward(table), append_only.backward(table))
        for table in TABLES
    ]
