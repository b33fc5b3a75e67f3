"""The decisions on broken promises that are in the register already, as their records' rows say."""

from django.db import migrations

_FILL = """
INSERT INTO commitments_brokendecision
    (record, organisation, department, decided_on, counts, withdrawn_on, repaired_on, disputed)
SELECT record, organisation, department, decided_on,
    withdrawn_on IS NULL AND repaired_on IS NULL AND NOT disputed,
    withdrawn_on, repaired_on, disputed
FROM publication_entry
WHERE record_kind = 'commitment' AND adverse
"""


class Migration(migrations.Migration):
    dependencies = [
        ("commitments", "0001_tables"),
        ("publication", "0011_public_notices"),
    ]

    operations = [migrations.RunSQL(_FILL, reverse_sql=migrations.RunSQL.noop)]
