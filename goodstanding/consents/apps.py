"""Consents as an application of Django."""

from django.apps import AppConfig


class ConsentsConfig(AppConfig):
    """Consents of organisations, and the pulls against them."""

    name = "goodstanding.consents"
    label = "consents"
