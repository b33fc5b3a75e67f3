"""Organisations as an application of Django."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Who is in the register."""

    name = "goodstanding.organisations"
    label = "organisations"
