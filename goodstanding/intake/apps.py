"""Intake as an application of Django."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Batches and the outcome of their rows."""

    name = "goodstanding.intake"
    label = "intake"
