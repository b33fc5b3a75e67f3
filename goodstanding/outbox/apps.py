"""The outbox as an application of Django."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """Messages, addresses and webhook endpoints."""

    name = "goodstanding.outbox"
    label = "outbox"
