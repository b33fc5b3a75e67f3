"""The pages as an application of Django."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The door for people."""

    name = "goodstanding.web"
    label = "web"
