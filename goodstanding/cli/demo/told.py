"""Who of the city gave an address: its mails lie in a folder of the demonstration."""

from datetime import datetime, timedelta

from goodstanding.cli.demo.city import City
from goodstanding.departments.models import Representation
from goodstanding.flow.tell import begin
from goodstanding.outbox.models import Address
from goodstanding.register.reading import position_at
from goodstanding.rules.periods import local_day

#: The one department that has not said where it is told things.
SILENT = "water"
#: What happened in these days is told with the first run.
DAYS = timedelta(days=30)


def addresses(city: City, *, at: datetime) -> None:
    """Addresses of departments and of organisations that are represented; telling begins here."""
    departments = [each for each in city.rulebook.departments if each != SILENT]
    codes = Representation.objects.values_list("organisation", flat=True)
    Address.objects.bulk_create(
        Address(
            addressee=each,
            email=f"{each.lower()}@langang.example",
            changed_at=at,
            changed_by="o-demo",
        )
        for each in (*departments, *sorted(set(codes)))
    )
    begin(position=position_at(at - DAYS), day=local_day(at - DAYS), at=at)
