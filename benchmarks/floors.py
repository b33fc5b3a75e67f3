"""The floors of a check over HTTP: a bare view, a bare index read, a read with a committed insert."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connections, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path

from goodstanding.database import connect

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("GOODSTANDING_POOL", "1")
connect.configure()

READ = "SELECT name FROM organisations_organisation WHERE code = %s"
INSERT = "INSERT INTO benchmark_floor (code) VALUES (%s)"


def bare(request: HttpRequest, code: str) -> HttpResponse:
    """Nothing but the framework."""
    return HttpResponse(code)


def read(request: HttpRequest, code: str) -> HttpResponse:
    """One row by its primary key."""
    with connections["default"].cursor() as cursor:
        cursor.execute(READ, [code])
        return HttpResponse(str(cursor.fetchone()))


def read_and_insert(request: HttpRequest, code: str) -> HttpResponse:
    """One row by its primary key, and one row written and committed."""
    with transaction.atomic(), connections["default"].cursor() as cursor:
        cursor.execute(READ, [code])
        found = cursor.fetchone()
        cursor.execute(INSERT, [code])
    return HttpResponse(str(found))


urlpatterns = [
    path("bare/<str:code>", bare),
    path("read/<str:code>", read),
    path("insert/<str:code>", read_and_insert),
]

application = get_wsgi_application()
settings.ROOT_URLCONF = __name__
