"""Applications as an application of Django."""

from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    """Fast lane, and acceptance with documents to follow."""

    name = "goodstanding.applications"
    label = "applications"
