"""What an application server imports: the register, with a database behind it."""

import os

from django.core.wsgi import get_wsgi_application

from goodstanding.database import connect

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("GOODSTANDING_POOL", "1")
connect.configure()

application = get_wsgi_application()
