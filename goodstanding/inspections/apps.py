"""Inspections as an application of Django."""

from django.apps import AppConfig


class InspectionsConfig(AppConfig):
    """Plans, pools, draws, visits."""

    name = "goodstanding.inspections"
    label = "inspections"
