"""Measures as an application of Django."""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    """What departments apply, suspend and lift."""

    name = "goodstanding.measures"
    label = "measures"
