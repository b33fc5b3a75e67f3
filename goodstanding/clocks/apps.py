"""Clocks as an application of Django."""

from django.apps import AppConfig


class ClocksConfig(AppConfig):
    """What is due, when, from whom."""

    name = "goodstanding.clocks"
    label = "clocks"
