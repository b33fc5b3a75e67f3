"""Designations as an application of Django."""

from django.apps import AppConfig


class DesignationsConfig(AppConfig):
    """Cases and what they put in force."""

    name = "goodstanding.designations"
    label = "designations"
