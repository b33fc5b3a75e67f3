"""Every address under /api/v1, each behind the door; also those that are none."""

from django.urls import URLPattern, path, re_path
from django.views.decorators.csrf import csrf_exempt

from goodstanding.api.application import api
from goodstanding.api.door import door, unknown

_found, _app, _namespace = api.urls
_behind = [
    URLPattern(each.pattern, door(each.callback), each.default_args, each.name)
    for each in _found
    if isinstance(each, URLPattern) and each.callback is not None
]

urlpatterns = [
    path("", (_behind, _app, _namespace)),
    re_path(r"^.*$", csrf_exempt(door(unknown))),
]
