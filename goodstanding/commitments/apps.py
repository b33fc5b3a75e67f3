"""Promises as an application of Django."""

from django.apps import AppConfig


class CommitmentsConfig(AppConfig):
    """Promises, the decisions that one was broken, and claims."""

    name = "goodstanding.commitments"
    label = "commitments"
