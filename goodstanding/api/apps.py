"""The API as an application of Django."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The door for programs."""

    name = "goodstanding.api"
    label = "api"
