"""The audit as an application of Django."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The log of reads, and the verifications run."""

    name = "goodstanding.audit"
    label = "audit"
