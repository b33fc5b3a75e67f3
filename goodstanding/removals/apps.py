"""Removals as an application of Django."""

from django.apps import AppConfig


class RemovalsConfig(AppConfig):
    """Destruction of contents."""

    name = "goodstanding.removals"
    label = "removals"
