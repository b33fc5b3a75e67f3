"""The floors of a check: a bare view, a bare index read, a read with a committed insert."""

from django.db import connections, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt

READ = "SELECT name FROM organisations_organisation WHERE code = %s"
WRITE = "INSERT INTO floor_line (code) VALUES (%s)"


def bare(request: HttpRequest) -> HttpResponse:
    """Nothing but the way through server and middleware."""
    return HttpResponse(b"{}", content_type="application/json")


@csrf_exempt
def read(request: HttpRequest) -> HttpResponse:
    """One row by its key."""
    with connections["default"].cursor() as cursor:
        cursor.execute(READ, [request.GET["code"]])
        return HttpResponse(repr(cursor.fetchone()))


@csrf_exempt
def write(request: HttpRequest) -> HttpResponse:
    """One row by its key, and one row inserted and committed."""
    with transaction.atomic(), connections["default"].cursor() as cursor:
        cursor.execute(READ, [request.GET["code"]])
        found = cursor.fetchone()
        cursor.execute(WRITE, [request.GET["code"]])
    return HttpResponse(repr(found))


urlpatterns = [
    path("floor/bare", bare),
    path("floor/read", read),
    path("floor/write", write),
    path("api/v1/", include("goodstanding.api.urls")),
    path("", include("goodstanding.web.urls")),
]
