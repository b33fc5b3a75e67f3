"""Disclosure as an application of Django."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    """The disclosure ledger and its recalls."""

    name = "goodstanding.disclosure"
    label = "disclosure"
