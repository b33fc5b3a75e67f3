#!/usr/bin/env python
"""Django's own commands, on the database of this environment."""

import os
import sys

from django.core.management import execute_from_command_line

from goodstanding.database import connect
from goodstanding.rules.errors import Refused


def main() -> None:
    """Make sure a database answers, then hand over to Django."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        connect.configure()
    except Refused as refused:
        sys.exit(str(refused))
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
