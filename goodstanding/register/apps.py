"""The register as an application of Django."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Acts, states and what keeps them honest."""

    name = "goodstanding.register"
    label = "register"
