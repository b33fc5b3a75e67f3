"""Enquiries as an application of Django."""

from django.apps import AppConfig


class EnquiriesConfig(AppConfig):
    """Receipts of checks."""

    name = "goodstanding.enquiries"
    label = "enquiries"
