"""manage.py describe_api: refresh the committed description of the API."""

from typing import Any

from django.core.management.base import BaseCommand

from goodstanding.api.description import FILE, write


class Command(BaseCommand):
    """Write the description; a reviewer sees in the difference what changed for callers."""

    help = "Refresh docs/api/openapi.json after a change of the API."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write, and say where."""
        write()
        self.stdout.write(f"{FILE.name} is up to date.")
