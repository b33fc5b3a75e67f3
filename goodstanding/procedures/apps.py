"""Procedures as an application of Django."""

from django.apps import AppConfig


class ProceduresConfig(AppConfig):
    """Cases of tenders, grants, licences and the like."""

    name = "goodstanding.procedures"
    label = "procedures"
