"""The ledger only grows; a month gets its partition by a function the application may call."""

from django.db import migrations

from goodstanding.database import append_only

TABLES = (
    "disclosure_point",
    "disclosure_range",
    "disclosure_acknowledgement",
    "disclosure_reopeningoutcome",
)

# A partition is a table of its own: what its parent forbids must be forbidden on it again. Its
# row trigger comes from the parent; TRUNCATE and privileges do not.
PARTITIONS = """
CREATE FUNCTION disclosure_close_partition(partition text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON %I'
                   ' FOR EACH STATEMENT EXECUTE FUNCTION rows_are_append_only()', partition);
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'goodstanding_app')
       AND current_user <> 'goodstanding_app' THEN
        EXECUTE format('REVOKE ALL ON %I FROM goodstanding_app', partition);
    END IF;
END $$;

-- Months are those of UTC. Rows of the month in the default partition stay where they are.
CREATE FUNCTION disclosure_have_month(day date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    first timestamptz := date_trunc('month', day::timestamp) AT TIME ZONE 'UTC';
    next timestamptz := (date_trunc('month', day::timestamp) + interval '1 month')
                        AT TIME ZONE 'UTC';
    partition text := 'disclosure_point_' || to_char(day, 'YYYY_MM');
BEGIN
    LOCK TABLE disclosure_point IN SHARE UPDATE EXCLUSIVE MODE;
    IF to_regclass(partition) IS NOT NULL THEN
        RETURN true;
    END IF;
    IF EXISTS (SELECT FROM disclosure_point_default WHERE at >= first AND at < next) THEN
        RETURN false;
    END IF;
    EXECUTE format('CREATE TABLE %I PARTITION OF disclosure_point FOR VALUES FROM (%L) TO (%L)',
                   partition, first, next);
    PERFORM disclosure_close_partition(partition);
    RETURN true;
END $$;

SELECT disclosure_close_partition('disclosure_point_default');
REVOKE ALL ON FUNCTION disclosure_close_partition(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION disclosure_have_month(date) FROM PUBLIC;
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'goodstanding_app') THEN
        GRANT EXECUTE ON FUNCTION disclosure_have_month(date) TO goodstanding_app;
    END IF;
END $$;
"""

PARTITIONS_GONE = """
DROP TRIGGER rows_are_not_emptied ON disclosure_point_default;
DROP FUNCTION disclosure_have_month(date);
DROP FUNCTION disclosure_close_partition(text);
"""


class Migration(migrations.Migration):
    """Triggers, privileges, partitions."""

    dependencies = [("disclosure", "0001_tables")]

    operations = [
        *(
            migrations.RunSQL(append_only.forward(table), append_only.backward(table))
            for table in TABLES
        ),
        migrations.RunSQL(PARTITIONS, PARTITIONS_GONE),
    ]
