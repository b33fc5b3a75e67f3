"""Evidence as an application of Django."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Files of evidence."""

    name = "goodstanding.evidence"
    label = "evidence"
