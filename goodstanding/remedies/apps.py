"""Remedies as an application of Django."""

from django.apps import AppConfig


class RemediesConfig(AppConfig):
    """Objections."""

    name = "goodstanding.remedies"
    label = "remedies"
