"""The addresses of the provider, discovery at the root."""

from django.urls import include, path
from oauth2_provider import urls

urlpatterns = [path("", include(urls))]
