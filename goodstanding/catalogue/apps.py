"""Catalogue as an application of Django."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """The law the register works under, by date."""

    name = "goodstanding.catalogue"
    label = "catalogue"
