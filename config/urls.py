"""Which address is answered by which door."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", include("goodstanding.api.urls")),
    path("", include("goodstanding.web.urls")),
]

#: A form that cannot be read is told at the form.
handler400 = "goodstanding.web.views.unreadable.unreadable"
